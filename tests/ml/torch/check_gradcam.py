#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recomputes the map of `nefes classify --heatmap` in PyTorch from the same safetensors file.

check_gradcam.py --program NEFES --model PACKAGE [IMAGE…]

The images are 8-bit gray pictures; without any, those of NEFES_TEST_DATA/samples. Every map must
agree within 2/255, and must change when the weights of the network's last stage are random: a map
that does not depend on the weights explains nothing (Adebayo et al., NeurIPS 2018).
"""
import argparse
import hashlib
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile

try:
    import cv2
    import numpy as np
    import torch
    import torch.nn.functional as F
except ImportError as error:
    print(f"SKIP   : {error}")
    sys.exit(0)

LARGEST_DIFFERENCE = 2
SMALLEST_CHANGE = 8.0  # mean difference of the maps with random weights, of 255


def read_safetensors(path):
    data = path.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = (8 + length + offset for offset in entry["data_offsets"])
            values = np.frombuffer(data[begin:end], dtype="<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values.copy())
    return header, tensors


def write_safetensors(path, header, tensors):
    text = json.dumps(header).encode()
    body = bytearray(sum(t.numel() * 4 for t in tensors.values()))
    for name, tensor in tensors.items():
        begin, end = header[name]["data_offsets"]
        body[begin:end] = tensor.contiguous().numpy().tobytes()
    path.write_bytes(struct.pack("<Q", len(text)) + text + bytes(body))


class ResNet:
    """The forward pass of a ResNet with basic blocks, from a dictionary of tensors alone."""

    def __init__(self, tensors):
        self.tensors = {name.removeprefix("network."): t for name, t in tensors.items()}

    def conv_norm(self, x, conv, norm, stride, padding):
        t = self.tensors
        x = F.conv2d(x, t[conv + ".weight"], None, stride, padding)
        return F.batch_norm(x, t[norm + ".running_mean"], t[norm + ".running_var"],
                            t[norm + ".weight"], t[norm + ".bias"], False, 0.0, 1e-5)

    def block(self, x, name, stride):
        y = F.relu(self.conv_norm(x, name + ".conv1", name + ".bn1", stride, 1))
        y = self.conv_norm(y, name + ".conv2", name + ".bn2", 1, 1)
        if name + ".downsample.0.weight" in self.tensors:
            x = self.conv_norm(x, name + ".downsample.0", name + ".downsample.1", stride, 0)
        return F.relu(y + x)

    def stem(self, x):
        return F.max_pool2d(F.relu(self.conv_norm(x, "conv1", "bn1", 2, 3)), 3, 2, 1)

    def stages(self, x, first, last):
        for stage in range(first, last + 1):
            block = 0
            while f"layer{stage}.{block}.conv1.weight" in self.tensors:
                stride = 2 if stage > 1 and block == 0 else 1
                x = self.block(x, f"layer{stage}.{block}", stride)
                block += 1
        return x

    def head(self, x):
        return F.linear(x.mean((2, 3)), self.tensors["output.weight"], self.tensors["output.bias"])


def padded_input(image, spec):
    """The network's input, and the part of it that the image covers."""
    rows, columns = image.shape
    width, height = spec["width"], spec["height"]
    scale = min(width / columns, height / rows)
    inner = (max(1, int(columns * scale + 0.5)), max(1, int(rows * scale + 0.5)))
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    smaller = inner[0] <= columns and inner[1] <= rows
    plane = np.zeros((height, width), np.uint8)
    plane[top : top + inner[1], left : left + inner[0]] = cv2.resize(
        image, inner, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)
    x = (torch.from_numpy(plane).float() * spec["scale"] - spec["mean"][0]) / spec["std"][0]
    return x.expand(1, spec["channels"], -1, -1), (left, top, inner[0], inner[1])


def reference_map(image, package, label, method):
    model = json.loads((package / "model.json").read_text())
    network = ResNet(read_safetensors(package / "weights.safetensors")[1])
    x, (left, top, width, height) = padded_input(image, model["input"])
    explained = int(model["heatmap"]["layer"].removeprefix("layer"))
    with torch.no_grad():
        features = network.stages(network.stem(x), 1, explained)
    features.requires_grad_()
    index = [entry["id"] for entry in model["labels"]].index(label)
    logits = network.head(network.stages(features, explained + 1, 4))
    gradient, = torch.autograd.grad(logits[0, index], features)
    with torch.no_grad():
        if method == "gradcam":
            gradient = gradient.mean((2, 3), keepdim=True)
        cam = F.relu((gradient * features).sum(1, keepdim=True))
        cam = F.interpolate(cam, x.shape[2:], mode="bilinear", align_corners=False)
        cam = cam[:, :, top : top + height, left : left + width]
        cam = cam / cam.max().clamp_min(1e-30)
        cam = F.interpolate(cam, image.shape, mode="bilinear", align_corners=False)
    return np.floor(cam[0, 0].numpy() * 255.0 + 0.5)


def program_map(program, package, path, folder, label, method):
    command = [program, "classify", str(path), "--model", str(package), "--heatmap", str(folder),
               "--method", method]
    if label:
        command += ["--label", label]
    line = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result = json.loads(line)
    shown = cv2.imread(result["heatmap_map"], cv2.IMREAD_GRAYSCALE).astype(np.float64)
    return shown, result["heatmap_label"]


def with_random_last_stage(package, folder):
    copy = folder / "random"
    shutil.copytree(package, copy)
    header, tensors = read_safetensors(copy / "weights.safetensors")
    generator = torch.Generator().manual_seed(1)
    for name, tensor in tensors.items():
        if name.startswith("network.layer4.") and tensor.dim() == 4:
            tensors[name] = torch.randn(tensor.shape, generator=generator) * tensor.std()
    write_safetensors(copy / "weights.safetensors", header, tensors)
    model = json.loads((copy / "model.json").read_text())
    digest = hashlib.sha256((copy / "weights.safetensors").read_bytes()).hexdigest()
    model["weights_sha256"] = digest
    (copy / "model.json").write_text(json.dumps(model, ensure_ascii=False))
    return copy


def sample_images():
    folder = os.environ.get("NEFES_TEST_DATA")
    if not folder:
        print("SKIP   : NEFES_TEST_DATA is not set")
        sys.exit(0)
    files = sorted((pathlib.Path(folder) / "samples").glob("*.*"))
    gray = [f for f in files if f.suffix in (".png", ".jpg", ".jpeg")
            and cv2.imread(str(f), cv2.IMREAD_UNCHANGED).ndim == 2]
    if not gray:
        print("SKIP   : no gray samples")
        sys.exit(0)
    return gray


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--model", required=True, type=pathlib.Path)
    parser.add_argument("images", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    if not (arguments.model / "model.json").exists():
        print(f"SKIP   : no model in {arguments.model}")
        return 0
    torch.set_num_threads(1)
    failures = 0
    changes = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        randomised = with_random_last_stage(arguments.model, folder)
        for path in arguments.images or sample_images():
            image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
            for method in ("gradcam", "hirescam"):
                shown, label = program_map(arguments.program, arguments.model, path, folder / "a",
                                           None, method)
                reference = reference_map(image, arguments.model, label, method)
                difference = np.abs(shown - reference).max()
                random, _ = program_map(arguments.program, randomised, path, folder / "b", label,
                                        method)
                changes.append(np.abs(shown - random).mean())
                failures += difference > LARGEST_DIFFERENCE
                print(f"{path.name}: {label}, {method}, largest difference {difference:.0f}/255, "
                      f"change with random weights {changes[-1]:.1f}/255")
    if np.mean(changes) < SMALLEST_CHANGE:
        print("the maps hardly change with random weights")
        failures += 1
    return 1 if failures else 0


sys.exit(main())
