#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains a published recipe and its PyTorch twin on the same files and prints both results.

  recipe_table.py NEFES PEER.py ROW --data FOLDER --output FOLDER [--seeds 1,2,3] [--epochs N]
                  [--threads N] [--workers N] [--side both|ours|twin] [--limit N] [--set KEY=VALUE]

ROW is one of the rows below; FOLDER has a manifest.csv. Our program trains first. The twin then takes
the network, the image pipeline and the table of recipes from PEER.py, and from our model package the
split of each file (by the SHA-256 of its content), the learning rate, the epochs, the plateau schedule,
early stopping, the rule of the best epoch and the precision (bfloat16 is autocast there); its tensors
lie channels-last, which changes no result and saves half of its time. Each result is a JSON file in the output folder and is
not computed again, so that a run that was stopped goes on when the same command is given again.

The table is printed at the end and lies in OUTPUT/ROW.json. Thread counts are those of both sides,
OMP_WAIT_POLICY is PASSIVE on both, and the load average stands beside every result.
"""
import argparse
import ast
import copy
import csv
import hashlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import types

os.environ['OMP_WAIT_POLICY'] = 'PASSIVE'  # before torch loads libgomp

CHILDREN = 'kermany_guangzhou'
KERMANY = 'data.include={"label":["normal","pneumonia"],"source":["%s"]}' % CHILDREN
PATIENTS = 'data.split.group_by=patient'
ROWS = {  # recipe, changes of it, what is reported beside the accuracy
    'binary-baseline': {'recipe': 'binary-baseline', 'set': [KERMANY]},
    'binary-baseline-patients': {'recipe': 'binary-baseline', 'set': [KERMANY, PATIENTS]},
    'clahe-blocks': {'recipe': 'clahe-blocks', 'set': [], 'age': True},
    'clahe-blocks-finetuned': {'recipe': 'clahe-blocks', 'set': [], 'age': True, 'finetune': True},
    'four-class-gap': {'recipe': 'four-class-gap', 'set': [],
                       'grid': ['optimizer.learning_rate=0.001,0.0003', 'network.layers.9.rate=0.3,0.5']},
    'compact-binary': {'recipe': 'compact-binary', 'set': [KERMANY]},
    'compact-binary-patients': {'recipe': 'compact-binary', 'set': [KERMANY, PATIENTS]},
    'brain-mri': {'recipe': 'brain-mri', 'set': [], 'folds': 5},
}
FROZEN_LAYERS = 7       # the first two blocks of clahe-blocks
FINE_RATE = 0.0003
LABELS = ('covid', 'lung_opacity', 'no', 'normal', 'pneumonia', 'yes')


def load_average():
    return [round(value, 2) for value in os.getloadavg()]


def read_json(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def write_json(path, value):
    with open(path + '.part', 'w', encoding='utf-8') as file:
        json.dump(value, file, indent=2)
    os.replace(path + '.part', path)


def read_table(path):
    with open(path, newline='', encoding='utf-8') as file:
        return list(csv.DictReader(file))


# -- figures -----------------------------------------------------------------------------------------------

def matrix(labels, pairs):
    """Rows are the truth."""
    counts = [[0] * len(labels) for _ in labels]
    for truth, guess in pairs:
        counts[labels.index(truth)][labels.index(guess)] += 1
    return counts


def figures(labels, counts):
    total = sum(map(sum, counts))
    if total == 0:
        return None
    recalls = [row[k] / sum(row) if sum(row) else None for k, row in enumerate(counts)]
    known = [value for value in recalls if value is not None]
    classes = {}
    for k, label in enumerate(labels):
        guessed = sum(row[k] for row in counts)
        classes[label] = {'support': sum(counts[k]), 'recall': recalls[k],
                          'precision': counts[k][k] / guessed if guessed else None}
    return {'images': total, 'accuracy': sum(counts[k][k] for k in range(len(labels))) / total,
            'balanced_accuracy': sum(known) / len(known), 'classes': classes,
            'confusion': {'labels': labels, 'matrix': counts}}


def grouped(labels, judged, by_age):
    """Figures of (truth, guess, source) rows; also apart for children and adults."""
    result = figures(labels, matrix(labels, [row[:2] for row in judged]))
    if result and by_age:
        result['age_groups'] = {}
        for name, is_child in (('pediatric', True), ('adult', False)):
            rows = [row[:2] for row in judged if (row[2] == CHILDREN) == is_child]
            result['age_groups'][name] = figures(labels, matrix(labels, rows))
    return result


# -- the data ----------------------------------------------------------------------------------------------

class Data:
    """Rows of a manifest with the digest of each file."""

    def __init__(self, folder, cache):
        self.folder = folder
        self.rows = read_table(os.path.join(folder, 'manifest.csv'))
        self.by_file = {row['file']: row for row in self.rows}
        self.cache = cache
        self.digests = read_json(cache) if os.path.exists(cache) else {}

    def digest(self, file):
        path = os.path.join(self.folder, file)
        if path not in self.digests:
            with open(path, 'rb') as stream:
                self.digests[path] = hashlib.sha256(stream.read()).hexdigest()
        return self.digests[path]

    def splits(self, package):
        """Split → rows (path, label, source) that the package was made of."""
        data = read_json(os.path.join(package, 'model.json'))['training']['recipe']['data']
        known = {row['sha256']: row['split'] for row in read_table(os.path.join(package, 'splits.csv'))}
        result = {'train': [], 'validation': [], 'test': []}
        for row in self.rows:
            kept = (all(row.get(key) in values for key, values in data['include'].items())
                    and not any(row.get(key) in values for key, values in data['exclude'].items()))
            split = known.get(self.digest(row['file'])) if kept else None
            if split:
                label = data['map'].get(row['label'], row['label'])
                source = row.get('source') or row.get('origin', '')
                result[split].append((os.path.join(self.folder, row['file']), label, source))
        write_json(self.cache, self.digests)
        return result


# -- our side ----------------------------------------------------------------------------------------------

class Ours:
    def __init__(self, arguments, row):
        self.program, self.row = os.path.abspath(arguments.program), row
        self.threads, self.epochs = arguments.threads, arguments.epochs
        self.more = arguments.set

    def call(self, words, cache, log):
        environment = dict(os.environ, OMP_WAIT_POLICY='PASSIVE', XDG_CACHE_HOME=cache)
        start = time.monotonic()
        with open(log, 'w', encoding='utf-8') as messages:
            done = subprocess.run([self.program, *words], env=environment, stdout=messages,
                                  stderr=subprocess.STDOUT, check=False)
        if done.returncode != 0:
            with open(log, encoding='utf-8') as text:
                sys.exit('%s\nfailed: %s' % (text.read()[-2000:], ' '.join(words)))
        return time.monotonic() - start

    def train(self, data, folder, seed, extra=()):
        """A run from nothing: the store of decoded images is made too. Returns the seconds."""
        words = ['sweep' if self.row.get('grid') else 'train', '--recipe', self.row['recipe'],
                 '--data', data, '--output', folder, '--seed', str(seed), '--threads', str(self.threads)]
        if self.epochs:
            words += ['--epochs', str(self.epochs)]
        for value in [*self.row['set'], *self.more, *extra]:
            words += ['--set', value]
        if self.row.get('grid'):
            for axis in self.row['grid']:
                words += ['--grid', axis]
            words += ['--metric', 'validation.loss', '--search-images', '1200',
                      '--search-epochs', str(min(3, self.epochs or 3))]
        if self.row.get('folds'):
            words += ['--folds', str(self.row['folds'])]
        shutil.rmtree(folder, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix='nefes-cache-') as cache:
            return self.call(words, cache, folder + '.log')

    def judge(self, package, data, split, folder):
        """(truth, guess, source) of each image."""
        predictions = os.path.join(folder, 'predictions.csv')
        words = ['evaluate', '--model', package, '--data', data.folder, '--predictions', predictions,
                 '--output', os.path.join(folder, 'evaluation.json'), '--threads', str(self.threads)]
        with tempfile.TemporaryDirectory(prefix='nefes-cache-') as cache:
            self.call(words + (['--split', split] if split else []), cache, predictions + '.log')
        rows = []
        for line in read_table(predictions):
            row = data.by_file.get(line['file']) or data.by_file[os.path.relpath(line['file'], data.folder)]
            rows.append((line['truth'], line['prediction'], row.get('source') or row.get('origin', '')))
        return rows


def kept_epoch(package):
    training = read_json(os.path.join(package, 'model.json'))['training']
    history = {row['epoch']: row for row in training['history']}
    return training['best_epoch'], history[training['best_epoch']], training


def our_result(ours, data, folder, seed):
    row = ours.row
    load = load_average()
    seconds = ours.train(data.folder, folder, seed)
    result = {'seconds': round(seconds, 1), 'threads': ours.threads, 'load': [load, load_average()]}
    if row.get('folds'):
        pooled = read_json(os.path.join(folder, 'folds.json'))
        labels = pooled['confusion']['labels']
        result['validation'] = figures(labels, pooled['confusion']['matrix'])
        return result
    package = os.path.join(folder, 'best', 'model') if row.get('grid') else os.path.join(folder, 'model')
    epoch, values, training = kept_epoch(package)
    splits = data.splits(package)
    labels = sorted({label for rows in splits.values() for _, label, _ in rows})
    result.update(package=package, best_epoch=epoch, epochs=training['epochs'],
                  first_epoch_loss=training['history'][0]['train_loss'],
                  images={name: len(rows) for name, rows in splits.items()},
                  validation={'accuracy': values['validation_accuracy'], 'loss': values['validation_loss']})
    if row.get('grid'):
        recipe = training['recipe']
        result['best_setting'] = {'learning_rate': recipe['optimizer']['learning_rate'],
                                  'dropout': recipe['network']['layers'][9]['rate']}
    if splits['test']:
        result['test'] = grouped(labels, ours.judge(package, data, 'test', folder), row.get('age'))
    return result


# -- the twin ----------------------------------------------------------------------------------------------

def load_peer(path):
    """The peer's definitions, without its command line."""
    with open(path, encoding='utf-8') as file:
        tree = ast.parse(file.read(), path)
    tree.body = [node for node in tree.body
                 if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
                         and getattr(node.value.func, 'id', '') == 'main')]
    peer = types.ModuleType('recipe_peer')
    sys.modules['recipe_peer'] = peer
    exec(compile(tree, path, 'exec'), peer.__dict__)  # noqa: S102: a script that the caller names
    return peer


class Twin:
    """One training of the peer's network."""

    def __init__(self, arguments, recipe_id, training, labels, seed):
        import numpy
        import torch
        self.torch, self.peer = torch, load_peer(arguments.peer)
        random.seed(seed), numpy.random.seed(seed), torch.manual_seed(seed)
        torch.set_num_threads(arguments.threads)
        self.recipe, self.workers, self.labels = training['recipe'], arguments.workers, labels
        (self.size, self.channels, self.batch, self.optimiser, self.decay, self.augment, self.clahe,
         self.imagenet) = self.peer.RECIPES[recipe_id]
        self.is_binary = len(labels) == 2
        self.is_bfloat16 = self.recipe['precision'] == 'bfloat16'
        self.net = self.peer.build(recipe_id, len(labels))
        self.net(torch.zeros(2, self.channels, self.size, self.size))  # lazy layers take their shape
        self.net = self.net.to(memory_format=torch.channels_last)
        rates = [layer['rate'] for layer in self.recipe['network']['layers'] if layer['type'] == 'dropout']
        dropouts = [module for module in self.net.modules() if isinstance(module, torch.nn.Dropout)]
        if len(rates) == len(dropouts):
            for module, rate in zip(dropouts, rates):
                module.p = rate

    def freeze(self, layers):
        """As many layers with weights as our first `layers` have."""
        kinds = [layer['type'] for layer in self.recipe['network']['layers'][:layers]]
        count = sum(kind in ('conv2d', 'batch_norm', 'dense') for kind in kinds)
        owners = [module for module in self.net.modules() if list(module.parameters(recurse=False))]
        for module in owners[:count]:
            for parameter in module.parameters():
                parameter.requires_grad = False
        self.frozen = owners[:count]

    frozen = ()

    def loader(self, rows, is_training):
        items = [(path, self.labels.index(label)) for path, label, _ in rows]
        images = self.peer.Folder(items, self.size, self.channels, self.augment if is_training else None,
                                  self.clahe, self.imagenet)
        return self.torch.utils.data.DataLoader(images, self.batch, shuffle=is_training,
                                                num_workers=self.workers)

    def loss_and_guess(self, logits, truth):
        functional = self.torch.nn.functional
        if self.is_binary:
            flat = logits.squeeze(1)
            return functional.binary_cross_entropy_with_logits(flat, truth.float()), (flat > 0).long()
        return functional.cross_entropy(logits, truth), logits.argmax(1)

    def logits(self, images):
        images = images.contiguous(memory_format=self.torch.channels_last)
        with self.torch.autocast('cpu', dtype=self.torch.bfloat16, enabled=self.is_bfloat16):
            return self.net(images).float()

    def go_through(self, loader, optimizer=None):
        """Mean loss and all guesses in the loader's order."""
        self.net.train(optimizer is not None)
        for module in self.frozen:
            module.eval()
        total, right, seen, guesses = 0.0, 0, 0, []
        with self.torch.set_grad_enabled(optimizer is not None):
            for images, truth in loader:
                loss, guess = self.loss_and_guess(self.logits(images), truth)
                if optimizer is not None:
                    optimizer.zero_grad()
                    loss.backward()
                    optimizer.step()
                total += loss.item() * len(truth)
                right += (guess == truth).sum().item()
                seen += len(truth)
                guesses += guess.tolist()
        return total / seen, right / seen, guesses

    def train(self, splits, epochs):
        torch, recipe = self.torch, self.recipe
        rule = torch.optim.RMSprop if self.optimiser == 'rmsprop' else torch.optim.Adam
        optimizer = rule([p for p in self.net.parameters() if p.requires_grad],
                         lr=recipe['optimizer']['learning_rate'], weight_decay=self.decay)
        schedule = None
        if recipe['schedule']['type'] == 'plateau':
            schedule = torch.optim.lr_scheduler.ReduceLROnPlateau(
                optimizer, factor=recipe['schedule']['factor'], patience=recipe['schedule']['patience'],
                threshold=0.0, min_lr=recipe['schedule']['minimum_rate'])
        stopping = recipe['early_stopping'] or {'patience': epochs, 'metric': 'validation.loss'}
        train, validation = self.loader(splits['train'], True), self.loader(splits['validation'], False)
        best = {'score': None}
        stop_best, waited, history = None, 0, []
        for epoch in range(1, epochs + 1):
            loss, accuracy, _ = self.go_through(train, optimizer)
            held_loss, held_accuracy, guesses = self.go_through(validation)
            history.append({'epoch': epoch, 'train_loss': loss, 'train_accuracy': accuracy,
                            'validation_loss': held_loss, 'validation_accuracy': held_accuracy})
            scores = {'validation.loss': -held_loss, 'validation.accuracy': held_accuracy, 'last': epoch}
            score = scores[recipe['keep_best']]
            if best['score'] is None or score > best['score']:
                best = {'score': score, 'epoch': epoch, 'guesses': guesses,
                        'weights': copy.deepcopy(self.net.state_dict())}
            if schedule:
                schedule.step(held_loss)
            watched = scores[stopping['metric']]
            stop_best, waited = (watched, 0) if stop_best is None or watched > stop_best else (stop_best, waited + 1)
            print('  twin', json.dumps(history[-1]), file=sys.stderr, flush=True)
            if waited >= stopping['patience']:
                break
        self.net.load_state_dict(best['weights'])
        self.history, self.best_epoch, self.guesses = history, best['epoch'], best['guesses']

    def judge(self, rows):
        guesses = self.go_through(self.loader(rows, False))[2]
        return [(label, self.labels[guess], source) for (_, label, source), guess in zip(rows, guesses)]


def twin_of_package(arguments, row, data, package, seed, prepare=None):
    """Trains the twin of one package; (result, twin, splits)."""
    training = read_json(os.path.join(package, 'model.json'))['training']
    splits = data.splits(package)
    labels = sorted({label for rows in splits.values() for _, label, _ in rows})
    load, start = load_average(), time.monotonic()
    twin = Twin(arguments, row['recipe'], training, labels, seed)
    if prepare:
        prepare(twin)
    twin.train(splits, training['recipe']['epochs'])
    result = {'seconds': round(time.monotonic() - start, 1), 'threads': arguments.threads,
              'workers': arguments.workers, 'load': [load, load_average()], 'best_epoch': twin.best_epoch,
              'epochs': len(twin.history), 'first_epoch_loss': twin.history[0]['train_loss'],
              'images': {name: len(rows) for name, rows in splits.items()},
              'validation': {'accuracy': twin.history[twin.best_epoch - 1]['validation_accuracy'],
                             'loss': twin.history[twin.best_epoch - 1]['validation_loss']}}
    return result, twin, splits


def twin_result(arguments, row, data, folder, seed):
    """The twin of a finished run of ours in `folder`."""
    if row.get('folds'):
        pairs, seconds, load = [], 0.0, load_average()
        for fold in range(1, row['folds'] + 1):
            kept = os.path.join(folder, 'twin-fold-%d.json' % fold)
            if not os.path.exists(kept):
                package = os.path.join(folder, 'ours', 'fold-%d' % fold, 'model')
                one, twin, splits = twin_of_package(arguments, row, data, package, seed)
                one['pairs'] = [(label, twin.labels[guess]) for (_, label, _), guess
                                in zip(splits['validation'], twin.guesses)]
                write_json(kept, one)
            one = read_json(kept)
            pairs += one['pairs']
            seconds += one['seconds']
        labels = sorted({truth for truth, _ in pairs})
        return {'seconds': round(seconds, 1), 'threads': arguments.threads, 'load': [load, load_average()],
                'validation': figures(labels, matrix(labels, pairs))}
    package = read_json(os.path.join(folder, 'ours.json'))['package']
    result, twin, splits = twin_of_package(arguments, row, data, package, seed)
    if splits['test']:
        result['test'] = grouped(twin.labels, twin.judge(splits['test']), row.get('age'))
    return result


# -- adults first, then children ---------------------------------------------------------------------------

def write_part(folder, source, rows):
    """A data folder of its own with fixed splits. The source column is renamed, so that no model keeps
    a selection of sources that would hide the other age group from its evaluation."""
    os.makedirs(folder, exist_ok=True)
    link = os.path.join(folder, 'images')
    if not os.path.islink(link):
        os.symlink(os.path.abspath(source), link)
    with open(os.path.join(folder, 'manifest.csv'), 'w', newline='', encoding='utf-8') as file:
        writer = csv.writer(file)
        writer.writerow(['file', 'label', 'split', 'patient', 'origin'])
        for row, split in rows:
            writer.writerow(['images/' + row['file'], row['label'], split, row['patient'], row['source']])


def fine_tuned(arguments, row, data, folder, seed):
    """Five models on one split: all at once, each age group alone, and each after the other."""
    all_at_once = os.path.join(arguments.output, 'clahe-blocks', 'seed-%d' % seed, 'ours.json')
    if not os.path.exists(all_at_once):
        sys.exit('run the row clahe-blocks with the same seed and output first: its split is used here')
    package = read_json(all_at_once)['package']
    known = {line['sha256']: line['split'] for line in read_table(os.path.join(package, 'splits.csv'))}
    parts = {'children': [], 'adults': [], 'test': []}
    for line in data.rows:
        split = known.get(data.digest(line['file']))
        if split and line['label'] in ('normal', 'pneumonia'):
            parts['children' if line['source'] == CHILDREN else 'adults'].append((line, split))
            if split == 'test':
                parts['test'].append((line, split))
    for name, rows in parts.items():
        write_part(os.path.join(folder, 'data', name), data.folder, rows)
    held = Data(os.path.join(folder, 'data', 'test'), data.cache)
    fine = ['start.frozen_layers=%d' % FROZEN_LAYERS, 'optimizer.learning_rate=%g' % FINE_RATE]
    runs = [('all', None, None), ('adults', 'adults', None), ('children', 'children', None),
            ('adults then children', 'children', 'adults'), ('children then adults', 'adults', 'children')]
    ours = Ours(arguments, row)
    results = {'ours': {}, 'twin': {}}
    networks = {}
    for name, part, first in runs:
        kept = os.path.join(folder, name.replace(' ', '-'))
        os.makedirs(kept, exist_ok=True)
        run = os.path.join(kept, 'run')
        model = package if part is None else os.path.join(run, 'model')
        own, other = os.path.join(kept, 'ours.json'), os.path.join(kept, 'twin.json')
        if arguments.side != 'twin' and not os.path.exists(own):
            seconds = 0.0
            if part:
                start = [] if first is None else fine + [
                    'start.model=' + os.path.abspath(os.path.join(folder, first, 'run', 'model'))]
                seconds = ours.train(os.path.join(folder, 'data', part), run, seed, start)
            result = grouped(['normal', 'pneumonia'], ours.judge(model, held, None, kept), True)
            write_json(own, dict(result, seconds=round(seconds, 1), load=load_average()))
        if arguments.side != 'ours':
            weights = os.path.join(kept, 'twin.pt')
            if not os.path.exists(other):
                import torch
                part_data = data if part is None else Data(os.path.join(folder, 'data', part), data.cache)

                def prepare(twin, first=first):
                    if first:
                        twin.net.load_state_dict(torch.load(os.path.join(folder, first, 'twin.pt')))
                        twin.freeze(FROZEN_LAYERS)
                result, twin, _ = twin_of_package(arguments, row, part_data, model, seed, prepare)
                torch.save(twin.net.state_dict(), weights)
                rows = [(os.path.join(held.folder, line['file']), line['label'], line['origin']) for line in held.rows]
                write_json(other, dict(grouped(twin.labels, twin.judge(rows), True), seconds=result['seconds'],
                                       load=result['load']))
        for side, file in (('ours', own), ('twin', other)):
            if os.path.exists(file):
                results[side][name] = read_json(file)
    return results


# -- the table ---------------------------------------------------------------------------------------------

def percent(value):
    return '–' if value is None else '%.2f %%' % (100 * value)


def accuracy(result, split):
    return result[split]['accuracy'] if result and result.get(split) else None


def median(values):
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None


def print_rows(table):
    seeds = table['seeds']
    print('%-8s %-6s %12s %12s %10s %8s' % ('seed', 'side', 'validation', 'test', 'seconds', 'load'))
    for seed, sides in seeds.items():
        for side, result in sides.items():
            print('%-8s %-6s %12s %12s %10.1f %8s' % (seed, side, percent(accuracy(result, 'validation')),
                                                     percent(accuracy(result, 'test')), result['seconds'],
                                                     result['load'][0][0]))
    for side, values in table['median'].items():
        print('%-8s %-6s %12s %12s' % ('median', side, percent(values['validation']), percent(values['test'])))
    for seed, sides in seeds.items():
        for side, result in sides.items():
            for name, group in ((result.get('test') or {}).get('age_groups') or {}).items():
                if group:
                    print('seed %s, %s, %s: accuracy %s, balanced %s (%d images)' % (
                        seed, side, name, percent(group['accuracy']), percent(group['balanced_accuracy']),
                        group['images']))
            for label, values in ((result.get('validation') or {}).get('classes') or {}).items():
                print('seed %s, %s, %s: recall %s, precision %s' % (
                    seed, side, label, percent(values['recall']), percent(values['precision'])))
            if result.get('best_setting'):
                print('seed %s, best setting: %s' % (seed, result['best_setting']))


def print_fine_tuned(table):
    print('%-6s %-6s %-22s %12s %12s %12s %12s' % ('seed', 'side', 'trained on', 'children', 'balanced', 'adults',
                                                  'balanced'))
    for seed, sides in table['seeds'].items():
        for side, runs in sides.items():
            for name, result in runs.items():
                groups = result['age_groups']
                print('%-6s %-6s %-22s %12s %12s %12s %12s' % (
                    seed, side, name, *[percent((groups[group] or {}).get(key)) for group in ('pediatric', 'adult')
                                        for key in ('accuracy', 'balanced_accuracy')]))


def limited(data_folder, output, labels, limit):
    """A data folder with the first `limit` images of each label and source, for a trial."""
    folder = os.path.join(output, 'limited')
    os.makedirs(folder, exist_ok=True)
    counts, rows = {}, read_table(os.path.join(data_folder, 'manifest.csv'))
    kept = []
    for row in rows:
        key = (row['label'], row.get('source', ''))
        counts[key] = counts.get(key, 0) + 1
        if row['label'] in labels and counts[key] <= limit:
            kept.append(dict(row, file='images/' + row['file']))
    if not os.path.islink(os.path.join(folder, 'images')):
        os.symlink(os.path.abspath(data_folder), os.path.join(folder, 'images'))
    with open(os.path.join(folder, 'manifest.csv'), 'w', newline='', encoding='utf-8') as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(kept)
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program', help='the built nefes')
    parser.add_argument('peer', help='py_train.py')
    parser.add_argument('row', choices=ROWS)
    parser.add_argument('--data', required=True)
    parser.add_argument('--output', required=True)
    parser.add_argument('--seeds', default='1,2,3')
    parser.add_argument('--epochs', type=int, default=0, help="0: the recipe's")
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--workers', type=int, default=1, help='of the twin\'s DataLoader')
    parser.add_argument('--side', choices=('both', 'ours', 'twin'), default='both')
    parser.add_argument('--set', action='append', default=[], help='change of the recipe, for a trial')
    parser.add_argument('--limit', type=int, default=0, help='images of each label and source, for a trial')
    arguments = parser.parse_args()
    row = ROWS[arguments.row]
    os.makedirs(os.path.join(arguments.output, arguments.row), exist_ok=True)
    settings = {'row': arguments.row, 'epochs': arguments.epochs, 'threads': arguments.threads,
                'set': arguments.set, 'limit': arguments.limit, 'data': os.path.abspath(arguments.data)}
    stamp = os.path.join(arguments.output, arguments.row, 'settings.json')
    if os.path.exists(stamp) and read_json(stamp) != settings:
        sys.exit('%s was begun with other settings: %s' % (arguments.output, read_json(stamp)))
    write_json(stamp, settings)
    source = arguments.data
    if arguments.limit:
        source = limited(arguments.data, arguments.output, LABELS, arguments.limit)
    data = Data(source, os.path.join(arguments.output, 'digests.json'))
    table = {'row': arguments.row, 'threads': arguments.threads, 'omp_wait_policy': 'PASSIVE',
             'settings': settings, 'seeds': {}}
    for seed in [int(text) for text in arguments.seeds.split(',')]:
        folder = os.path.join(arguments.output, arguments.row, 'seed-%d' % seed)
        os.makedirs(folder, exist_ok=True)
        if row.get('finetune'):
            table['seeds'][seed] = fine_tuned(arguments, row, data, folder, seed)
            continue
        own, other = os.path.join(folder, 'ours.json'), os.path.join(folder, 'twin.json')
        if arguments.side != 'twin' and not os.path.exists(own):
            write_json(own, our_result(Ours(arguments, row), data, os.path.join(folder, 'ours'), seed))
        if arguments.side != 'ours' and not os.path.exists(other):
            if not os.path.exists(own):
                sys.exit('the twin needs the split of our run: run --side ours first')
            write_json(other, twin_result(arguments, row, data, folder, seed))
        table['seeds'][seed] = {side: read_json(file) for side, file in (('ours', own), ('twin', other))
                                if os.path.exists(file)}
    if row.get('finetune'):
        print_fine_tuned(table)
    else:
        table['median'] = {
            side: {split: median([accuracy(sides.get(side), split) for sides in table['seeds'].values()])
                   for split in ('validation', 'test')} for side in ('ours', 'twin')}
        print_rows(table)
    write_json(os.path.join(arguments.output, arguments.row + '.json'), table)
    print('written: %s' % os.path.join(arguments.output, arguments.row + '.json'))


if __name__ == '__main__':
    main()
