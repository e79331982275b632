// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"

#include "ml/backend.h"
#include "ml/model_package.h"
#include "ml/recipe.h"
#include "ml/sample_store.h"
#include "ml/tensor_file.h"
#include "ml/trainer.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

/// What the tests of the LibTorch module share: a small problem and networks with known weights.
namespace nefes::test {

inline std::filesystem::path pathIn(const QTemporaryDir& folder, const std::string& name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

inline constexpr int kSide = 16;

inline ml::InputSpecification smallInput()
{
    ml::InputSpecification input;
    input.width = kSide;
    input.height = kSide;
    input.mean = {0.5F};
    input.std = {0.25F};
    return input;
}

inline ml::LayerSpecification conv(int filters, int kernel, ml::Padding padding,
                                   ml::ActivationType activation, int stride = 1)
{
    ml::LayerSpecification layer;
    layer.type = ml::LayerType::Conv2d;
    layer.filters = filters;
    layer.kernel = kernel;
    layer.stride = stride;
    layer.padding = padding;
    layer.activation = activation;
    return layer;
}

inline ml::LayerSpecification layerOf(ml::LayerType type)
{
    ml::LayerSpecification layer;
    layer.type = type;
    return layer;
}

inline ml::LayerSpecification pool(ml::LayerType type, int size, int stride, ml::Padding padding)
{
    ml::LayerSpecification layer = layerOf(type);
    layer.size = size;
    layer.stride = stride;
    layer.padding = padding;
    return layer;
}

/// A network that learns the small problem in a few epochs, with a layer of most kinds.
inline ml::TrainingRecipe smallRecipe()
{
    ml::TrainingRecipe recipe;
    recipe.id = "small";
    recipe.input = smallInput();
    ml::LayerSpecification dropout = layerOf(ml::LayerType::Dropout);
    dropout.rate = 0.2;
    recipe.network.layers = {
        conv(8, 3, ml::Padding::Same, ml::ActivationType::Relu),
        layerOf(ml::LayerType::BatchNorm),
        pool(ml::LayerType::MaxPool, 2, 2, ml::Padding::Same),
        conv(8, 3, ml::Padding::Same, ml::ActivationType::Relu),
        layerOf(ml::LayerType::Flatten),
        dropout,
    };
    recipe.epochs = 4;
    recipe.batchSize = 16;
    recipe.optimizer.learningRate = 5e-3;
    return recipe;
}

/// Noisy planes whose class is told by where they are bright: one of `classes` columns.
inline std::shared_ptr<const ml::SampleStore> smallStore(const std::filesystem::path& file,
                                                         int classes,
                                                         const ml::InputSpecification& input,
                                                         int images = 96, int lacking = -1)
{
    std::vector<std::string> names;
    for (int c = 0; c < classes; ++c) {
        names.push_back("class" + std::to_string(c));
    }
    auto writer = ml::SampleStoreWriter::create(file, input, names);
    Rng random(7);
    for (int i = 0; writer && i < images; ++i) {
        ml::SampleInfo info;
        info.file = std::to_string(i) + ".png";
        info.sha256 = "digest" + std::to_string(i);
        info.label = i % classes;
        info.split = i % 8 < 5    ? ml::Split::Train
                     : i % 8 == 7 ? ml::Split::Test
                                  : ml::Split::Validation;
        if (info.label == lacking) {
            info.split = ml::Split::Validation;
        }
        info.source = i % 4 == 0 ? "first" : "second"; // of two classes it has one alone
        std::vector<std::uint8_t> plane;
        for (int pixel = 0; pixel < input.width * input.height; ++pixel) {
            const int column = pixel % input.width * classes / input.width;
            const int level = column == info.label ? 170 : 60;
            plane.push_back(
                static_cast<std::uint8_t>(level + static_cast<int>(random.below(60)) - 30));
        }
        if (!(*writer)->add(info, plane)) {
            return nullptr;
        }
    }
    if (!writer || !(*writer)->finish()) {
        return nullptr;
    }
    auto store = ml::SampleStore::open(file);
    return store ? *store : nullptr;
}

inline std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

struct Weights {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// A package with these weights; its folder is not needed by the module.
inline std::shared_ptr<const ml::ModelPackage>
packageWith(const std::filesystem::path& file, const ml::ModelDescription& description,
            const std::map<std::string, Weights>& weights)
{
    std::map<std::string, ml::TensorView> tensors;
    for (const auto& [name, tensor] : weights) {
        tensors[name] = {ml::TensorType::Float32, tensor.shape,
                         std::as_bytes(std::span(tensor.values))};
    }
    if (!ml::writeTensorFile(file, tensors, {})) {
        return nullptr;
    }
    auto opened = ml::TensorFile::open(file);
    if (!opened) {
        return nullptr;
    }
    auto package = std::make_shared<ml::ModelPackage>();
    package->description = description;
    package->weights = *opened;
    return package;
}

} // namespace nefes::test
