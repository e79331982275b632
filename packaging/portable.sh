#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes an archive that runs from a folder without installation, on a machine of the same Debian release:
# the program, the torch module and the model as they would be installed, with the libraries that they need
# (but for the C library).
#
#   packaging/portable.sh BUILD_FOLDER OUTPUT.tar.xz
set -euo pipefail
[ $# -eq 2 ] || { sed -n '3,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2; }
build=$(realpath "$1") output=$(realpath "$2")
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
for tool in patchelf qtpaths6 cmake xz; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (packages patchelf, qt6-base-dev-tools, xz-utils)" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name=$(basename "$output" .tar.xz)
top=$work/$name
own=$top/lib/nefes
cmake --install "$build" --prefix "$top" --strip >/dev/null

# Qt finds its plug-ins by name, so no library names them.
plugins=$(qtpaths6 --query QT_INSTALL_PLUGINS)
for kind in platforms xcbglintegrations imageformats iconengines platforminputcontexts wayland-shell-integration \
  wayland-graphics-integration-client wayland-decoration-client; do
  [ -d "$plugins/$kind" ] && mkdir -p "$own/plugins" && cp -R "$plugins/$kind" "$own/plugins/"
done
# Platforms without a desktop's window system stay out.
find "$own/plugins/platforms" -type f ! -name 'libqxcb.so' ! -name 'libqoffscreen.so' ! -name 'libqwayland-generic.so' -delete
mkdir -p "$own/translations" "$own/libs"
cp "$(qtpaths6 --query QT_INSTALL_TRANSLATIONS)"/qtbase_*.qm "$own/translations/" 2>/dev/null || true
printf '[Paths]\nPrefix = .\nPlugins = plugins\nTranslations = translations\n' >"$own/qt.conf"

# The C library belongs to the machine.
stays='/(ld-linux[^/]*|lib(c|m|dl|rt|pthread|resolv|util|nsl))\.so'
find "$own" -type f \( -name '*.so' -o -name 'nefes-program' \) -print0 | xargs -0 -n 1 ldd 2>/dev/null |
  awk '$2 == "=>" && $3 ~ /^\// {print $3}' | sort -u | grep -Ev "$stays" |
  while read -r library; do cp -L "$library" "$own/libs/"; done
# An RPATH of the program (not a RUNPATH) serves the libraries' own needs and plug-ins too.
patchelf --force-rpath --set-rpath "\$ORIGIN/libs" "$own/nefes-program"
dictionary=$(find /usr/share -name dicom.dic -path '*dcmtk*' | head -n 1)
[ -n "$dictionary" ] || { echo "DCMTK's dictionary (dicom.dic) is not installed" >&2; exit 2; }
cp "$dictionary" "$top/share/nefes/"
cp "$project/LICENSE" "$top/"
# shellcheck source=/dev/null
. /etc/os-release
cat >"$top/README.txt" <<EOF
Nefes runs from this folder: start bin/nefes. Made on and for $PRETTY_NAME (amd64).
Nefes bu klasörden çalışır: bin/nefes dosyasını başlatın. $PRETTY_NAME (amd64) için hazırlanmıştır.

AI estimate, not a diagnosis. Yapay zekâ tahminidir, tanı değildir.
EOF
tar -C "$work" --owner=0 --group=0 --sort=name -cf - "$name" | xz -1 -T0 >"$output.part"
mv "$output.part" "$output"
echo "$output: $(du -h "$output" | cut -f1), unpacked $(du -sh "$top" | cut -f1)"
