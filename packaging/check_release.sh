#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries a Debian release from nothing, in a debootstrap root: the two commands of the README, the packages,
# and installing, using, upgrading and removing them in a bare root. Says what it did, step by step.
#
#   packaging/check_release.sh RELEASE FOLDER [--data DIR] [--compare FILE] [--jobs N] [--only build|install]
#
# RELEASE  bookworm (Debian 12) or trixie (Debian 13)
# FOLDER   where the roots lie (8 GB); kept, so that a second run goes on from them. The results are in
#          FOLDER/result: transcript.txt, probabilities.json, window.png, the packages, lintian.txt
# --data   the folder of real files for the tests (NEFES_TEST_DATA), seen read-only
# --compare FILE   probabilities.json of another release: they may differ by 0.0001 at most
# Needs root and the package debootstrap. NEFES_MIRROR names another mirror.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tolerance=0.0001

usage() { sed -n '3,16s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2; }
[ $# -ge 2 ] || usage
release=$1 folder=$2
shift 2
data='' compare='' jobs=$(nproc) only=''
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=$2 ;;
    --compare) compare=$2 ;;
    --jobs) jobs=$2 ;;
    --only) only=$2 ;;
    *) usage ;;
  esac
  shift 2
done
[ "$(id -u)" -eq 0 ] || { echo "needs root for debootstrap and chroot" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "needs the package debootstrap" >&2; exit 2; }
mkdir -p "$folder/result"
folder=$(cd "$folder" && pwd)
result=$folder/result
failures=0

say() { printf '== %s: %s\n' "$(date +%T)" "$*" | tee -a "$result/transcript.txt"; }
# step WORDS -- COMMAND: the command's last lines go to the transcript, a failure is counted.
step() {
  local words=$1 status=0 start=$SECONDS
  shift 2
  "$@" >"$result/step.txt" 2>&1 || status=$?
  tail -n 12 "$result/step.txt" | sed 's/^/   /' >>"$result/transcript.txt"
  if [ "$status" -eq 0 ]; then
    say "$words: done in $((SECONDS - start)) s"
  else
    say "$words: FAILED with status $status after $((SECONDS - start)) s"
    failures=$((failures + 1))
  fi
}

base_root() { # FOLDER: a root with nothing but the release's required packages
  if [ ! -e "$folder/base.tar" ]; then
    say "debootstrap $release"
    remove_root "$folder/base"
    debootstrap --variant=minbase "$release" "$folder/base" "${NEFES_MIRROR:-http://deb.debian.org/debian}" \
      >"$result/debootstrap.txt"
    tar -C "$folder/base" -cf "$folder/base.tar.part" .
    mv "$folder/base.tar.part" "$folder/base.tar"
    remove_root "$folder/base"
  fi
  mkdir -p "$1"
  tar -C "$1" -xf "$folder/base.tar"
}

# A run that was killed may have left /dev or /proc of this machine inside the folder: never delete through them.
release_mounts() { # FOLDER
  local point
  findmnt -rno TARGET | { grep -F "$1/" || true; } | sort -r | while read -r point; do umount -l "$point"; done
}
remove_root() { # FOLDER
  release_mounts "$1"
  rm -rf --one-file-system "$1"
}

mounts=()
mount_in() { mkdir -p "$2" && mount --bind "$1" "$2" && mounts+=("$2"); }
leave() {
  local i
  for ((i = ${#mounts[@]} - 1; i >= 0; i--)); do umount -l "${mounts[i]}" || true; done
}
trap leave EXIT
enter() { # FOLDER
  mount_in /proc "$1/proc"
  mount_in /dev "$1/dev"
  mount_in /dev/pts "$1/dev/pts"
  cp /etc/resolv.conf "$1/etc/resolv.conf"
}

: >"$result/transcript.txt"
say "release $release, project $(git -C "$project" describe --always --dirty)"

build=$folder/build
if [ "$only" != install ]; then
  [ -d "$build/etc" ] || base_root "$build"
  enter "$build"
  [ -z "$data" ] || { mount_in "$data" "$build/data" && mount -o remount,bind,ro "$build/data"; }
  rm -rf "$build/nefes"
  git clone -q "$project" "$build/nefes"
  in_build() {
    chroot "$build" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root NEFES_JOBS="$jobs" \
      NEFES_BUILD_DIR=/build NEFES_HEATMAPS=/build/heatmaps ${data:+NEFES_TEST_DATA=/data} "$@"
  }
  step "README, first command: packaging/run.sh" -- in_build /nefes/packaging/run.sh
  step "README, second command: packaging/test.sh" -- in_build /nefes/packaging/test.sh
  step "cpack" -- in_build sh -c 'apt-get install -y -q --no-install-recommends file dpkg-dev lintian && cd /build && cpack'
  cp "$build"/build/nefes*_amd64.deb "$result/"
  rm -f "$result"/nefes-portable-*
  step "portable archive" -- in_build sh -c "apt-get install -y -q --no-install-recommends patchelf xz-utils \
    qt6-base-dev-tools && /nefes/packaging/portable.sh /build /build/nefes-portable-$release.tar.xz"
  cp "$build/build/nefes-portable-$release.tar.xz" "$result/"
  # Status 1 is lintian's own for errors in a package; anything else means that it did not look.
  lintian_status=0
  in_build sh -c 'lintian --tag-display-limit 0 /build/nefes_*_amd64.deb /build/nefes-torch_*_amd64.deb' \
    >"$result/lintian.txt" 2>&1 || lintian_status=$?
  if [ "$lintian_status" -gt 1 ] && ! grep -q '^E:' "$result/lintian.txt"; then
    say "lintian FAILED with status $lintian_status"
    failures=$((failures + 1))
  fi
  say "lintian: $(grep -c '^E:' "$result/lintian.txt" || true) errors, $(grep -c '^W:' "$result/lintian.txt" || true) warnings"
  if grep -q '^E:' "$result/lintian.txt"; then failures=$((failures + 1)); fi
fi

if [ "$only" != build ]; then
  bare=$folder/bare
  remove_root "$bare"
  base_root "$bare"
  enter "$bare"
  mkdir "$bare/packages"
  cp "$result"/nefes_*_amd64.deb "$result"/nefes-torch_*_amd64.deb "$bare/packages/"
  sample=/usr/share/nefes/samples/chest-phantom.dcm
  # A user with a home of his own, as on a real machine.
  chroot "$bare" useradd -m reader
  as_user() { chroot "$bare" su reader -c "cd && export LC_ALL=C.UTF-8 && $1"; }
  as_admin() { chroot "$bare" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
  without_analysis() {
    as_user "nefes inspect $sample" || return 1
    ! as_user "nefes classify $sample" || return 1
    as_user "nefes classify $sample 2>&1 | grep nefes-torch"
  }
  upgrade() { # the same packages under a later version
    local name
    for name in nefes nefes-torch; do
      rm -rf "$folder/later"
      dpkg-deb -R "$result/$name"_*_amd64.deb "$folder/later"
      sed -i -E 's/^(Version: .*)$/\1+later/; s/\(= ([^)]*)\)/(= \1+later)/' "$folder/later/DEBIAN/control"
      dpkg-deb --root-owner-group -b "$folder/later" "$bare/packages/later-$name.deb"
    done
    rm -rf "$folder/later"
    as_admin sh -c 'apt-get install -y -q /packages/later-nefes.deb /packages/later-nefes-torch.deb'
    as_admin dpkg-query -W nefes nefes-torch
  }
  removed_whole() {
    as_admin apt-get purge -y -q nefes nefes-torch || return 1
    local path left=0
    while read -r path; do
      [ ! -f "$bare$path" ] || { echo "left behind: $path"; left=1; }
    done <"$result/installed.txt"
    return $left
  }
  state() { (cd "$bare/home/reader" && find . -type f -not -path './.cache/*' -exec sha256sum {} + | sort); }

  portable() {
    local top=/home/reader/portable
    mkdir "$bare$top"
    tar -C "$bare$top" --strip-components 1 -xJf "$result/nefes-portable-$release.tar.xz"
    as_user "$top/bin/nefes classify $top/share/nefes/samples/chest-phantom.dcm >portable.json && cat portable.json" || return 1
    as_user "QT_QPA_PLATFORM=offscreen $top/bin/nefes open $top/share/nefes/samples/chest-phantom.dcm \
      --screenshot portable.png --size 1280x800" || return 1
    rm -rf "${bare:?}$top"
  }
  if [ -e "$result/nefes-portable-$release.tar.xz" ]; then
    step "the portable archive runs in a bare root" -- portable
  else
    say "no portable archive to try"
  fi
  step "package lists" -- as_admin apt-get update -q
  step "install the viewer alone" -- as_admin apt-get install -y -q --no-install-recommends \
    /packages/"$(basename "$result"/nefes_*_amd64.deb)"
  step "it works alone and names the package with the analysis" -- without_analysis
  step "install the analysis" -- as_admin apt-get install -y -q --no-install-recommends \
    /packages/"$(basename "$result"/nefes-torch_*_amd64.deb)"
  chroot "$bare" dpkg -L nefes nefes-torch | sort -u >"$result/installed.txt"
  step "classify" -- as_user "nefes classify --heatmap heat $sample >probabilities.json && cat probabilities.json"
  cp "$bare/home/reader/probabilities.json" "$result/" || failures=$((failures + 1))
  step "start offscreen with a screenshot" -- as_user "nefes open $sample --screenshot window.png --size 1280x800"
  cp "$bare/home/reader/window.png" "$result/" || failures=$((failures + 1))
  state >"$folder/before.txt"
  step "upgrade" -- upgrade
  step "classify after the upgrade" -- as_user "nefes classify $sample"
  step "remove; nothing of it is left in the system" -- removed_whole
  step "the user's files are as they were" -- diff "$folder/before.txt" <(state)
fi

if [ -n "$compare" ]; then
  agree() {
    python3 - "$compare" "$result/probabilities.json" "$tolerance" <<'PYTHON'
import json
import sys
one, other = ({s['label']: s['probability'] for s in json.load(open(name))['scores']} for name in sys.argv[1:3])
largest = max(abs(one[label] - other[label]) for label in one)
print('largest difference of a probability: %.2g' % largest)
sys.exit(one.keys() != other.keys() or largest > float(sys.argv[3]))
PYTHON
  }
  step "probabilities as in $compare" -- agree
fi

rm -f "$result/step.txt"
say "$failures failures; results in $result"
[ "$failures" -eq 0 ]
