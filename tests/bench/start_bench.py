#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time from process start to the first frame with menu, tool bar and docks, seen from outside.

  start_bench.py NEFES [--runs N] [--limit SECONDS]

Runs the program in an Xvfb whose frame buffer is a mapped file, and looks at that file every
millisecond. The frame to wait for is the settled window of a first, uncounted start; a run counts
as up when 99 % of its pixels agree. Needs the package xvfb. Prints one JSON line.
"""
import argparse
import json
import mmap
import os
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 800


class Display:
    """An Xvfb with a frame buffer that can be read as memory."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", self.folder.name],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.name = ":" + os.read(read, 16).decode().strip()
        with open(os.path.join(self.folder.name, "Xvfb_screen0"), "rb") as file:
            self.map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # X11/XWDFile.h: header_size is the first word, ncolors the 20th, a colour takes 12 bytes.
        header = struct.unpack(">25I", self.map[:100])
        self.start = header[0] + 12 * header[19]

    def frame(self):
        return self.map[self.start:self.start + 4 * WIDTH * HEIGHT]

    def close(self):
        self.process.terminate()
        self.process.wait()


def agreement(a, b):
    """Share of equal rows of 32 pixels: cheap enough for every millisecond."""
    if a == b:
        return 1.0
    step = 4 * 32
    same = sum(a[i:i + step] == b[i:i + step] for i in range(0, len(a), step))
    return same * step / len(a)


def start(nefes, display, profile):
    environment = dict(os.environ, DISPLAY=display.name, XDG_CONFIG_HOME=profile, XDG_DATA_HOME=profile,
                       XDG_CACHE_HOME=profile, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb")
    return subprocess.Popen([nefes], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stop(process):
    process.send_signal(signal.SIGKILL)
    process.wait()
    time.sleep(0.3)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("nefes")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--limit", type=float, default=20.0)
    options = parser.parse_args()
    display = Display()
    try:
        with tempfile.TemporaryDirectory() as profile:
            empty = display.frame()
            process = start(options.nefes, display, profile)
            time.sleep(4.0)
            settled = display.frame()
            stop(process)
            if agreement(settled, empty) > 0.5:
                sys.exit("no window appeared")
            seconds = []
            for _ in range(options.runs):
                began = time.perf_counter()
                process = start(options.nefes, display, profile)
                while agreement(display.frame(), settled) < 0.99:
                    if time.perf_counter() - began > options.limit:
                        sys.exit(f"the window was not up after {options.limit} s")
                    time.sleep(0.001)
                seconds.append(time.perf_counter() - began)
                stop(process)
        print(json.dumps({"seconds_to_first_frame": {"median": round(statistics.median(seconds), 3),
                                                     "min": round(min(seconds), 3), "max": round(max(seconds), 3)},
                          "runs": options.runs, "load": os.getloadavg()[0]}))
    finally:
        display.close()


main()
