// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nefes::ui {

/// Words that a student of machine learning meets in the wizard for the first time.
enum class Term {
    // Data
    DataClass,
    NegativeClass,
    Split,
    TrainingSplit,
    ValidationSplit,
    TestSplit,
    PatientGrouping,
    Leakage,
    Source,
    NearDuplicate,
    Polarity,
    // Network
    Layer,
    Convolution,
    BatchNormalisation,
    Activation,
    Pooling,
    GlobalPooling,
    Dropout,
    Flatten,
    DenseLayer,
    OutputLayer,
    Backbone,
    Parameters,
    OutputShape,
    Memory,
    FineTuning,
    FrozenLayers,
    // Training
    Recipe,
    Augmentation,
    Epoch,
    Batch,
    Loss,
    Accuracy,
    LearningRate,
    LearningRateFinder,
    Optimiser,
    EarlyStopping,
    BestEpoch,
    Overfitting,
    Checkpoint,
    Seed,
    WeightAverage,
    GridSearch,
    CrossValidation,
    Heatmap,
    // Evaluation
    ConfusionMatrix,
    Precision,
    Sensitivity,
    Specificity,
    F1Score,
    BalancedAccuracy,
    Support,
    ConfidenceInterval,
    RocCurve,
    Auc,
    PrecisionRecallCurve,
    AveragePrecision,
    Threshold,
    Prevalence,
    PositivePredictiveValue,
    NegativePredictiveValue,
    Calibration,
    CalibrationError,
    BrierScore,
    Embedding,
    PrincipalComponents,
    TSne,
    Cluster,
    // Publishing
    OperatingPoint,
    Indeterminate,
    InputCheck,
    ModelCard,
    ModelPackage,
};

/// One or two sentences in the current language, for a tool tip.
[[nodiscard]] QString explainTerm(Term term);

} // namespace nefes::ui
