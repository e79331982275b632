// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/glossary.h"

#include <QCoreApplication>

namespace nefes::ui {

namespace {

/// The translation context of the explanations.
struct Glossary {
    Q_DECLARE_TR_FUNCTIONS(Glossary)
public:
    [[nodiscard]] static QString data(Term term);
    [[nodiscard]] static QString network(Term term);
    [[nodiscard]] static QString training(Term term);
    [[nodiscard]] static QString evaluation(Term term);
    [[nodiscard]] static QString publishing(Term term);
};

QString Glossary::data(Term term)
{
    switch (term) {
    case Term::DataClass:
        return tr("A class is one of the answers that the network can give, such as \"normal\" or "
                  "\"pneumonia\". Labels that mean the same can be put into one class.");
    case Term::NegativeClass:
        return tr("The class that means \"nothing found\". It gets no threshold of its own: an "
                  "image belongs to it when nothing else is above its threshold.");
    case Term::Split:
        return tr("The images are dealt out to three parts that share nothing: one to learn from, "
                  "one to steer by, one to examine with.");
    case Term::TrainingSplit:
        return tr("The images that the network learns from. Good results on these prove nothing: "
                  "it may have learned them by heart.");
    case Term::ValidationSplit:
        return tr("Images that the network never learns from. They show during training whether "
                  "it has understood or only memorised, and choose the best epoch.");
    case Term::TestSplit:
        return tr("Images that are looked at once, at the very end. Only they tell how the network "
                  "will do on images that nobody has seen.");
    case Term::PatientGrouping:
        return tr("All images of one patient go to the same split. Otherwise the network can "
                  "recognise the patient instead of the disease.");
    case Term::Leakage:
        return tr("Something of the test images is already known from training, such as the same "
                  "patient or a copy. The results then look better than they are.");
    case Term::Source:
        return tr("The hospital or collection that an image comes from. Devices leave traces in "
                  "images, and a network learns them if they tell the class.");
    case Term::NearDuplicate:
        return tr("Two files with almost the same image, such as a copy saved again. In different "
                  "splits they make results look better than they are.");
    case Term::Polarity:
        return tr("Whether bone is white or black. A data set should have one of the two.");
    default:
        return {};
    }
}

QString Glossary::network(Term term)
{
    switch (term) {
    case Term::Layer:
        return tr("One step of calculation. The output of each layer is the input of the next: "
                  "edges first, then textures, then findings.");
    case Term::Convolution:
        return tr("Slides small filters over the image; each answers to one pattern wherever it "
                  "lies. What the patterns are is learned.");
    case Term::BatchNormalisation:
        return tr("Brings the values between two layers to a common range. Training becomes "
                  "faster and steadier.");
    case Term::Activation:
        return tr("Bends the values, ReLU by setting negative ones to zero. Without it many layers "
                  "could do no more than one.");
    case Term::Pooling:
        return tr("Makes the picture smaller by keeping the largest value or the mean of each "
                  "window. The network sees more at once and becomes less particular about "
                  "places.");
    case Term::GlobalPooling:
        return tr("Averages each map down to a fixed size, mostly one number. Whatever the size of "
                  "the image, the next layer gets the same number of values.");
    case Term::Dropout:
        return tr("Sets a random part of the values to zero while training, so that the network "
                  "cannot rely on a single one. A remedy for overfitting.");
    case Term::Flatten:
        return tr("Lays all values out in one row, as a dense layer needs them.");
    case Term::DenseLayer:
        return tr("Each unit weighs all values of the layer before. Most parameters of small "
                  "networks are here.");
    case Term::OutputLayer:
        return tr("Turns the last values into one probability a class. The program adds it by "
                  "itself.");
    case Term::Backbone:
        return tr("A published network of many layers that has proved itself, taken as a whole.");
    case Term::Parameters:
        return tr("The numbers that are learned. More of them can learn more, but need more images "
                  "and time, and memorise more easily.");
    case Term::OutputShape:
        return tr("Height × width × maps of what the layer hands on.");
    case Term::Memory:
        return tr("About what a layer needs while training with the batch size of the recipe: its "
                  "output and the gradient of it, its parameters and what the optimiser keeps.");
    case Term::FineTuning:
        return tr("The network starts from what another one has learned, instead of from random "
                  "values. It needs fewer images and fewer epochs.");
    case Term::FrozenLayers:
        return tr("The first layers keep what the other network has learned; only those after them "
                  "learn. With few images this keeps the network from memorising them.");
    default:
        return {};
    }
}

QString Glossary::training(Term term)
{
    switch (term) {
    case Term::Recipe:
        return tr("Everything that decides a training run: preparation of the images, network, "
                  "optimiser, duration. The same recipe, data and seed give the same network.");
    case Term::Augmentation:
        return tr("Small random changes of each training image at each look: turned, moved, "
                  "brighter. The network sees no image twice and learns what does not matter.");
    case Term::Epoch:
        return tr("One pass over all training images.");
    case Term::Batch:
        return tr("The images that are looked at together before the parameters are changed once.");
    case Term::Loss:
        return tr("How wrong the network is, its certainty included: a confident mistake costs "
                  "more than a doubtful one. Training makes this number smaller.");
    case Term::Accuracy:
        return tr("The share of images whose most probable class is the right one. Misleading when "
                  "one class is much more frequent.");
    case Term::LearningRate:
        return tr("How far the parameters move at each step. Too small: hours for nothing; too "
                  "large: the loss jumps or grows.");
    case Term::LearningRateFinder:
        return tr("Tries learning rates from very small to very large in one short run. A good one "
                  "lies where the loss falls most steeply, well before it grows.");
    case Term::Optimiser:
        return tr("The rule by which the parameters follow the gradient of the loss.");
    case Term::EarlyStopping:
        return tr("Training ends when the validation images have not improved for some epochs: "
                  "going on would only memorise.");
    case Term::BestEpoch:
        return tr("The epoch with the best result on the validation images. Its parameters are "
                  "kept, not those of the last epoch.");
    case Term::Overfitting:
        return tr("The network memorises the training images: their loss falls while that of the "
                  "validation images grows. More images, augmentation or dropout help.");
    case Term::Checkpoint:
        return tr("The whole state of a run on disk. From it an interrupted run goes on exactly "
                  "where it was.");
    case Term::Seed:
        return tr("The start of all random numbers. The same seed draws the same splits, first "
                  "parameters and augmentation.");
    case Term::WeightAverage:
        return tr("The parameters that are kept are a running mean of those of the last steps, "
                  "which is steadier than the last step alone.");
    case Term::GridSearch:
        return tr("Trains once for each combination of chosen values and shows which does best on "
                  "the validation images.");
    case Term::CrossValidation:
        return tr("Every image is once in the validation split, each time with a network trained "
                  "on the others. What all of them come to depends less on chance than one split "
                  "does.");
    case Term::Heatmap:
        return tr("Shows which parts of the image weighed most for a class. It shows where the "
                  "network looked, not whether it is right.");
    default:
        return {};
    }
}

QString Glossary::evaluation(Term term)
{
    switch (term) {
    case Term::ConfusionMatrix:
        return tr("A row for each true class, a column for each answer: the diagonal is right, "
                  "everything else shows what is taken for what.");
    case Term::Precision:
        return tr("Of the images that were given this class, the share that really has it. The "
                  "same as the positive predictive value in this data set.");
    case Term::Sensitivity:
        return tr("Of the images that have the finding, the share that is found. Also called "
                  "recall.");
    case Term::Specificity:
        return tr("Of the images without the finding, the share that is left in peace.");
    case Term::F1Score:
        return tr("Harmonic mean of precision and sensitivity: high only when both are.");
    case Term::BalancedAccuracy:
        return tr("Mean of the sensitivities of all classes, so that a frequent class does not "
                  "hide a rare one.");
    case Term::Support:
        return tr("The number of images that really have this class.");
    case Term::ConfidenceInterval:
        return tr("The range in which the figure would lie in 95 of 100 data sets of this size. "
                  "Few images: a wide range.");
    case Term::RocCurve:
        return tr("Sensitivity against false alarms for every possible threshold. The further to "
                  "the top left, the better; the diagonal is guessing.");
    case Term::Auc:
        return tr("The area under the ROC curve: how often a random image with the finding gets a "
                  "higher score than one without. 0.5 is guessing, 1 is perfect.");
    case Term::PrecisionRecallCurve:
        return tr("Precision against sensitivity for every possible threshold. It tells more than "
                  "the ROC curve when the finding is rare.");
    case Term::AveragePrecision:
        return tr("The area under the precision-recall curve.");
    case Term::Threshold:
        return tr("From this probability on a finding is reported. Lower: fewer are missed, more "
                  "false alarms; higher: the opposite.");
    case Term::Prevalence:
        return tr("How frequent the finding is among the people you examine. The predictive values "
                  "depend on it, sensitivity and specificity do not.");
    case Term::PositivePredictiveValue:
        return tr("When the network reports the finding: how often it is there, at this "
                  "prevalence.");
    case Term::NegativePredictiveValue:
        return tr("When the network reports nothing: how often that is right, at this "
                  "prevalence.");
    case Term::Calibration:
        return tr("Whether probabilities mean what they say: of the images that got 80 percent, 80 "
                  "of 100 should have the finding.");
    case Term::CalibrationError:
        return tr("The mean distance between what the probabilities promise and what comes true. "
                  "Zero is best.");
    case Term::BrierScore:
        return tr("The mean squared error of the probabilities: rewards being right and being "
                  "honest about doubt. Zero is best.");
    case Term::Embedding:
        return tr("What the network has made of an image before it decides: a row of numbers. "
                  "Images that it takes for similar lie close together.");
    case Term::PrincipalComponents:
        return tr("PCA: the two directions in which the images differ most. Distances keep their "
                  "meaning.");
    case Term::TSne:
        return tr("A map that keeps neighbours together. Groups mean something, the distances "
                  "between groups and their sizes do not.");
    case Term::Cluster:
        return tr("A group of images that lie close together. A cluster of one source instead of "
                  "one class is a warning.");
    default:
        return {};
    }
}

QString Glossary::publishing(Term term)
{
    switch (term) {
    case Term::OperatingPoint:
        return tr("The threshold that the viewer will use: your choice between missed findings and "
                  "false alarms.");
    case Term::Indeterminate:
        return tr("Probabilities so close to the threshold that the viewer says \"indeterminate\" "
                  "instead of yes or no.");
    case Term::InputCheck:
        return tr("Compares a new image with the training images. The viewer withholds its scores "
                  "for images that are too strange.");
    case Term::ModelCard:
        return tr("One page about what the network is for, what it learned from, how good it is "
                  "and where it fails.");
    case Term::ModelPackage:
        return tr("A folder with the network, its parameters, thresholds, figures and card. It can "
                  "be copied to another computer.");
    default:
        return {};
    }
}

} // namespace

QString explainTerm(Term term)
{
    for (const auto part : {&Glossary::data, &Glossary::network, &Glossary::training,
                            &Glossary::evaluation, &Glossary::publishing}) {
        if (QString text = part(term); !text.isEmpty()) {
            return text;
        }
    }
    return {};
}

} // namespace nefes::ui
