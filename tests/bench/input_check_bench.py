#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a model's input check turns away, and what it names it.

usage: input_check_bench.py NEFES MODEL --data DIR [--films N] [--frontal DIR…] [--other DIR…] [--json FILE]

MODEL is a package folder, DIR holds chest/ and not_chest/ with their manifests. Judged are
  - frontal films of chest/ that neither the model nor its gate has learned from (the model's test split),
  - images of not_chest/ that the gate's package remembers as test: the half that it was not fitted on,
  - N of those films inverted, rotated by 90, 180 and 270 degrees, cropped to 35-60 % of either side,
  - made pictures: blank, too small,
  - --frontal: folders of frontal films from elsewhere; --other: folders of kinds that no gate has seen.
Printed: share turned away and share named right by class, share of frontal films turned away by source, and
AUROC of the outlier score, frontal films against each class (Mann-Whitney).
"""
import argparse
import collections
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile

import cv2
import numpy

RIGHT = {"knee_xray": {"not_chest"}, "photo": {"photo", "color"}, "screenshot": {"screenshot", "color"}}
PATHS_A_CALL = 400


def splits_of(package):
    file = os.path.join(package, "splits.csv")
    if not os.path.exists(file):
        return {}
    with open(file, newline="", encoding="utf-8") as text:
        return {row["sha256"]: row["split"] for row in csv.DictReader(text)}


def digest(file):
    with open(file, "rb") as data:
        return hashlib.sha256(data.read()).hexdigest()


def manifest(folder):
    with open(os.path.join(folder, "manifest.csv"), newline="", encoding="utf-8") as text:
        return [dict(row, path=os.path.join(folder, row["file"])) for row in csv.DictReader(text)]


def pictures_below(folder):
    names = (os.path.join(at, name) for at, _, files in os.walk(folder) for name in files)
    return sorted(name for name in names if name.lower().endswith((".jpg", ".jpeg", ".png", ".dcm")))


def classify(program, model, paths):
    """{path: (reason or None, score)}; what cannot be read is said and left out."""
    results = {}
    for start in range(0, len(paths), PATHS_A_CALL):
        command = [program, "classify", "--model", model, "--threads", "1", *paths[start:start + PATHS_A_CALL]]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        if run.returncode not in (0, 1):
            sys.exit(f"{program} classify: exit status {run.returncode}")
        for line in run.stdout.decode("utf-8").splitlines():
            result = json.loads(line)
            if "input_check" not in result:
                print(f"{result['path']}: {result['error']['code']}", file=sys.stderr)
                continue
            check = result["input_check"]
            results[result["path"]] = (check["reason"], check["outlier_score"])
    return results


def auroc(low, high):
    """Share of pairs in which the second is higher; ties count half."""
    low, high = numpy.sort(numpy.asarray(low)), numpy.asarray(high)
    below = numpy.searchsorted(low, high, "left")
    upto = numpy.searchsorted(low, high, "right")
    return float(numpy.mean((below + upto) / 2.0 / len(low)))


def altered(films, folder):
    """{class: files} of films changed in ways that training does not know the draws of."""
    draw = numpy.random.default_rng(7)
    made = collections.defaultdict(list)

    def write(kind, film, picture):
        file = os.path.join(folder, f"{kind}_{os.path.basename(film)}.png")
        cv2.imwrite(file, picture)
        made[kind].append(file)

    for film in films:
        picture = cv2.imread(film, cv2.IMREAD_GRAYSCALE)
        write("inverted", film, 255 - picture)
        for name, code in (("rotated_90", cv2.ROTATE_90_CLOCKWISE), ("rotated_180", cv2.ROTATE_180),
                           ("rotated_270", cv2.ROTATE_90_COUNTERCLOCKWISE)):
            write(name, film, cv2.rotate(picture, code))
        height, width = picture.shape
        rows, columns = (int(side * draw.uniform(0.35, 0.6)) for side in (height, width))
        top, left = draw.integers(0, height - rows + 1), draw.integers(0, width - columns + 1)
        write("cropped", film, picture[top:top + rows, left:left + columns])
        write("too_small", film, cv2.resize(picture, (48, 48), interpolation=cv2.INTER_AREA))
    for gray in (0, 90, 255):
        write("blank", f"{gray}", numpy.full((300, 400), gray, numpy.uint8))
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("nefes")
    parser.add_argument("model")
    parser.add_argument("--data", required=True)
    parser.add_argument("--films", type=int, default=150)
    parser.add_argument("--frontal", nargs="*", default=[])
    parser.add_argument("--other", nargs="*", default=[])
    parser.add_argument("--json")
    options = parser.parse_args()

    of_model = splits_of(options.model)
    of_gate = splits_of(os.path.join(options.model, "gate"))
    frontal = []
    for row in manifest(os.path.join(options.data, "chest")):
        key = digest(row["path"])
        if of_model.get(key) == "test" and of_gate.get(key, "test") == "test":
            frontal.append(row)
    frontal.sort(key=lambda row: hashlib.sha256(row["file"].encode()).hexdigest())
    strange = collections.defaultdict(list)
    for row in manifest(os.path.join(options.data, "not_chest")):
        if of_gate.get(digest(row["path"]), "test") == "test":
            strange[row["label"]].append(row["path"])

    with tempfile.TemporaryDirectory() as folder:
        changed = altered([row["path"] for row in frontal[:options.films]], folder)
        elsewhere = {path: pictures_below(path) for path in options.frontal}
        others = {path: pictures_below(path) for path in options.other}
        groups = [[row["path"] for row in frontal], *strange.values(), *changed.values(), *elsewhere.values(),
                  *others.values()]
        results = classify(options.nefes, options.model, sorted({path for group in groups for path in group}))

    report = {"frontal": {}, "refused": {}, "auroc": {}}
    scores = [results[row["path"]][1] for row in frontal if row["path"] in results]
    print(f"{'frontal films, by source':34} {'films':>6} {'refused':>8}  reasons")
    by_source = collections.defaultdict(list)
    for row in frontal:
        if row["path"] in results:
            by_source[row["source"]].append(results[row["path"]])
            by_source["all"].append(results[row["path"]])
    for name, paths in elsewhere.items():
        by_source[name] = [results[path] for path in paths if path in results]
    for source, judged in sorted(by_source.items()):
        reasons = collections.Counter(reason for reason, _ in judged if reason)
        share = sum(reasons.values()) / max(1, len(judged))
        report["frontal"][source] = {"films": len(judged), "refused": share, "reasons": dict(reasons)}
        print(f"{source[-34:]:34} {len(judged):6} {share:8.1%}  {dict(reasons)}")

    print(f"\n{'strange images':34} {'images':>6} {'refused':>8} {'named':>8} {'AUROC':>7}  reasons")
    every = []
    for name, paths in [*sorted(strange.items()), *sorted(changed.items()), *others.items()]:
        judged = [results[path] for path in paths if path in results]
        if not judged:
            continue
        reasons = collections.Counter(reason for reason, _ in judged)
        right = RIGHT.get(name, {name.removesuffix("_90").removesuffix("_180").removesuffix("_270")})
        refused = 1.0 - reasons[None] / len(judged)
        named = sum(reasons[reason] for reason in right) / len(judged)
        area = auroc(scores, [score for _, score in judged])
        report["refused"][name] = {"images": len(judged), "refused": refused, "named": named, "auroc": area,
                                   "reasons": {str(key): value for key, value in reasons.items()}}
        if name in strange:
            every += [score for _, score in judged]
        print(f"{name[-34:]:34} {len(judged):6} {refused:8.1%} "
              f"{'' if name in others else f'{named:.1%}':>8} {area:7.4f}  "
              + ", ".join(f"{key} {value}" for key, value in reasons.most_common()))
    report["auroc"] = auroc(scores, every)
    print(f"\nAUROC, chest against not_chest: {report['auroc']:.4f} ({len(scores)} against {len(every)} images)")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(report, file, indent=1)


if __name__ == "__main__":
    main()
