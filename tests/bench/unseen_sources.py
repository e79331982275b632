#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains a recipe without some sources, judges the films of these sources, and pools the answers.

  unseen_sources.py NEFES --data FOLDER --output FOLDER [--recipe chest-xray] [--second chest-image]
                    [--without a --without b,c] [--set KEY=VALUE ...] [--epochs N] [--threads N]

Each --without is one training run that leaves these sources of manifest.csv out; every film is judged by
the one model that has seen none of its source. SOURCE/2 leaves half of a source's patients out, for a
source that is many hospitals itself. With --second a network of that recipe is trained on the same
films and judges together with the first (`nefes models second`). Runs that are finished are not trained again. The pooled
figures are printed, and lie in OUTPUT/unseen.json in the form of `nefes evaluate --format json` (less
what needs a single model), so that `nefes models record MODEL --unseen` takes them. Intervals are
percentiles of 1,000 draws of patients.
"""
import argparse
import csv
import json
import os
import random
import subprocess
import sys

os.environ['OMP_WAIT_POLICY'] = 'PASSIVE'
DRAWS = 1000
BINS = 15
NEGATIVE = 'normal'
DEFAULT = ['ieee8023_covid_chestxray', 'armiro_covid_cxnet,shenzhen_no3']


def run(program, words, log):
    with open(log, 'w', encoding='utf-8') as messages:
        done = subprocess.run([program, *words], stdout=messages, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        sys.exit('failed (%s): %s' % (log, ' '.join(words)))


def left_out(data, sources):
    """What a run leaves out: whole sources, and half of the patients of those that end in /2."""
    whole, patients = [], []
    with open(os.path.join(data, 'manifest.csv'), newline='', encoding='utf-8') as file:
        films = list(csv.DictReader(file))
    for source in sources.split(','):
        if not source.endswith('/2'):
            whole.append(source)
            continue
        drawn = sorted({film['patient'] for film in films if film['source'] == source[:-2]})
        random.Random(5).shuffle(drawn)
        patients += sorted(drawn[:len(drawn) // 2])
    return {column: values for column, values in (('source', whole), ('patient', patients)) if values}


def train_without(arguments, sources, recipe, output):
    """The model of a recipe that has not seen `sources`."""
    model = os.path.join(output, 'model')
    if not os.path.exists(os.path.join(model, 'model.json')):
        words = ['train', '--recipe', recipe, '--data', arguments.data, '--output', output,
                 '--threads', str(arguments.threads),
                 '--set', 'data.exclude=' + json.dumps(left_out(arguments.data, sources))]
        for value in arguments.set:
            words += ['--set', value]
        if arguments.epochs:
            words += ['--epochs', str(arguments.epochs)]
        run(arguments.program, words, output + '.log')
    return model


def judge_without(arguments, sources):
    """Rows of the predictions of the films of `sources`."""
    folder = os.path.join(arguments.output, sources.replace(',', '+').replace('/', '-'))
    os.makedirs(folder, exist_ok=True)
    predictions = os.path.join(folder, 'predictions.csv')
    threads = ['--threads', str(arguments.threads)]
    model = train_without(arguments, sources, arguments.recipe, os.path.join(folder, 'run'))
    if arguments.second:
        second = train_without(arguments, sources, arguments.second, os.path.join(folder, 'second'))
        joint = os.path.join(folder, 'joint')
        run(arguments.program, ['models', 'second', model, '--second', second, '--data', arguments.data,
                                '--output', joint, *threads], os.path.join(folder, 'joint.log'))
        model = joint
    run(arguments.program,
        ['evaluate', '--model', model, '--data', arguments.data, '--split',
         'unseen', '--predictions', predictions, '--output', os.path.join(folder, 'evaluation.json'),
         *threads], os.path.join(folder, 'evaluate.log'))
    with open(predictions, newline='', encoding='utf-8') as file:
        return list(csv.DictReader(file))


class Judged:
    """What was said of all films."""

    def __init__(self, rows, data):
        import numpy
        self.numpy = numpy
        with open(os.path.join(data, 'manifest.csv'), newline='', encoding='utf-8') as file:
            known = {row['file']: row for row in csv.DictReader(file)}
        films = [known.get(row['file']) or known[os.path.relpath(row['file'], data)] for row in rows]
        self.sources = numpy.array([film['source'] for film in films])
        self.patients = [film['patient'] or film['file'] for film in films]
        self.labels = sorted(key[2:] for key in rows[0] if key.startswith('p_'))
        self.truth = numpy.array([self.labels.index(row['truth']) for row in rows])
        self.guess = numpy.array([self.labels.index(row['prediction']) for row in rows])
        self.values = numpy.array([[float(row['p_' + label]) for label in self.labels] for row in rows])
        self.refused = sum(bool(row['rejected']) for row in rows)

    def auc(self, scores, positive):
        """Mann-Whitney with ties; None where a side is empty."""
        numpy = self.numpy
        count = int(positive.sum())
        if count in (0, len(positive)):
            return None
        _, inverse, sizes = numpy.unique(scores, return_inverse=True, return_counts=True)
        ranks = (numpy.cumsum(sizes) - (sizes - 1) / 2)[inverse]
        return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * (len(positive) - count)))

    def one(self, rows, label):
        return self.auc(self.values[rows, label], self.truth[rows] == label)

    def macro(self, rows):
        found = [self.one(rows, label) for label in range(len(self.labels))]
        known = [value for value in found if value is not None]
        return sum(known) / len(known) if known else None

    def against(self, rows, label):
        """One finding (None: any) against the normal films, by its share of the two probabilities."""
        numpy, negative = self.numpy, self.labels.index(NEGATIVE)
        if label is None:
            return self.auc(1 - self.values[rows, negative], self.truth[rows] != negative)
        kept = rows[numpy.isin(self.truth[rows], [label, negative])]
        share = self.values[kept, label] / self.values[kept][:, [label, negative]].sum(1).clip(1e-12)
        return self.auc(share, self.truth[kept] == label)

    def accuracy(self, rows):
        return float((self.guess[rows] == self.truth[rows]).mean())

    def recall(self, rows, label):
        of_label = self.truth[rows] == label
        return float((self.guess[rows][of_label] == label).mean()) if of_label.any() else None

    def balanced(self, rows):
        known = [r for r in (self.recall(rows, k) for k in range(len(self.labels))) if r is not None]
        return sum(known) / len(known)

    def specificity(self, rows, label):
        others = self.truth[rows] != label
        return float((self.guess[rows][others] != label).mean()) if others.any() else None

    def ece(self, rows):
        top, right = self.values[rows].max(1), self.guess[rows] == self.truth[rows]
        place = self.numpy.minimum((top * BINS).astype(int), BINS - 1)
        error = 0.0
        for part in range(BINS):
            inside = place == part
            if inside.any():
                error += inside.mean() * abs(right[inside].mean() - top[inside].mean())
        return float(error)

    def brier(self, rows):
        truth = self.numpy.eye(len(self.labels))[self.truth[rows]]
        return float(((self.values[rows] - truth) ** 2).sum(1).mean())


def interval(judged, rows, figure):
    """95 % over draws of patients."""
    numpy = judged.numpy
    random = numpy.random.default_rng(1)
    by_patient = {}
    for row in rows:
        by_patient.setdefault(judged.patients[row], []).append(row)
    groups = list(by_patient.values())
    found = []
    for _ in range(DRAWS):
        drawn = numpy.concatenate([groups[k] for k in random.integers(0, len(groups), len(groups))])
        value = figure(drawn)
        if value is not None:
            found.append(value)
    return [float(x) for x in numpy.percentile(found, [2.5, 97.5])] if found else [None, None]


def summary(judged, rows, in_full=True):
    result = {'images': len(rows), 'accuracy': judged.accuracy(rows), 'macro_auc': judged.macro(rows)}
    if not in_full:
        return result
    result.update(balanced_accuracy=judged.balanced(rows), ece=judged.ece(rows), brier=judged.brier(rows))
    for name, figure in (('accuracy', judged.accuracy), ('macro_auc', judged.macro),
                         ('balanced_accuracy', judged.balanced)):
        result[name + '_ci'] = interval(judged, rows, figure)
    result['classes'] = []
    for k, label in enumerate(judged.labels):
        result['classes'].append(
            {'label': label, 'support': int((judged.truth[rows] == k).sum()),
             'recall': judged.recall(rows, k), 'specificity': judged.specificity(rows, k),
             'auc': judged.one(rows, k), 'auc_ci': interval(judged, rows, lambda r: judged.one(r, k))})
    result['against_negative'] = {}
    negative = judged.labels.index(NEGATIVE)
    for k, label in [(None, 'any')] + [(k, x) for k, x in enumerate(judged.labels) if k != negative]:
        count = len(rows) if k is None else int(judged.numpy.isin(judged.truth[rows], [k, negative]).sum())
        result['against_negative'][label] = {
            'images': count, 'auc': judged.against(rows, k),
            'auc_ci': interval(judged, rows, lambda r: judged.against(r, k))}
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('--data', required=True)
    parser.add_argument('--output', required=True)
    parser.add_argument('--recipe', default='chest-xray')
    parser.add_argument('--second', help='recipe of a second network that judges with the first')
    parser.add_argument('--without', action='append', help='sources, comma between; one run each')
    parser.add_argument('--set', action='append', default=[])
    parser.add_argument('--epochs', type=int)
    parser.add_argument('--threads', type=int, default=0)
    arguments = parser.parse_args()
    arguments.program = os.path.abspath(arguments.program)
    rows, ends = [], [0]
    for sources in arguments.without or DEFAULT:
        rows += judge_without(arguments, sources)
        ends.append(len(rows))
    judged = Judged(rows, arguments.data)
    everything = judged.numpy.arange(len(rows))
    result = summary(judged, everything)
    result['refused'] = judged.refused
    result['groups'] = {'source': {
        str(source): summary(judged, everything[judged.sources == source], False)
        for source in sorted(set(judged.sources))}}
    result['settings'] = (['second=' + arguments.second] if arguments.second else []) + arguments.set + (['epochs=%d' % arguments.epochs] if arguments.epochs else [])
    # Pooled, the confidence of one model may make up for that of another.
    result['left_out'] = [
        dict(sources=sources, ece=judged.ece(everything[first:last]),
             **summary(judged, everything[first:last], False))
        for sources, first, last in zip(arguments.without or DEFAULT, ends, ends[1:])]
    path = os.path.join(arguments.output, 'unseen.json')
    with open(path + '.part', 'w', encoding='utf-8') as file:
        json.dump(result, file, indent=2)
    os.replace(path + '.part', path)

    def line(name, value, limits=None):
        print('%-28s %.3f%s' % (name, value, ' (%.3f–%.3f)' % tuple(limits) if limits else ''))
    print('%d films of sources that their model has not seen' % len(rows))
    line('macro AUC', result['macro_auc'], result['macro_auc_ci'])
    line('accuracy', result['accuracy'], result['accuracy_ci'])
    for label, one in result['against_negative'].items():
        line(label + ' / normal', one['auc'], one['auc_ci'])
    line('ECE', result['ece'])
    for one in result['left_out']:
        print('  without %s: %d films, macro AUC %.3f, accuracy %.3f, ECE %.3f'
              % tuple(one[key] for key in ('sources', 'images', 'macro_auc', 'accuracy', 'ece')))
    print('written:', path)


if __name__ == '__main__':
    main()
