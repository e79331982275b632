#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A student with a data set that has every fault of the field, drawn by the walk itself: what the wizard says of each, and what its buttons mend.

  bad_data_walk.py NEFES OUTPUT [--language en|tr] [--theme dark|light] [--small] [--minutes M]

An empty folder, one class only, then patients in two splits, a copy across splits, 15 validation images, empty and unreadable files; a second
run is queued while the first trains, the folder vanishes in mid-run, fails the queued run, and comes back.
"""
import argparse
import os
import time

import drawings
import student


def walk(person, arguments):
    words, hands = person.words, person.hands
    home = person.desktop.home
    empty = os.path.join(home, 'empty')
    os.makedirs(empty)
    one = os.path.join(home, 'one')
    for i in range(5):
        drawings.write_png(os.path.join(one, drawings.CLASSES[0], f'{i}.png'), drawings.SIDE, drawings.drawing(0, i))
    person.open_wizard()

    for folder, source in ((empty, 'A folder cannot be used: mend it or take it out of the list.'),
                           (one, 'There is only one class, "%1". A network learns differences: it needs two classes or more.')):
        person.choose_folder(folder)
        print(person.wait_for_label(words.like(source, 'DataLoader'), 30))
        person.picture('bad-' + os.path.basename(folder))
        hands.click(words('Take out %1', 'FolderList').replace('%1', folder), 'push button')

    data = drawings.draw_bad(os.path.join(home, 'data'))
    person.choose_folder(data)
    person.wait_for_images()
    person.picture('bad-data')
    print('\n'.join(person.labels()))
    for context, source in (('DataAdvice', 'Keep patients together'), ('DataAdvice', 'Take %1 instead of %2')):
        if hands.has(words.like(source, context), 'push button'):
            hands.click(words.like(source, context), 'push button')
            person.wait_for_images()
    person.picture('mended')
    person.next()
    person.choose_recipe(student.COMPACT)
    person.next()
    person.next()

    person.button('Train', 'RunControls', enabled=True)
    person.button('Queue another run', 'RunControls', seconds=60, enabled=True)
    # Images are read before the first batch; what vanishes later is not missed by this run.
    person.wait_for_label(words.like('Training: %1', 'RunControls'), 60 * arguments.minutes)
    person.picture('queued')
    os.rename(data, data + '-away')
    person.go_to_step(1, 'Data', 'DataPage')
    print(person.wait_for_label(words('This folder is gone. Put it back, or take it out of the list.', 'FolderList'), 30))
    person.picture('vanished')
    person.go_to_step(4, 'Train', 'TrainPage')
    # The queued run begins with the folder gone, and says so.
    person.wait_for_label(words.like('Failed: %1', 'RunText'), 60 * arguments.minutes)
    print('\n'.join(person.labels()))
    person.picture('ended')
    os.rename(data + '-away', data)
    person.go_to_step(1, 'Data', 'DataPage')
    if hands.has(words('Read again', 'DataPage'), 'push button'):
        person.button('Read again', 'DataPage')
    person.wait_for_images()
    person.picture('back')


parser = argparse.ArgumentParser()
parser.add_argument('nefes')
parser.add_argument('output')
student.run(walk, parser)
