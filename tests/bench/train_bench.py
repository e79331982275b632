#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Training speed, memory and first-epoch loss of `nefes train` against a PyTorch script, in one run.

  train_bench.py NEFES PEER.py --data CHEST --brain BRAIN --output FOLDER [--recipes A,B] [--limit N]
                 [--epochs N] [--threads N] [--workers 0,1,2] [--size N] [--seeds 1,2,3]

CHEST and BRAIN hold a folder of images a label. Both programs get the same folder of links, the
same size, channels, batch, threads and network (parameters are compared), four of five images for
training. The peer is run with each number of workers; the fastest counts. Images per second are those
of the fastest epoch, training alone, on both sides; losses are those of the first epoch, the mean of
the seeds (speed and memory are those of the first one). Ours is run
once to decode the images to its store (its seconds are told) and then with the store as it is, in float32
and, where the processor has avx512_bf16 or --bf16 is given, in bfloat16. Memory is the largest sum
of proportional set sizes over a program and its children. Results are appended to
FOLDER/train_bench.json; one line a recipe is printed.
"""
import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time

os.environ['OMP_WAIT_POLICY'] = 'PASSIVE'
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from recipe_table import load_average, load_peer, read_json, write_json  # noqa: E402

BINARY, FOUR, BRAIN = ('normal', 'pneumonia'), ('covid', 'lung_opacity', 'normal', 'pneumonia'), ('no', 'yes')
RECIPES = {'binary-baseline': BINARY, 'clahe-blocks': BINARY, 'four-class-gap': FOUR, 'compact-binary': BINARY,
           'brain-mri': BRAIN, 'resnet18': FOUR}
RESNET = {  # what the peer calls resnet18
    'id': 'resnet18', 'network': {'backbone': 'resnet18', 'width': 64},
    'input': {'width': 224, 'height': 224, 'channels': 3, 'resize': 'stretch',
              'mean': [0.485, 0.456, 0.406], 'std': [0.229, 0.224, 0.225]},
    'augmentation': {'rotation': 10, 'zoom': [0.9, 1.1], 'shift_x': 0.05, 'shift_y': 0.05,
                     'brightness': 0.1, 'contrast': 0.1},
    'optimizer': {'type': 'adam', 'learning_rate': 0.001}, 'batch_size': 32}
SPLIT = ['data.split.train=0.8', 'data.split.validation=0.2', 'data.split.test=0', 'data.split.group_by=""',
         'data.split.use_fixed=false', 'early_stopping=null']


class Memory(threading.Thread):
    """Largest sum of proportional set sizes of a process and its descendants, in MB."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process, self.peak = process, 0.0
        self.start()

    @staticmethod
    def family(root):
        parents = {}
        for name in os.listdir('/proc'):
            if name.isdigit():
                try:
                    with open('/proc/%s/stat' % name, encoding='utf-8', errors='replace') as file:
                        parents[int(name)] = int(file.read().rsplit(')', 1)[1].split()[1])
                except OSError:
                    pass
        members = {root}
        while True:
            more = {child for child, parent in parents.items() if parent in members} - members
            if not more:
                return members
            members |= more

    def run(self):
        while self.process.poll() is None:
            total = 0
            for member in self.family(self.process.pid):
                try:
                    with open('/proc/%d/smaps_rollup' % member, encoding='utf-8') as file:
                        total += sum(int(line.split()[1]) for line in file if line.startswith('Pss:'))
                except OSError:
                    pass
            self.peak = max(self.peak, total / 1024)
            time.sleep(0.1)


def run(words, log, until=None, cache=None):
    """JSON lines with the second at which each came, and peak memory. `until` ends the run early."""
    environment = dict(os.environ)
    if cache:
        environment['XDG_CACHE_HOME'] = cache
    lines, start = [], time.monotonic()
    with open(log, 'w', encoding='utf-8') as messages:
        process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=messages, text=True)
        memory = Memory(process)
        for text in process.stdout:
            if text.startswith('{'):
                line = json.loads(text)
                line['at'] = time.monotonic() - start
                lines.append(line)
                if until and until(line):
                    process.send_signal(signal.SIGINT)
                    until = None
        status = process.wait()
    if status not in (0, 130):
        with open(log, encoding='utf-8') as text:
            sys.exit('%s\nfailed: %s' % (text.read()[-2000:], ' '.join(words)))
    memory.join()
    return lines, memory.peak


def link_folder(source, folder, labels, limit):
    """A folder of links a label: what the peer reads and we read too."""
    shutil.rmtree(folder, ignore_errors=True)
    for label in labels:
        os.makedirs(os.path.join(folder, label))
        names = sorted(os.listdir(os.path.join(source, label)))
        for name in names[:limit] if limit else names:
            os.symlink(os.path.abspath(os.path.join(source, label, name)), os.path.join(folder, label, name))


def is_batch(line):
    return line.get('event') == 'batch'


def our_words(arguments, name, folder, precision, epochs, seed):
    recipe = name
    if name == 'resnet18':
        recipe = os.path.join(arguments.output, 'resnet18.json')
        write_json(recipe, RESNET)
    words = [arguments.program, 'train', '--recipe', recipe, '--data', folder, '--threads', str(arguments.threads),
             '--epochs', str(epochs), '--seed', str(seed), '--events']
    for value in SPLIT + ['precision=' + precision]:
        words += ['--set', value]
    if arguments.size:
        words += ['--set', 'input.width=%d' % arguments.size, '--set', 'input.height=%d' % arguments.size]
    return words


def peer_words(arguments, name, folder, workers, epochs, seed):
    words = ['/usr/bin/python3', arguments.peer, name, folder, '--epochs', str(epochs), '--seed', str(seed),
             '--threads', str(arguments.threads), '--workers', str(workers)]
    return words + (['--size', str(arguments.size)] if arguments.size else [])


def first_losses(arguments, name, folder, row):
    """First-epoch losses of both programs, by seed; that of the first seed is known."""
    ours, peers = [row['ours']['first_epoch_loss']], [row['peer']['first_epoch_loss']]
    work = os.path.join(arguments.output, name)
    for seed in arguments.seeds[1:]:
        lines, _ = run(our_words(arguments, name, folder, 'float32', 1, seed) + ['--output', work], work + '.log',
                       None, os.path.join(arguments.output, 'cache'))
        ours.append(next(line for line in lines if line.get('event') == 'epoch')['train']['loss'])
        shutil.rmtree(work, ignore_errors=True)
        lines, _ = run(peer_words(arguments, name, folder, row['peer']['workers'], 1, seed), work + '-peer.log')
        peers.append(lines[0]['train']['loss'])
    return ours, peers


def our_side(arguments, name, folder, precision, is_warm):
    work = os.path.join(arguments.output, name)
    words = our_words(arguments, name, folder, precision, arguments.epochs, arguments.seeds[0])
    cache = os.path.join(arguments.output, 'cache')
    result = {}
    if not is_warm:
        lines, _ = run(words + ['--output', work + '-cold'], work + '-cold.log', is_batch, cache)
        result['cold_first_batch_seconds'] = next(line['at'] for line in lines if is_batch(line))
    lines, peak = run(words + ['--output', work], work + '.log', None, cache)
    epochs = [line for line in lines if line.get('event') == 'epoch']
    started = next(line for line in lines if line.get('event') == 'started')
    result.update(images_per_second=max(line['images_per_second'] for line in epochs),
                  first_epoch_loss=epochs[0]['train']['loss'], parameters=started['parameter_count'],
                  images=sum(started['images']['train'].values()),
                  warm_first_batch_seconds=next(line['at'] for line in lines if is_batch(line)), peak_mb=peak)
    for done in (work, work + '-cold'):
        shutil.rmtree(done, ignore_errors=True)
    return result


def peer_side(arguments, name, folder):
    best = None
    for workers in arguments.workers.split(','):
        words = peer_words(arguments, name, folder, workers, arguments.epochs, arguments.seeds[0])
        lines, peak = run(words, os.path.join(arguments.output, name + '-peer.log'))
        result = {'workers': int(workers), 'peak_mb': peak, 'first_epoch_loss': lines[0]['train']['loss'],
                  'images_per_second': max(line['train']['images_per_second'] for line in lines)}
        if best is None or result['images_per_second'] > best['images_per_second']:
            best = result
    return best


def peer_parameters(peer, name, labels, size):
    import torch
    net = peer.build(name, len(labels))
    side, channels = size or peer.RECIPES[name][0], peer.RECIPES[name][1]
    net(torch.zeros(2, channels, side, side))
    return sum(parameter.numel() for parameter in net.parameters())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('peer')
    parser.add_argument('--data', required=True)
    parser.add_argument('--brain', required=True)
    parser.add_argument('--output', required=True)
    parser.add_argument('--recipes', default=','.join(RECIPES))
    parser.add_argument('--limit', type=int, default=0, help='images a label; 0: all')
    parser.add_argument('--epochs', type=int, default=2)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--workers', default='0,1,2')
    parser.add_argument('--seeds', type=lambda text: [int(word) for word in text.split(',')], default=[1, 2, 3],
                        help='of the first-epoch losses')
    parser.add_argument('--size', type=int, default=0, help='another input size, on both sides')
    parser.add_argument('--bf16', action='store_true', help='also without avx512_bf16')
    arguments = parser.parse_args()
    os.makedirs(arguments.output, exist_ok=True)
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        has_bf16 = 'avx512_bf16' in file.read()
    peer = load_peer(arguments.peer)
    kept = os.path.join(arguments.output, 'train_bench.json')
    table = read_json(kept) if os.path.exists(kept) else []
    for name in arguments.recipes.split(','):
        labels = RECIPES[name]
        folder = os.path.join(arguments.output, 'data-' + name)
        link_folder(arguments.brain if labels == BRAIN else arguments.data, folder, labels, arguments.limit)
        row = {'recipe': name, 'threads': arguments.threads, 'omp_wait_policy': 'PASSIVE',
               'epochs': arguments.epochs, 'limit': arguments.limit, 'size': arguments.size,
               'cpu_has_avx512_bf16': has_bf16, 'load': [load_average()]}
        row['ours'] = our_side(arguments, name, folder, 'float32', False)
        row['peer'] = peer_side(arguments, name, folder)
        row['peer']['parameters'] = peer_parameters(peer, name, labels, arguments.size)
        if has_bf16 or arguments.bf16:
            row['ours_bf16'] = our_side(arguments, name, folder, 'bfloat16', True)
        row['load'].append(load_average())
        speed = row['peer']['images_per_second']
        row['ratio'] = row['ours']['images_per_second'] / speed
        row['first_epoch_losses'] = first_losses(arguments, name, folder, row)
        ours, peers = [statistics.mean(losses) for losses in row['first_epoch_losses']]
        row['loss_difference'] = ours / peers - 1
        print('%-16s ours %.1f images/s, peer %.1f (%d workers): %.2f ×; loss %.4f / %.4f (%+.1f %%); %.0f / %.0f MB; '
              'first batch %.2f s warm, %.2f s cold; parameters %d / %d; load %.2f' % (
                  name, row['ours']['images_per_second'], speed, row['peer']['workers'], row['ratio'],
                  ours, peers, 100 * row['loss_difference'],
                  row['ours']['peak_mb'], row['peer']['peak_mb'], row['ours']['warm_first_batch_seconds'],
                  row['ours']['cold_first_batch_seconds'], row['ours']['parameters'], row['peer']['parameters'],
                  row['load'][0][0]), flush=True)
        if 'ours_bf16' in row:
            row['ratio_bf16'] = row['ours_bf16']['images_per_second'] / speed
            print('%-16s bf16 %.1f images/s: %.2f ×; loss %.4f' % (
                name, row['ours_bf16']['images_per_second'], row['ratio_bf16'],
                row['ours_bf16']['first_epoch_loss']), flush=True)
        table.append(row)
        write_json(kept, table)
        shutil.rmtree(folder)


if __name__ == '__main__':
    main()
