#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same way on a data set that the walk draws itself, with three classes of other names: nothing in the wizard knows "normal" or "no".

  classes_walk.py NEFES OUTPUT [--language en|tr] [--theme dark|light] [--small] [--minutes M]
"""
import argparse
import os

import drawings
import student


def walk(person, arguments):
    data = drawings.draw(os.path.join(person.desktop.home, 'drawn'), 40)
    person.open_wizard()
    person.choose_folder(data)
    person.wait_for_images()
    person.picture('data')
    person.next()
    person.choose_recipe(student.COMPACT)
    person.picture('preprocess')
    person.next()
    person.picture('network')
    person.next()
    person.find_rate(arguments.minutes)
    person.tab('Curves', 'TrainPage')
    print(f'trained in {person.train(arguments.minutes):.0f} s')
    person.next()
    person.evaluate()
    person.next()
    person.publish()
    person.judge(student.images(data)[0])


parser = argparse.ArgumentParser()
parser.add_argument('nefes')
parser.add_argument('output')
student.run(walk, parser)
