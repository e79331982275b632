#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A student who closes the window in mid-run, whose computer dies in mid-run, and who comes back: nothing is lost, and everything is offered again.

  unkind_walk.py NEFES OUTPUT [--language en|tr] [--theme dark|light] [--small] [--minutes M]

The window is closed while a network trains: cancelled, then stopped. The next start offers the run and goes on from its last epoch. Then window
and training are killed; the next start offers the run again, and the window is closed to go on hidden until the run has finished. The last start
has the model and offers nothing.
"""
import argparse
import json
import os
import re
import signal
import time

import drawings
import student

EPOCHS = 40
RECIPES = os.path.join(os.path.dirname(__file__), '..', '..', 'resources', 'recipes')


def train_step(person):
    person.open_wizard()
    person.go_to_step(4, 'Train', 'TrainPage')


def epoch(person, beyond, minutes):
    """Waits until an epoch later than `beyond` is being trained, and tells which."""
    pattern = re.compile(person.words('epoch %1 of %2', 'RunText').replace('%1', r'(\d+)').replace('%2', str(EPOCHS)))
    end = time.time() + 60 * minutes
    while time.time() < end:
        for name in person.hands.names('label'):
            found = pattern.search(name)
            if found and int(found.group(1)) > beyond:
                return int(found.group(1))
        time.sleep(0.5)
    raise student.NotFound(f'an epoch after {beyond}\n' + person.hands.dump())


def answer(person, source):
    person.hands.keys('alt+F4')
    time.sleep(1)
    person.picture('close-' + source.split()[0].lower())
    person.button(source, 'MainWindow')


def resume(person, after, minutes):
    offer = person.wait_for_label(person.words.like('The run %1, started %2, is not finished. It can go on from its last complete epoch.', 'RunText'), 30)
    print(offer)
    person.picture('offered')
    person.button('Resume', 'TrainPage')
    now = epoch(person, after - 2, minutes)
    print(f'stopped in epoch {after}, went on with epoch {now}')
    return now


def walk(person, arguments):
    data = drawings.draw(os.path.join(person.desktop.home, 'drawn'), 40)
    with open(os.path.join(RECIPES, 'compact-binary.json'), encoding='utf-8') as file:
        recipe = json.load(file)
    recipe['epochs'] = EPOCHS
    path = os.path.join(person.desktop.home, 'long.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(recipe, file)
    person.open_wizard()
    person.choose_folder(data)
    person.wait_for_images()
    person.next()
    person.button('Open a recipe', 'PreprocessPage')
    time.sleep(1.5)
    person.hands.write(path)
    person.hands.keys('Return')
    time.sleep(1)
    person.next()
    person.next()
    person.button('Train', 'RunControls', enabled=True)
    last = epoch(person, 2, arguments.minutes)

    answer(person, 'Cancel')
    last = epoch(person, last, arguments.minutes)
    answer(person, 'Stop and close')
    person.wait_for_end(60)
    person.begin_again()
    train_step(person)
    last = epoch(person, resume(person, last, arguments.minutes) + 1, arguments.minutes)

    person.process.send_signal(signal.SIGKILL)
    person.wait_for_end(10)
    person.begin_again()
    train_step(person)
    resume(person, last, arguments.minutes)

    answer(person, 'Go on hidden')
    time.sleep(3)
    if person.process.poll() is not None:
        raise student.NotFound('the hidden program')
    person.picture('hidden')
    person.wait_for_end(60 * arguments.minutes)
    person.begin_again()
    person.open_wizard()
    person.go_to_step(5, 'Evaluate', 'EvaluatePage')
    person.evaluate()
    if person.hands.has(person.words('Resume', 'TrainPage'), 'push button'):
        raise student.NotFound('no offer')


parser = argparse.ArgumentParser()
parser.add_argument('nefes')
parser.add_argument('output')
student.run(walk, parser)
