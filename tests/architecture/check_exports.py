#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What program and torch module export: our own functions, which the stack in a report of a crash then names. The module
exports its entry beside them and nothing of another library; what a program shares with its libraries is the linker's
business.

check_exports.py NM PROGRAM MODULE
"""
import subprocess
import sys

nm, program, module = sys.argv[1:]
# One function of each layer, as far from a header as possible.
NAMED = {program: ['nefes::app::runCommandLine', 'nefes::ui::MainWindow::openPaths', 'nefes::dicom::',
                   'nefes::study::Library::add', 'nefes::ml::runTraining'],
         module: ['nefes::engine::createTorchTrainer', 'nefes::engine::buildNetwork', 'nefes::ml::']}
failures = []
for file, wanted in NAMED.items():
    lines = subprocess.run([nm, '-DC', '--defined-only', file], capture_output=True, text=True, check=True).stdout
    # "0000000000012345 T name"
    symbols = [line.split(' ', 2)[1:] for line in lines.splitlines()]
    names = [name for kind, name in symbols if kind in 'TWi']
    failures += [f'{file}: no {name}' for name in wanted if not any(one.startswith(name) for one in names)]
    if file == module:
        failures += [f'{file}: exports {name}' for name in names
                     if 'nefes::' not in name and name != 'nefes_create_backend']
    print(f'{file}: {len(names)} functions')
print('\n'.join(failures))
sys.exit(1 if failures else 0)
