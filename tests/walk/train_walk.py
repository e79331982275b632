#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A student's way through the training wizard, by mouse and keys on the real window, with a picture of every step.

  train_walk.py NEFES DATA OUTPUT [--language en|tr] [--recipe TITLE] [--minutes M]

NEFES is the program, DATA a folder of labelled images, OUTPUT a folder for the pictures. The walk trains the recipe, evaluates and
publishes it, opens one of the images in the viewer and has the new model judge it. It ends with status 0 when all of that could be
done, and prints what the window said on the way.
"""
import argparse
import os
import sys
import time

from desktop import Desktop, Hands, NotFound, enter_private_session

WORDS = {
    'en': {
        'train model': 'Train a model', 'choose folder': 'Choose a folder…', 'draw others': 'Draw others', 'next': 'Next',
        'train': 'Train', 'publish': 'Install in the viewer', 'back': 'Back to the viewer', 'first recipe': 'Binary baseline',
        'evaluate': 'Evaluate', 'recipe': 'Brain MRI: tumour yes or no', 
        
    },
    'tr': {
        'train model': 'Model eğit', 'choose folder': 'Klasör seç…', 'draw others': 'Başkalarını göster', 'next': 'İleri',
        'train': 'Eğit', 'publish': 'Görüntüleyiciye kur', 'back': 'Görüntüleyiciye dön', 'first recipe': 'İkili temel model',
        'evaluate': 'Değerlendir', 'recipe': 'Beyin MR: tümör var mı', 
        
    },
}


def first_image(folder):
    """An image of the data, in the order of the file system."""
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.lower().endswith(('.jpg', '.jpeg', '.png', '.dcm')):
                return os.path.join(root, name)
    raise SystemExit(f'no image in {folder}')


def walk(arguments):
    words = WORDS[arguments.language]
    recipe = arguments.recipe or words['recipe']
    desktop = Desktop(arguments.output)
    pictures = []

    def picture(name):
        pictures.append(desktop.picture(f'{len(pictures) + 1:02d}-{name}-{arguments.language}'))

    try:
        desktop.spawn([arguments.nefes, '--language', arguments.language])
        hands = Hands(desktop, 'Nefes')
        hands.click(words['train model'], 'push button')
        hands.click(words['choose folder'], 'push button')
        time.sleep(1.5)
        hands.write(os.path.abspath(arguments.data))
        hands.keys('Return')
        hands.find(words['draw others'], 'push button', seconds=90)
        time.sleep(2)
        picture('data')
        hands.click(words['next'], 'push button', seconds=90, enabled=True)
        if recipe != words['first recipe']:
            hands.choose(words['first recipe'], recipe)
        time.sleep(2)
        picture('preprocess')
        hands.click(words['next'], 'push button', enabled=True)
        time.sleep(2)
        picture('network')
        hands.click(words['next'], 'push button', enabled=True)
        start = time.time()
        hands.click(words['train'], 'push button', enabled=True)
        time.sleep(15)
        picture('training')
        hands.find(words['next'], 'push button', seconds=60 * arguments.minutes, enabled=True)
        print(f'trained in {time.time() - start:.0f} s')
        time.sleep(2)
        picture('trained')
        print('\n'.join(name for name in hands.names('label') if '%' in name or name.startswith('Finished')))
        hands.click(words['next'], 'push button', enabled=True)
        hands.click(words['evaluate'], 'push button', enabled=True)
        time.sleep(12)
        picture('evaluate')
        print('\n'.join(name for name in hands.names('label') if '%' in name))
        hands.click(words['next'], 'push button', enabled=True)
        time.sleep(2)
        picture('publish')
        hands.click(words['publish'], 'push button', enabled=True)
        time.sleep(4)
        picture('published')
        hands.click(words['back'], 'push button')
        hands.keys('ctrl+o')
        time.sleep(1.5)
        hands.write(first_image(arguments.data))
        hands.keys('Return')
        time.sleep(8)
        picture('judged')
        print('\n'.join(hands.names('label')))
        return 0
    except NotFound as missing:
        desktop.picture('stuck')
        print(f'not found: {missing}', file=sys.stderr)
        return 1
    finally:
        desktop.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('nefes')
    parser.add_argument('data')
    parser.add_argument('output')
    parser.add_argument('--language', choices=WORDS, default='en')
    parser.add_argument('--recipe')
    parser.add_argument('--minutes', type=int, default=10)
    arguments = parser.parse_args()
    enter_private_session()
    sys.exit(walk(arguments))


main()
