# SPDX-License-Identifier: GPL-3.0-or-later
"""Gray pictures in three classes that a small network can tell apart, drawn by chance and written as PNG; and the same with every fault that
data sets of the field have."""
import os
import random
import shutil
import struct
import zlib

SIDE = 96
CLASSES = ('alveoler', 'nodüler gölge', 'retiküler')


def write_png(path, side, rows):
    def chunk(name, data):
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))

    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', side, side, 8, 0, 0, 0, 0)) +
                   chunk(b'IDAT', zlib.compress(b''.join(b'\0' + row for row in rows), 6)) + chunk(b'IEND', b''))


def drawing(label, seed):
    """A soft veil, a disc or a net on a noisy ground."""
    chance = random.Random(seed)
    x0, y0 = chance.uniform(25, 70), chance.uniform(25, 70)
    radius, pitch, slant = chance.uniform(9, 14), chance.uniform(9, 13), chance.uniform(-0.3, 0.3)
    ground = chance.uniform(50, 90)
    rows = []
    for y in range(SIDE):
        row = bytearray()
        for x in range(SIDE):
            distance = (x - x0) ** 2 + (y - y0) ** 2
            value = ground
            if label == 0:
                value += 90 / (1 + distance / 900)
            elif label == 1:
                value += 110 if distance < radius ** 2 else 0
            else:
                value += 80 if (x + slant * y) % pitch < 2.5 or (y - slant * x) % pitch < 2.5 else 0
            row.append(max(0, min(255, int(value + chance.gauss(0, 12)))))
        rows.append(bytes(row))
    return rows


def draw(folder, count, seed=0):
    """`count` pictures of each class in a folder of its name."""
    shutil.rmtree(folder, ignore_errors=True)
    for label, name in enumerate(CLASSES):
        for i in range(count):
            write_png(os.path.join(folder, name, f'{i + 1}.png'), SIDE, drawing(label, seed + 1000 * label + i))
    return folder


def draw_bad(folder):
    """Patients in two splits, a copy across splits, a validation split of 15 images, files that are empty, cut off or no pictures."""
    shutil.rmtree(folder, ignore_errors=True)
    for label, name in enumerate(CLASSES):
        for number, (split, count) in enumerate((('train', 25), ('test', 25), ('val', 5))):
            for i in range(1, count + 1):
                write_png(os.path.join(folder, split, name, f'person{100 * label + i}_{split}_{i}.png'), SIDE,
                          drawing(label, 10000 * number + 1000 * label + i))
    first = os.path.join(folder, 'train', CLASSES[0])
    shutil.copy(os.path.join(folder, 'test', CLASSES[0], 'person1_test_1.png'), os.path.join(first, 'person901_copy_1.png'))
    open(os.path.join(first, 'person902_empty_1.png'), 'wb').close()
    with open(os.path.join(first, 'person903_text_1.jpg'), 'w', encoding='utf-8') as file:
        file.write('this is no picture')
    with open(os.path.join(folder, 'test', CLASSES[1], 'person101_test_1.png'), 'rb') as file:
        half = file.read()
    with open(os.path.join(first, 'person904_half_1.png'), 'wb') as file:
        file.write(half[:len(half) // 2])
    return folder
