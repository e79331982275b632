// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/split_settings.h"

#include "ui/text/format.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace nefes::ui {

namespace {

constexpr int kLargestPercent = 45; ///< of each, so that something is left to learn from

int percentOf(double fraction)
{
    return static_cast<int>(std::lround(fraction * 100.0));
}

} // namespace

SplitSettings::SplitSettings(QWidget* parent)
    : QWidget(parent)
    , m_trainTitle(new QLabel(this))
    , m_train(new QLabel(this))
    , m_validationTitle(new QLabel(this))
    , m_validation(new QSpinBox(this))
    , m_testTitle(new QLabel(this))
    , m_test(new QSpinBox(this))
    , m_useFixed(new QCheckBox(this))
    , m_byPatient(new QCheckBox(this))
    , m_negativeTitle(new QLabel(this))
    , m_negative(new QComboBox(this))
{
    m_validation->setObjectName(QStringLiteral("splitValidation"));
    m_test->setObjectName(QStringLiteral("splitTest"));
    m_useFixed->setObjectName(QStringLiteral("splitUseFixed"));
    m_byPatient->setObjectName(QStringLiteral("splitByPatient"));
    m_negative->setObjectName(QStringLiteral("negativeClass"));
    for (QSpinBox* box : {m_validation, m_test}) {
        box->setRange(0, kLargestPercent);
        box->setSingleStep(5);
        connect(box, &QSpinBox::valueChanged, this, &SplitSettings::edit);
    }
    connect(m_useFixed, &QCheckBox::toggled, this, &SplitSettings::edit);
    connect(m_byPatient, &QCheckBox::toggled, this, &SplitSettings::edit);
    connect(m_negative, &QComboBox::activated, this, &SplitSettings::edit);
    m_negativeTitle->setBuddy(m_negative);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(10);
    layout->setVerticalSpacing(8);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    layout->setColumnStretch(2, 1);
    layout->addWidget(m_trainTitle, 0, 0);
    layout->addWidget(m_validationTitle, 0, 1);
    layout->addWidget(m_testTitle, 0, 2);
    layout->addWidget(m_train, 1, 0);
    layout->addWidget(m_validation, 1, 1);
    layout->addWidget(m_test, 1, 2);
    layout->addWidget(m_useFixed, 2, 0, 1, 3);
    layout->addWidget(m_byPatient, 3, 0, 1, 3);
    auto* negative = new QHBoxLayout;
    negative->setSpacing(10);
    negative->addWidget(m_negativeTitle);
    negative->addWidget(m_negative, 1);
    layout->addLayout(negative, 4, 0, 1, 3);
    retranslate();
}

void SplitSettings::setData(bool hasSplits, bool hasPatients,
                            const std::vector<std::string>& classes)
{
    m_hasSplits = hasSplits;
    m_hasPatients = hasPatients;
    m_classes = classes;
    showSettings();
}

void SplitSettings::setSettings(const ml::DataSettings& settings)
{
    m_settings = settings;
    showSettings();
}

void SplitSettings::showSettings()
{
    const QSignalBlocker validationBlocker(m_validation);
    const QSignalBlocker testBlocker(m_test);
    const QSignalBlocker fixedBlocker(m_useFixed);
    const QSignalBlocker patientBlocker(m_byPatient);
    m_validation->setValue(percentOf(m_settings.validation));
    m_test->setValue(percentOf(m_settings.test));
    m_train->setText(percentText(m_settings.train));
    m_useFixed->setVisible(m_hasSplits);
    m_useFixed->setChecked(m_settings.useFixedSplits);
    m_byPatient->setEnabled(m_hasPatients);
    m_byPatient->setChecked(m_settings.groupBy == "patient");
    m_negative->clear();
    m_negative->addItem(tr("None", "negative class"), QString());
    for (const std::string& name : m_classes) {
        m_negative->addItem(fromUtf8(name), fromUtf8(name));
    }
    m_negative->setCurrentIndex(
        std::max(0, m_negative->findData(fromUtf8(m_settings.negativeLabel))));
    const auto percent = [](QSpinBox* box) {
        // Where the sign stands depends on the language.
        const QString text = percentText(1.0);
        box->setPrefix(text.startsWith(QLatin1Char('%')) ? QStringLiteral("%") : QString());
        box->setSuffix(text.endsWith(QLatin1Char('%')) ? QStringLiteral("%") : QString());
    };
    percent(m_validation);
    percent(m_test);
}

void SplitSettings::edit()
{
    ml::DataSettings settings = m_settings;
    if (percentOf(settings.validation) != m_validation->value() ||
        percentOf(settings.test) != m_test->value()) {
        settings.validation = m_validation->value() / 100.0;
        settings.test = m_test->value() / 100.0;
        settings.train = (100 - m_validation->value() - m_test->value()) / 100.0;
    }
    settings.useFixedSplits = m_useFixed->isChecked();
    if (m_byPatient->isChecked() != (settings.groupBy == "patient")) {
        settings.groupBy = m_byPatient->isChecked() ? "patient" : "";
    }
    settings.negativeLabel = m_negative->currentData().toString().toStdString();
    m_settings = settings;
    showSettings();
    Q_EMIT edited(settings);
}

void SplitSettings::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SplitSettings::retranslate()
{
    m_trainTitle->setText(tr("Training"));
    m_trainTitle->setToolTip(explainTerm(Term::TrainingSplit));
    m_validationTitle->setText(tr("Validation"));
    m_validationTitle->setToolTip(explainTerm(Term::ValidationSplit));
    m_validation->setToolTip(m_validationTitle->toolTip());
    m_validation->setAccessibleName(tr("Share for validation, in percent"));
    m_testTitle->setText(tr("Test", "split"));
    m_testTitle->setToolTip(explainTerm(Term::TestSplit));
    m_test->setToolTip(m_testTitle->toolTip());
    m_test->setAccessibleName(tr("Share for the test, in percent"));
    m_useFixed->setText(tr("Keep the splits that the folders bring"));
    m_useFixed->setToolTip(tr("Folders named train, validation and test, or the column \"split\" "
                              "of the manifest. A split that they do not bring is drawn from the "
                              "training images."));
    m_byPatient->setText(tr("Keep all images of a patient in one split"));
    m_byPatient->setToolTip(m_hasPatients || m_classes.empty()
                                ? explainTerm(Term::PatientGrouping)
                                : tr("These folders do not tell which images belong to one "
                                     "patient. A manifest.csv with a column \"patient\" does."));
    m_negativeTitle->setText(tr("\"Nothing found\" is"));
    m_negativeTitle->setToolTip(explainTerm(Term::NegativeClass));
    m_negative->setToolTip(m_negativeTitle->toolTip());
    m_negative->setAccessibleName(tr("Class that means nothing found"));
    showSettings();
}

} // namespace nefes::ui
