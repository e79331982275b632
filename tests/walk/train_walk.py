#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A student's way through the training wizard, by mouse and keys on the real window, with a picture of every step.

  train_walk.py NEFES DATA OUTPUT [--language en|tr] [--theme dark|light] [--small] [--minutes M] [--folds]

NEFES is the program, DATA a folder of labelled images, OUTPUT a folder for the pictures. The walk looks at the data, tries learning rates,
trains the recipe for brain MRI (with --folds a cross-validation of it as well), evaluates and publishes the model, opens one of the images in
the viewer and has the new model judge it. It ends with status 0 when all of that could be done, and prints what the window said on the way.
"""
import argparse

import student


def walk(person, arguments):
    person.open_wizard()
    person.choose_folder(arguments.data)
    person.wait_for_images()
    person.picture('data')
    person.next()
    person.choose_recipe(student.BRAIN)
    person.picture('preprocess')
    person.next()
    person.picture('network')
    person.next()
    person.find_rate(arguments.minutes, takes_it=False)  # the recipe's own is what was published
    if arguments.folds:
        person.cross_validate(10 * arguments.minutes)
    person.tab('Curves', 'TrainPage')
    print(f'trained in {person.train(arguments.minutes):.0f} s')
    person.next()
    person.evaluate()
    person.next()
    person.publish()
    person.judge(student.images(arguments.data)[0])


parser = argparse.ArgumentParser()
parser.add_argument('nefes')
parser.add_argument('data')
parser.add_argument('output')
parser.add_argument('--folds', action='store_true')
student.run(walk, parser)
