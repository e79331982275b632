#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the window on PATH…, or on the sample study.
# Without a display it classifies instead: the result on standard output, the heatmap beside it.
#
#   packaging/run.sh [PATH…]
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

paths=()
for path in "$@"; do
  paths+=("$(realpath -- "$path" 2>/dev/null || printf '%s' "$path")")
done
[ ${#paths[@]} -gt 0 ] || paths=("$project/resources/samples/chest-phantom.dcm")

install_packages "$project/packaging/packages.txt"
build_targets nefes nefes_program nefes_torch

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/bin/nefes" "${paths[@]}"
fi
say "there is no display: classifying instead of opening the window"
heatmaps=${NEFES_HEATMAPS:-$PWD/nefes-heatmaps}
status=0
"$build/bin/nefes" classify --format text --heatmap "$heatmaps" "${paths[@]}" || status=$?
say "pictures with the heatmap: $heatmaps"
exit "$status"
