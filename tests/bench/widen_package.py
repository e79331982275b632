#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A model package with twice the channels of another one and random weights, for benchmarks.

  widen_package.py PACKAGE OUTPUT [--side 224]

The bundled model is a ResNet-18 of half the usual width; this gives the full one, so that it can be measured against a
script with the same network. Its scores mean nothing.
"""
import argparse
import hashlib
import json
import os
import random
import struct


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("package")
    parser.add_argument("output")
    parser.add_argument("--side", type=int, default=224)
    options = parser.parse_args()
    with open(os.path.join(options.package, "weights.safetensors"), "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
    header.pop("__metadata__", None)
    rng = random.Random(1)
    tensors, body = {}, bytearray()
    for name in sorted(header):
        shape = list(header[name]["shape"])
        is_output = name.startswith("network.output.")
        if not is_output and shape:
            shape[0] *= 2
        if len(shape) > 1 and shape[1] > 1:
            shape[1] *= 2
        count = 1
        for side in shape:
            count *= side
        if header[name]["dtype"] == "I64":
            data = struct.pack(f"<{count}q", *([1] * count))
        elif name.endswith(("running_var", "bn1.weight", "bn2.weight", "downsample.1.weight")):
            data = struct.pack(f"<{count}f", *([1.0] * count))
        elif len(shape) > 1:
            spread = (2.0 / (count / shape[0])) ** 0.5
            data = struct.pack(f"<{count}f", *(rng.gauss(0.0, spread) for _ in range(count)))
        else:
            data = bytes(4 * count)
        tensors[name] = {"dtype": header[name]["dtype"], "shape": shape,
                         "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(tensors).encode()
    text += b" " * (-len(text) % 8)
    weights = struct.pack("<Q", len(text)) + text + bytes(body)
    with open(os.path.join(options.package, "model.json"), encoding="utf-8") as file:
        model = json.load(file)
    model["id"] += "-wide"
    model["network"]["width"] *= 2
    model["input"]["width"] = model["input"]["height"] = options.side
    model["input_check"] = None
    model["weights_sha256"] = hashlib.sha256(weights).hexdigest()
    os.makedirs(options.output, exist_ok=True)
    for name, data in (("model.json", json.dumps(model, indent=2).encode()), ("weights.safetensors", weights),
                       ("splits.csv", b"sha256,split\n"), ("card.en.md", b"Random weights, for benchmarks.\n"),
                       ("card.tr.md", "Rastgele ağırlıklar, yalnızca ölçüm için.\n".encode())):
        with open(os.path.join(options.output, name), "wb") as file:
            file.write(data)


main()
