#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`nefes classify --heatmap` against a PyTorch script that does the same, in one run.

  classify_bench.py NEFES PEER.py FILE [--model ID|DIR] [--runs N] [--threads N] [--repeat N]

Two comparisons, each in turn A B A B: the whole process on FILE (wall seconds and peak memory), and
one warm analysis (decode, preprocess, forward, heatmap: the figures that both print, median of
--repeat in one process). PEER takes [--threads N] [--repeat N] FILE and prints one JSON line a file
with `total` in milliseconds. Both run with OMP_WAIT_POLICY=PASSIVE. Prints one JSON line.
"""
import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time


def run(command):
    """Wall seconds, peak memory in MB, standard output."""
    environment = dict(os.environ, OMP_WAIT_POLICY="PASSIVE")
    began = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        output.seek(0)
        text = output.read().decode()
    if status != 0:
        raise SystemExit(f"{command[0]} failed: {text[-300:]}")
    return wall, usage.ru_maxrss / 1024, text


def lines(text, key):
    rows = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    return [row for row in rows if key in row]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("nefes")
    parser.add_argument("peer")
    parser.add_argument("file")
    parser.add_argument("--model", default="")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--repeat", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours = [options.nefes, "classify", "--threads", str(options.threads), "--heatmap", folder]
        ours += ["--model", options.model] if options.model else []
        peer = ["/usr/bin/python3", options.peer, "--threads", str(options.threads)]
        run(ours + [options.file]), run(peer + [options.file])  # warm the file cache
        cold = [(run(ours + [options.file]), run(peer + [options.file])) for _ in range(options.runs)]
        warm_ours, warm_peer = [], []
        for _ in range(2):
            rows = lines(run(ours + [options.file] * options.repeat)[2], "timing_ms")
            warm_ours += [sum(row["timing_ms"].values()) for row in rows[2:]]
            rows = lines(run(peer + ["--repeat", str(options.repeat), options.file])[2], "total")
            warm_peer += [row["total"] for row in rows[2:]]
    median = statistics.median
    print(json.dumps({
        "file": os.path.basename(options.file), "model": options.model or "default", "threads": options.threads,
        "process_s": {"nefes": round(median(a[0] for a, _ in cold), 3), "peer": round(median(b[0] for _, b in cold), 3),
                      "ratio": round(median(b[0] / a[0] for a, b in cold), 2)},
        "peak_mb": {"nefes": round(median(a[1] for a, _ in cold)), "peer": round(median(b[1] for _, b in cold))},
        "warm_ms": {"nefes": round(median(warm_ours), 1), "peer": round(median(warm_peer), 1),
                    "ratio": round(median(warm_peer) / median(warm_ours), 2)},
        "load": os.getloadavg()[0]}))


main()
