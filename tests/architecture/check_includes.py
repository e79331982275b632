#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every #include against the dependency rule of ARCHITECTURE.md.

  check_includes.py SOURCE_DIR

Needed beside the linking rule: Debian installs the headers of LibTorch and DCMTK in /usr/include,
so that a missing link does not stop an include. Prints each breach as file:line: reason; exit
status 1 when there is one.
"""
import os
import re
import sys

QT_LIBRARY = re.compile(r"Q[A-Z]\w*(/\w+)?$|qt\w+\.h$")
# First match wins. (pattern of an include, name of the library)
LIBRARIES = [
    (re.compile(r"(torch|ATen|c10|caffe2)/"), "torch"),
    (re.compile(r"dcmtk/"), "dcmtk"),
    (re.compile(r"opencv2/"), "opencv"),
    (re.compile(r"openjpeg"), "openjpeg"),
    (re.compile(r"jpeglib\.h|turbojpeg\.h"), "jpeg"),
    (re.compile(r"jxl/"), "jxl"),
    (re.compile(r"sqlite3\.h"), "sqlite"),
    (re.compile(r"zip\.h"), "libzip"),
    (re.compile(r"zlib\.h"), "zlib"),
    (re.compile(r"openssl/"), "openssl"),
    (re.compile(r"spdlog/"), "spdlog"),
    (re.compile(r"CLI/"), "cli11"),
    (re.compile(r"(nlohmann|tl|fmt)/"), "vocabulary"),
    (QT_LIBRARY, "qt"),
]
BASE = ["core/base", "core/image"]
# folder → (project folders it may include, libraries it may include anywhere,
#           libraries it may include in .cpp and _p.h files alone)
RULES = {
    "core/base": (BASE, {"vocabulary"}, {"openssl", "spdlog"}),
    "core/image": (BASE, {"vocabulary"}, set()),
    "core/imaging": (BASE + ["core/imaging"], {"vocabulary"}, {"opencv", "openjpeg", "jpeg", "jxl"}),
    "core/study": (BASE + ["core/study"], {"vocabulary"}, {"sqlite", "libzip"}),
    "core/dicom": (BASE + ["core/dicom"], {"vocabulary"}, {"dcmtk", "zlib"}),
    "ml/torch": (BASE + ["ml"], {"vocabulary"}, {"torch"}),
    "ml/tools": (BASE + ["ml"], {"vocabulary", "cli11"}, {"torch"}),
    "ml": (BASE + ["ml"], {"vocabulary"}, set()),
    "ui": (BASE + ["core/study", "ml", "ui"], {"vocabulary", "qt"}, set()),
    "app": (["core", "ml", "ui", "app"], {"vocabulary", "qt", "cli11"}, set()),
}
# ml/ must not reach into the module that is loaded at run time, ui/ neither.
NEVER = {"ml": ["ml/torch", "ml/tools"], "ui": ["ml/torch", "ml/tools"], "app": ["ml/torch", "ml/tools"]}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def within(path, folder):
    return path == folder or path.startswith(folder + "/")


def breach(folder, name, kind, target):
    projects, libraries, hidden = RULES[folder]
    if kind == '"':
        if any(within(target, f) for f in NEVER.get(folder, [])):
            return f"{folder} must not include {target}: it is loaded at run time"
        if any(within(target, f) for f in projects):
            return None
        return f"{folder} must not include {target}"
    library = next((n for pattern, n in LIBRARIES if pattern.match(target)), None)
    if library is None or library in libraries:
        return None
    if library in hidden:
        if name.endswith((".cpp", "_p.h")):
            return None
        return f"<{target}>: {library} belongs in .cpp and _p.h files of {folder}"
    return f"{folder} must not include <{target}> ({library})"


def main():
    root = sys.argv[1]
    breaches, files = [], 0
    for folder in RULES:
        inner = [f for f in RULES if f != folder and within(f, folder)]
        for path, _, names in os.walk(os.path.join(root, folder)):
            relative = os.path.relpath(path, root)
            if any(within(relative, f) for f in inner):
                continue
            for name in sorted(names):
                if not name.endswith((".h", ".cpp")):
                    continue
                files += 1
                with open(os.path.join(path, name), encoding="utf-8") as source:
                    for number, line in enumerate(source, 1):
                        found = INCLUDE.match(line)
                        reason = breach(folder, name, *found.groups()) if found else None
                        if reason:
                            breaches.append(f"{relative}/{name}:{number}: {reason}")
    print("\n".join(breaches + [f"{files} files, {len(breaches)} breaches"]))
    sys.exit(1 if breaches or not files else 0)


main()
