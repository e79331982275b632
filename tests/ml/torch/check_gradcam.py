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


class LungFinder:
    """The U-Net of a package whose input is cut to the lungs, from its tensors alone."""

    SIDE = 96

    def __init__(self, path):
        self.tensors = {name.removeprefix("network."): t for name, t in read_safetensors(path)[1].items()}

    def block(self, x, name):
        t = self.tensors
        for i in range(2):
            x = F.conv2d(x, t[f"{name}_conv{i}.weight"], None, 1, 1)
            norm = f"{name}_norm{i}"
            x = F.relu(F.batch_norm(x, t[norm + ".running_mean"], t[norm + ".running_var"],
                                    t[norm + ".weight"], t[norm + ".bias"], False, 0.0, 1e-5))
        return x

    def lungs(self, plane):
        x = torch.from_numpy(plane).float()[None, None]
        mean = x.mean((2, 3), keepdim=True)
        deviation = (x - mean).square().mean((2, 3), keepdim=True).sqrt()
        x = (x - mean) / (deviation + 12.0)
        scales = []
        for i in range(4):
            scales.append(self.block(F.max_pool2d(scales[-1], 2) if scales else x, f"down{i}"))
        x = scales[-1]
        for i in reversed(range(3)):
            larger = F.interpolate(x, scales[i].shape[2:], mode="nearest")
            x = self.block(torch.cat([larger, scales[i]], 1), f"up{i}")
        output = F.conv2d(x, self.tensors["output.weight"], self.tensors["output.bias"])
        return torch.sigmoid(output)[0, 0].numpy() > 0.5

    def frame(self, image):
        """Left, top, right and bottom of the rectangle about the lungs; the image without lungs."""
        rows, columns = image.shape
        plane, (left, top, width, _) = padded(image, self.SIDE, self.SIDE)
        found = self.lungs(plane)
        cell = columns / width
        if found.sum() < 0.06 * (columns / cell) * (rows / cell):
            return 0, 0, columns, rows

        def extent(counts):
            sums, ends = np.cumsum(counts), np.cumsum(counts[::-1])
            ignored = 0.01 * counts.sum()
            return int(np.argmax(sums > ignored)), self.SIDE - int(np.argmax(ends > ignored))

        (first, last), (upper, lower) = extent(found.sum(0)), extent(found.sum(1))
        missing = (lower - upper) - (last - first)
        if last - first < 0.75 * (lower - upper):
            if self.SIDE - last > first:
                last += missing
            else:
                first -= missing
        margins = 0.05 * (last - first), 0.05 * (lower - upper)

        def place(cells, offset, limit):
            return int(min(max(np.floor((cells - offset) * cell + 0.5), 0), limit))

        return (place(first - margins[0], left, columns - 1), place(upper - margins[1], top, rows - 1),
                place(last + margins[0], left, columns), place(lower + margins[1], top, rows))


def resized(image, width, height):
    rows, columns = image.shape
    smaller = width <= columns and height <= rows
    return cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)


def padded(image, width, height):
    """The image inside a black plane, and the part of it that the image covers."""
    rows, columns = image.shape
    scale = min(width / columns, height / rows)
    inner = (max(1, int(columns * scale + 0.5)), max(1, int(rows * scale + 0.5)))
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    plane = np.zeros((height, width), np.uint8)
    plane[top : top + inner[1], left : left + inner[0]] = resized(image, *inner)
    return plane, (left, top, inner[0], inner[1])


def network_input(image, package, spec):
    """The network's input, the part of it that the image covers, and the part of the image in it."""
    rows, columns = image.shape
    part = (0, 0, columns, rows)
    if spec.get("region") == "lungs":
        part = LungFinder(package / "lungs.safetensors").frame(image)
        image = np.ascontiguousarray(image[part[1] : part[3], part[0] : part[2]])
    if spec["resize"] == "stretch":
        plane = resized(image, spec["width"], spec["height"])
        inner = (0, 0, spec["width"], spec["height"])
    else:
        plane, inner = padded(image, spec["width"], spec["height"])
    x = (torch.from_numpy(plane).float() * spec["scale"] - spec["mean"][0]) / spec["std"][0]
    return x.expand(1, spec["channels"], -1, -1), inner, part


def reference_map(image, package, label, method):
    model = json.loads((package / "model.json").read_text())
    network = ResNet(read_safetensors(package / "weights.safetensors")[1])
    x, inner, part = network_input(image, package, model["input"])
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
        grid = over_the_image(cam, model["input"], inner, part, image.shape)
        grid = grid / grid.max().clamp_min(1e-30)
        shown = F.interpolate(grid, image.shape, mode="bilinear", align_corners=False)
    return np.floor(shown[0, 0].numpy() * 255.0 + 0.5)


def over_the_image(cam, spec, inner, part, shape):
    """The map with one cell an input pixel, over the whole image; 0 where the input does not lie."""
    left, top, width, height = inner
    places = []
    for size, first, last, start, length, side in ((shape[1], part[0], part[2], left, width, spec["width"]),
                                                   (shape[0], part[1], part[3], top, height, spec["height"])):
        scale = length / (last - first)  # input pixels an image pixel
        cells = int(size * scale + 0.5)
        places.append(((np.arange(cells) + 0.5) * size / cells - first) * scale + start)
        places[-1] = places[-1] * 2 / side - 1
    x, y = np.meshgrid(*places)
    place = torch.from_numpy(np.stack([x, y], -1)).float()[None]
    inside = torch.from_numpy((abs(x) <= 1) & (abs(y) <= 1)).float()
    return F.grid_sample(cam, place, padding_mode="border", align_corners=False) * inside


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
