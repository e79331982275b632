# SPDX-License-Identifier: GPL-3.0-or-later
"""What a student does in the training wizard, step by step, with a picture of each. Controls are found by their accessible names alone."""
import argparse
import os
import subprocess
import sys
import time

from desktop import Desktop, Hands, NotFound, enter_private_session
from words import Words

FIRST_RECIPE = {'en': 'Binary baseline', 'tr': 'İkili temel model'}
BRAIN = {'en': 'Brain MRI: tumour yes or no', 'tr': 'Beyin MR: tümör var mı'}
COMPACT = {'en': 'Compact binary network', 'tr': 'Küçük ikili ağ'}


class Student:

    def __init__(self, nefes, output, language, theme='dark', small=False):
        self.nefes = nefes
        self.language = language
        self.words = Words(language)
        self.desktop = Desktop(output)
        self.count = 0
        self.hands = Hands(self.desktop, 'Nefes')
        settings = os.path.join(self.desktop.home, '.config', 'nefes')
        os.makedirs(settings)
        with open(os.path.join(settings, 'nefes.ini'), 'w', encoding='utf-8') as file:
            file.write(f'[window]\ntheme={theme}\n')
        self.small = small
        self.process = self.start()

    def start(self):
        process = self.desktop.spawn([self.nefes, '--language', self.language])
        self.hands.find(self.words('Train a model'), 'push button', seconds=60)
        return process

    def begin_again(self):
        self.process = self.start()

    def wait_for_end(self, seconds):
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise NotFound('the end of the program') from None

    def make_small(self):
        """The smallest window that the window manager is allowed."""
        window = self.desktop.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)]).split()[-1]
        self.desktop.run(['xdotool', 'windowsize', window, '1', '1'])
        time.sleep(1)

    def picture(self, name):
        self.count += 1
        self.desktop.picture(f'{self.count:02d}-{name}-{self.language}')

    def button(self, source, context=None, **options):
        return self.hands.click(self.words(source, context), 'push button', **options)

    def labels(self, *parts):
        """What the window says and has one of the parts in it; without parts all of it."""
        return [name for name in self.hands.names('label') if not parts or any(part in name for part in parts)]

    def wait_for_label(self, beginning, seconds):
        return self.hands.find(beginning, 'label', seconds=seconds).name

    def next(self, seconds=90):
        self.button('Next', 'TrainingWizard', seconds=seconds, enabled=True)
        time.sleep(2)

    def go_to_step(self, number, title, context):
        step = self.words('Step %1: %2', 'TrainingWizard').replace('%1', str(number)).replace('%2', self.words(title, context))
        self.hands.click(step, seconds=30)
        time.sleep(1)

    def open_wizard(self):
        self.button('Train a model')
        if self.small:
            self.make_small()

    def choose_folder(self, folder, again=False):
        self.button('Add folder…' if again else 'Choose a folder…', 'DataPage')
        time.sleep(1.5)
        self.hands.write(os.path.abspath(folder))
        self.hands.keys('Return')

    def wait_for_images(self):
        self.hands.find(self.words('Draw others', 'DataPage'), 'push button', seconds=90)
        self.hands.find(self.words('Next', 'TrainingWizard'), 'push button', seconds=90, enabled=True)
        time.sleep(1)

    def choose_recipe(self, titles):
        title = titles[self.language]
        if title != FIRST_RECIPE[self.language]:
            self.hands.choose(FIRST_RECIPE[self.language], title)
        time.sleep(2)

    def tab(self, source, context):
        self.hands.click(self.words(source, context), 'page tab')
        time.sleep(1.5)

    def find_rate(self, minutes, takes_it=True):
        """The learning-rate finder: searched, looked at, taken over or not."""
        self.tab('Learning rate', 'TrainPage')
        self.button('Find a learning rate', 'RateFinder', enabled=True)
        self.hands.find(self.words.like('Use %1', 'RateFinder'), 'push button', seconds=60 * minutes)
        self.picture('learning-rate')
        if not takes_it:
            return
        self.hands.click(self.words.like('Use %1', 'RateFinder'), 'push button')
        self.hands.find(self.words.like('%1 is in the recipe', 'RateFinder'), 'push button')

    def cross_validate(self, minutes):
        self.tab('Cross-validation', 'TrainPage')
        self.button('Cross-validate', 'FoldsView', enabled=True)
        self.hands.find(self.words.like('Finished: %1', 'RunText'), 'label', seconds=60 * minutes)
        time.sleep(2)
        self.picture('cross-validation')
        print('\n'.join(self.labels('±')))

    def train(self, minutes):
        """Trains and looks at it while it runs; returns the seconds."""
        start = time.time()
        self.button('Train', 'RunControls', enabled=True)
        time.sleep(15)
        self.picture('training')
        self.hands.find(self.words('Next', 'TrainingWizard'), 'push button', seconds=60 * minutes, enabled=True)
        time.sleep(2)
        self.picture('trained')
        print('\n'.join(self.labels('%', self.words('Finished: %1', 'RunText').replace('%1', ''))))
        return time.time() - start

    def evaluate(self):
        self.button('Evaluate', 'EvaluatePage', enabled=True)
        self.hands.find(self.words('Confusion matrix', 'ConfusionView'), 'table', seconds=120)
        time.sleep(3)
        self.picture('evaluate')
        print('\n'.join(self.labels('%')))
        for tab in ('Threshold', 'Worst errors', 'Right ones', 'Map', 'Groups', 'Compare runs'):
            self.tab(tab, 'EvaluatePage')
            time.sleep(3)
            self.picture('evaluate-' + tab.lower().replace(' ', '-'))

    def publish(self):
        self.picture('publish')
        self.button('Install in the viewer', 'PublishPage', enabled=True)
        time.sleep(4)
        self.picture('published')

    def judge(self, image):
        """Opens an image in the viewer, where the published model judges it."""
        self.button('Back to the viewer', 'TrainingWizard')
        self.hands.keys('ctrl+o')
        time.sleep(1.5)
        self.hands.write(image)
        self.hands.keys('Return')
        time.sleep(8)
        self.picture('judged')
        print('\n'.join(self.labels()))


def images(folder):
    """Images of the data, in the order of their names."""
    found = []
    for root, _, names in sorted(os.walk(folder)):
        found += [os.path.join(root, name) for name in sorted(names) if name.lower().endswith(('.jpg', '.jpeg', '.png', '.dcm'))]
    if not found:
        raise SystemExit(f'no image in {folder}')
    return found


def run(walk, parser=None):
    """Calls walk(student, arguments) on a desktop of its own; the exit status is 0 when it could be gone to its end."""
    parser = parser or argparse.ArgumentParser()
    parser.add_argument('--language', choices=FIRST_RECIPE, default='en')
    parser.add_argument('--theme', choices=('dark', 'light'), default='dark')
    parser.add_argument('--small', action='store_true', help='in the smallest window')
    parser.add_argument('--minutes', type=int, default=10, help='longest training')
    arguments = parser.parse_args()
    enter_private_session()
    student = Student(arguments.nefes, arguments.output, arguments.language, arguments.theme, arguments.small)
    try:
        walk(student, arguments)
    except NotFound as missing:
        student.desktop.picture('stuck')
        print(f'not found: {missing}', file=sys.stderr)
        sys.exit(1)
