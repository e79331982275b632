#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the pictures of the guide anew, in both languages: resources/help/{en,tr}/*.png. The program draws itself on the
# bundled sample and on chests that it draws for the occasion. Wants the packages that packaging/run.sh installs.
#
#   packaging/guide_pictures.sh
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

build_targets nefes nefes_program nefes_torch
"$build/bin/nefes" draw-guide-pictures "$project/resources/help"
ls -l "$project"/resources/help/*/*.png
