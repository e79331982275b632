# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by run.sh and test.sh: installs what is missing, configures, builds.
#
# NEFES_BUILD_DIR  where to build (default: build/ci in the project)
# NEFES_JOBS       compilers at once (default: one a core)

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${NEFES_BUILD_DIR:-$project/build/ci}
jobs=${NEFES_JOBS:-$(nproc)}

say() { printf '\033[1mnefes:\033[0m %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "packages are missing and there is no sudo; as root: $*"
  fi
}

# install_packages FILE…: the packages that the files name and that are not there.
install_packages() {
  local wanted missing=()
  command -v dpkg-query >/dev/null || die "this script installs Debian packages (packaging/packages.txt names them); on another system install their like by hand"
  wanted=$(sed -e 's/#.*//' "$@" | tr -s ' \n' '\n')
  for package in $wanted; do
    # A virtual or renamed package counts when something that provides it is installed.
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${#missing[@]} packages: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  local available=()
  for package in "${missing[@]}"; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      available+=("$package")
    else
      say "not in this release, left out: $package"
    fi
  done
  [ ${#available[@]} -eq 0 ] || as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${available[@]}" >&2 || die "apt-get could not install them"
}

# build_targets [TARGET…]
build_targets() {
  if [ ! -e "$build/build.ninja" ]; then
    say "configuring in $build"
    (cd "$project" && cmake --preset ci -B "$build") >&2 || die "cmake failed"
  fi
  say "building (the first time takes several minutes)"
  cmake --build "$build" --parallel "$jobs" ${1:+--target "$@"} >&2 || die "the build failed"
}
