#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy with the checks of .clang-tidy over core/, ml/, ui/ and app/: every finding, and status 1 if there is one.
# ml/torch is left out: LibTorch's headers alone take minutes a file.
#
#   packaging/tidy.sh [BUILD_FOLDER] [PATTERN]     # PATTERN: only files whose path has it, e.g. core/study/
#
# Needs clang-tidy 16 or newer (Debian 13: package clang-tidy, 12: clang-tidy-19): 14 cannot parse <ranges> of GCC 12.
# NEFES_CLANG_TIDY names the program, NEFES_JOBS how many at once.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${1:-$project/build/tidy}
pattern=${2:-}
jobs=${NEFES_JOBS:-$(nproc)}

find_tidy() {
  local candidate version
  for candidate in "${NEFES_CLANG_TIDY:-}" clang-tidy clang-tidy-{22,21,20,19,18,17,16}; do
    [ -n "$candidate" ] && command -v "$candidate" >/dev/null || continue
    version=$("$candidate" --version | sed -n 's/.*version \([0-9]*\).*/\1/p' | head -n 1)
    if [ "${version:-0}" -ge 16 ]; then
      echo "$candidate"
      return
    fi
  done
  echo "missing: clang-tidy 16 or newer (Debian 13: package clang-tidy)" >&2
  return 2
}
tidy=$(find_tidy)

cd "$project"
# Precompiled headers are GCC's own; the tests are not checked. Some sources include what moc writes, which needs no
# library to be built first.
cmake --preset dev -B "$build" -DNEFES_PRECOMPILE=OFF -DNEFES_TESTS=OFF -DCMAKE_AUTOGEN_ORIGIN_DEPENDS=OFF >/dev/null
ninja -C "$build" $(ninja -C "$build" -t targets all | sed -n 's/^\([a-z_]*_autogen\): phony$/\1/p') >/dev/null

python3 - "$build/compile_commands.json" "$project" "$pattern" >"$build/tidy_files.txt" <<'PYTHON'
import json
import os
import sys
commands, project, pattern = sys.argv[1:]
for entry in sorted(json.load(open(commands)), key=lambda entry: entry['file']):
    path = os.path.relpath(entry['file'], project)
    if path.startswith(('core/', 'ml/', 'ui/', 'app/')) and not path.startswith('ml/torch/') and pattern in path:
        print(path)
PYTHON
echo "$(wc -l <"$build/tidy_files.txt") files, $("$tidy" --version | sed -n 's/.*\(version [0-9.]*\).*/clang-tidy \1/p')"
status=0
# GCC's warning options are not all known to clang, and stable_sort of libstdc++ 12 calls what C++17 deprecates.
xargs -r -P "$jobs" -n 1 "$tidy" -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option \
  --extra-arg=-Wno-deprecated-declarations \
  <"$build/tidy_files.txt" 2>"$build/tidy_errors.txt" || status=1
grep -E '(error|fatal):' "$build/tidy_errors.txt" >&2 || true
if [ "$status" -eq 0 ]; then echo "clean"; else echo "findings" >&2; fi
exit "$status"
