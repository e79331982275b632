#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time to the stored values of every lossless image of a folder, against GDCM and DCMTK.

  decode_bench.py DECODE_BENCH FOLDER

DECODE_BENCH is the program built from decode_bench.cpp. FOLDER holds manifest.csv and the files it
names; those that are images and not lossy are read. GDCM runs in this process (python3-gdcm) and
decodes without a copy into Python. Each time is the shortest of five runs. Prints a table by
transfer syntax: total milliseconds of each program over the files that both can open, and the
ratio.
"""
import collections
import csv
import json
import os
import subprocess
import sys
import time

import gdcm

REPEATS = 5


def gdcm_ms(path):
    best = None
    for _ in range(REPEATS):
        start = time.perf_counter()
        reader = gdcm.ImageReader()
        reader.SetFileName(path)
        if not reader.Read():
            return None
        change = gdcm.ImageChangeTransferSyntax()
        change.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.ExplicitVRLittleEndian))
        change.SetInput(reader.GetImage())
        change.SetForce(True)
        if not change.Change():
            return None
        elapsed = 1000 * (time.perf_counter() - start)
        best = elapsed if best is None else min(best, elapsed)
    return best


def guarded_ms(path):
    """gdcm_ms in a child: GDCM aborts on some files."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, repr(gdcm_ms(path)).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return float(text) if text and text != "None" else None


def lossless(folder):
    with open(os.path.join(folder, "manifest.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["expectation"] == "image" and row["lossy"] == "0":
                yield os.path.join(folder, row["file"]), row["transfer_syntax"]


def ratio(ours, theirs):
    return f"{ours / theirs:5.2f}" if theirs else "    –"


def main():
    program, folder = sys.argv[1:3]
    gdcm.Trace.WarningOff()
    gdcm.Trace.ErrorOff()
    files = list(lossless(folder))
    print(f"{len(files)} files, load {os.getloadavg()[0]:.2f}")
    output = subprocess.run([program, *[path for path, _ in files]], check=True, capture_output=True).stdout
    rows = [json.loads(line) for line in output.decode().splitlines()]
    sums = collections.defaultdict(lambda: [0.0] * 4)
    counts = collections.Counter()
    for row, (path, syntax) in zip(rows, files):
        ours = row["nefes_ms"]
        if ours is None:
            print(f"not read: {path}")
            continue
        for name in (syntax or "none", "all"):
            counts[name] += 1
        theirs = guarded_ms(path)
        for peer, offset in ((theirs, 0), (row["dcmtk_ms"], 2)):
            if peer is not None:
                for name in (syntax or "none", "all"):
                    sums[name][offset] += ours
                    sums[name][offset + 1] += peer
    print("| transfer syntax | files | Nefes ms | GDCM ms | ratio | Nefes ms | DCMTK ms | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name in sorted(sums):
        a, b, c, d = sums[name]
        print(f"| {name} | {counts[name]} | {a:.1f} | {b:.1f} | {ratio(a, b)} | {c:.1f} | {d:.1f} | {ratio(c, d)} |")


main()
