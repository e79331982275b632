#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Which lines of core/ and ml/ the tests run, a row a folder. Needs the package gcovr; NEFES_TEST_DATA adds the tests
# on real files.
#
#   packaging/coverage.sh [BUILD_FOLDER]
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${1:-$project/build/coverage}
command -v gcovr >/dev/null || { echo "missing: gcovr (package gcovr)" >&2; exit 2; }
cd "$project"
# The window's code is not measured, and takes longest to compile.
cmake --preset coverage -B "$build" -DNEFES_UI=OFF -DNEFES_APP=OFF >/dev/null
cmake --build "$build"
find "$build" -name '*.gcda' -delete
(cd "$build" && OMP_WAIT_POLICY=PASSIVE ctest --output-on-failure -j "$(nproc)") || echo "some tests failed" >&2
gcovr --root "$project" --object-directory "$build" --filter 'core/' --filter 'ml/' --exclude 'ml/tools/' \
  --exclude-throw-branches --json-summary "$build/coverage.json" --html-details "$build/coverage.html" >/dev/null
python3 - "$build/coverage.json" <<'PYTHON'
import collections
import json
import os
import sys
folders = collections.defaultdict(lambda: [0, 0])
for file in json.load(open(sys.argv[1]))['files']:
    for folder in {os.path.dirname(file['filename']), file['filename'].split('/')[0], 'all'}:
        folders[folder][0] += file['line_covered']
        folders[folder][1] += file['line_total']
for folder, (covered, total) in sorted(folders.items()):
    print('%-16s %6d of %6d lines  %5.1f %%' % (folder, covered, total, 100 * covered / max(1, total)))
PYTHON
echo "by file: $build/coverage.html"
