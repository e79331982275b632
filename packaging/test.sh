#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs all tests. NEFES_TEST_DATA names the folder of real images and DICOM files
# that some tests want; they are reported as skipped without it. Arguments go to ctest.
#
#   packaging/test.sh [CTEST ARGUMENT…]
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_packages "$project/packaging/packages.txt" "$project/packaging/packages-test.txt"
build_targets
export OMP_WAIT_POLICY=PASSIVE
cd "$build"
exec ctest --output-on-failure --no-tests=error "$@"
