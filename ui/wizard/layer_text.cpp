// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/layer_text.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace nefes::ui {

namespace {

constexpr double kBytesAFloat = 4.0;

/// The translation context of these words.
struct Layers {
    Q_DECLARE_TR_FUNCTIONS(Layers)
};

QString square(int side)
{
    return QStringLiteral("%1×%1").arg(side);
}

QString paddingText(ml::Padding padding)
{
    return padding == ml::Padding::Same ? Layers::tr("size kept", "padding")
                                        : Layers::tr("no border", "padding");
}

} // namespace

QString layerTypeText(ml::LayerType type)
{
    switch (type) {
    case ml::LayerType::Conv2d:
        return Layers::tr("Convolution");
    case ml::LayerType::BatchNorm:
        return Layers::tr("Batch normalisation");
    case ml::LayerType::Activation:
        return Layers::tr("Activation");
    case ml::LayerType::MaxPool:
        return Layers::tr("Max pooling");
    case ml::LayerType::AveragePool:
        return Layers::tr("Average pooling");
    case ml::LayerType::AdaptiveAveragePool:
        return Layers::tr("Global pooling");
    case ml::LayerType::Dropout:
        return Layers::tr("Dropout");
    case ml::LayerType::Flatten:
        return Layers::tr("Flatten");
    case ml::LayerType::Dense:
        return Layers::tr("Dense");
    }
    return {};
}

Term termOf(ml::LayerType type)
{
    switch (type) {
    case ml::LayerType::Conv2d:
        return Term::Convolution;
    case ml::LayerType::BatchNorm:
        return Term::BatchNormalisation;
    case ml::LayerType::Activation:
        return Term::Activation;
    case ml::LayerType::MaxPool:
    case ml::LayerType::AveragePool:
        return Term::Pooling;
    case ml::LayerType::AdaptiveAveragePool:
        return Term::GlobalPooling;
    case ml::LayerType::Dropout:
        return Term::Dropout;
    case ml::LayerType::Flatten:
        return Term::Flatten;
    case ml::LayerType::Dense:
        return Term::DenseLayer;
    }
    return Term::Layer;
}

QString activationText(ml::ActivationType type)
{
    switch (type) {
    case ml::ActivationType::None:
        return Layers::tr("none", "activation");
    case ml::ActivationType::Relu:
        return QStringLiteral("ReLU");
    case ml::ActivationType::LeakyRelu:
        return QStringLiteral("Leaky ReLU");
    case ml::ActivationType::Elu:
        return QStringLiteral("ELU");
    case ml::ActivationType::Silu:
        return QStringLiteral("SiLU");
    case ml::ActivationType::Tanh:
        return QStringLiteral("tanh");
    case ml::ActivationType::Sigmoid:
        return Layers::tr("sigmoid", "activation");
    }
    return {};
}

QString backboneText(ml::Backbone backbone)
{
    switch (backbone) {
    case ml::Backbone::None:
        return Layers::tr("My own layers");
    case ml::Backbone::ResNet18:
        return QStringLiteral("ResNet-18");
    case ml::Backbone::ResNet34:
        return QStringLiteral("ResNet-34");
    case ml::Backbone::DenseNet121:
        return QStringLiteral("DenseNet-121");
    case ml::Backbone::MobileNetV3Small:
        return Layers::tr("MobileNetV3, small");
    case ml::Backbone::MobileNetV3Large:
        return Layers::tr("MobileNetV3, large");
    }
    return {};
}

QString layerSettingsText(const ml::LayerSpecification& layer)
{
    QStringList parts;
    const auto addActivation = [&] {
        if (layer.activation != ml::ActivationType::None) {
            parts << activationText(layer.activation);
        }
    };
    switch (layer.type) {
    case ml::LayerType::Conv2d:
        parts << Layers::tr("%n filter(s)", nullptr, layer.filters) << square(layer.kernel);
        if (layer.stride > 1) {
            parts << Layers::tr("stride %1").arg(layer.stride);
        }
        parts << paddingText(layer.padding);
        addActivation();
        break;
    case ml::LayerType::MaxPool:
    case ml::LayerType::AveragePool:
        parts << square(layer.size) << Layers::tr("stride %1").arg(layer.stride)
              << paddingText(layer.padding);
        break;
    case ml::LayerType::AdaptiveAveragePool:
        parts << Layers::tr("to %1", "size").arg(square(layer.size));
        break;
    case ml::LayerType::Dropout:
        parts << percentText(layer.rate);
        break;
    case ml::LayerType::Dense:
        parts << Layers::tr("%n unit(s)", nullptr, layer.units);
        addActivation();
        break;
    case ml::LayerType::Activation:
        parts << activationText(layer.activation);
        break;
    case ml::LayerType::BatchNorm:
    case ml::LayerType::Flatten:
        break;
    }
    return parts.join(QStringLiteral(", "));
}

QString shapeText(const ml::LayerShape& shape)
{
    const QLocale locale;
    return shape.height == 0 ? locale.toString(shape.channels)
                             : QStringLiteral("%1 × %2 × %3")
                                   .arg(shape.height)
                                   .arg(shape.width)
                                   .arg(shape.channels);
}

QString layerProblemText(const ml::LayerProblem& problem, std::size_t layerCount)
{
    const bool isOutput = problem.layer == layerCount;
    QString where = isOutput ? Layers::tr("Output layer")
                             : Layers::tr("Layer %1").arg(static_cast<int>(problem.layer) + 1);
    const QString size = QStringLiteral("%1×%2").arg(problem.input.width).arg(problem.input.height);
    switch (problem.fault) {
    case ml::LayerFault::InputTooSmall:
        return Layers::tr("%1: its input is %2, the window %3. Take away a pooling layer, or make "
                          "the window smaller.")
            .arg(where, size, square(problem.window));
    case ml::LayerFault::InputIsFlat:
        return Layers::tr("%1: it needs rows and columns, but stands behind a flatten layer. Move "
                          "it up.")
            .arg(where);
    case ml::LayerFault::InputIsNotFlat:
        return Layers::tr("%1: it needs values in one row, but gets %2 maps of %3. Put a flatten "
                          "layer before it.")
            .arg(where)
            .arg(problem.input.channels)
            .arg(size);
    case ml::LayerFault::TooManyValues:
        return Layers::tr("%1: %2 values are too many. Make the picture smaller before.")
            .arg(where, QLocale().toString(problem.count));
    case ml::LayerFault::TooManyParameters:
        return Layers::tr("%1: with it the network has %2 parameters, which is too many. Make the "
                          "picture smaller before, or the layer.")
            .arg(where, QLocale().toString(problem.count));
    }
    return where;
}

QString bytesText(double bytes)
{
    constexpr double kStep = 1024.0;
    if (bytes < kStep * kStep) {
        return Layers::tr("%1 KB").arg(numberText(bytes / kStep, 0));
    }
    if (bytes < kStep * kStep * kStep) {
        const double megabytes = bytes / kStep / kStep;
        return Layers::tr("%1 MB").arg(numberText(megabytes, megabytes < 10.0 ? 1 : 0));
    }
    return Layers::tr("%1 GB").arg(numberText(bytes / kStep / kStep / kStep, 1));
}

ml::DiagramWords diagramWords()
{
    ml::DiagramWords words;
    words.title = Layers::tr("Layers").toStdString();
    words.input = Layers::tr("Input").toStdString();
    words.output = Layers::tr("Output").toStdString();
    words.inputDetail = Layers::tr("gray, normalised").toStdString();
    words.sigmoid = Layers::tr("dense, sigmoid").toStdString();
    words.softmax = Layers::tr("dense, softmax").toStdString();
    words.type = [](ml::LayerType type) {
        return layerTypeText(type).toStdString();
    };
    words.settings = [](const ml::LayerSpecification& layer) {
        return layerSettingsText(layer).toStdString();
    };
    words.backbone = [](ml::Backbone backbone) {
        return backboneText(backbone).toStdString();
    };
    words.backboneSettings = [](const ml::NetworkSpecification& network) {
        return Layers::tr("width %1, dropout %2")
            .arg(network.width)
            .arg(QLocale().toString(network.dropout))
            .toStdString();
    };
    words.parameters = [](std::int64_t count) {
        return Layers::tr("%L1 parameters").arg(static_cast<qlonglong>(count)).toStdString();
    };
    return words;
}

double trainingBytes(const ml::LayerShape& shape, const ml::TrainingRecipe& recipe)
{
    const double values = shape.height == 0
                              ? static_cast<double>(shape.channels)
                              : static_cast<double>(shape.channels) * shape.height * shape.width;
    double kept = 0.0; // by the optimiser, for each parameter
    if (recipe.optimizer.type == "adam" || recipe.optimizer.type == "adamw") {
        kept = 2.0;
    } else if (recipe.optimizer.type == "rmsprop" || recipe.optimizer.momentum > 0.0) {
        kept = 1.0;
    }
    return kBytesAFloat *
           (2.0 * values * recipe.batchSize + (2.0 + kept) * static_cast<double>(shape.parameters));
}

int outputsFor(std::size_t classes)
{
    return classes <= 2 ? 1 : static_cast<int>(classes);
}

} // namespace nefes::ui
