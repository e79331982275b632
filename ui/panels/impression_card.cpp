// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/impression_card.h"

#include "ui/text/format.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace nefes::ui {

ImpressionCard::ImpressionCard(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_record(new QPushButton(this))
    , m_agree(new QPushButton(this))
    , m_disagree(new QPushButton(this))
    , m_edit(new QPushButton(this))
{
    setObjectName(QStringLiteral("impressionCard"));
    setProperty("card", true);
    m_title->setWordWrap(true);
    m_choice->setObjectName(QStringLiteral("impressionChoice"));
    m_record->setObjectName(QStringLiteral("recordImpression"));
    m_record->setProperty("primary", true);
    m_agree->setObjectName(QStringLiteral("impressionAgree"));
    m_disagree->setObjectName(QStringLiteral("impressionDisagree"));
    m_edit->setObjectName(QStringLiteral("impressionEdit"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton* button : {m_record, m_agree, m_disagree, m_edit}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_choice);
    layout->addLayout(buttons);
    connect(m_record, &QPushButton::clicked, this, [this] {
        if (m_isEditing) {
            m_isEditing = false;
            setStage(Stage::Answered);
            Q_EMIT answered(Verdict::Edited, impression());
        } else {
            Q_EMIT recorded(impression());
        }
    });
    const auto answer = [this](Verdict verdict) {
        setStage(Stage::Answered);
        Q_EMIT answered(verdict, impression());
    };
    connect(m_agree, &QPushButton::clicked, this, [answer] { answer(Verdict::Agree); });
    connect(m_disagree, &QPushButton::clicked, this, [answer] { answer(Verdict::Disagree); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        m_isEditing = true;
        retranslate();
    });
    setStage(Stage::Off);
    fillChoices();
}

void ImpressionCard::setModel(std::shared_ptr<const ml::ModelDescription> model)
{
    if (model != m_model) {
        m_model = std::move(model);
        fillChoices();
    }
}

void ImpressionCard::setStage(Stage stage)
{
    m_stage = stage;
    m_isEditing = false;
    setVisible(stage != Stage::Off);
    retranslate();
}

std::string ImpressionCard::impression() const
{
    return m_choice->currentData().toString().toStdString();
}

void ImpressionCard::setImpression(const std::string& label)
{
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(fromUtf8(label))));
}

void ImpressionCard::fillChoices()
{
    const QVariant current = m_choice->currentData();
    m_choice->clear();
    if (m_model) {
        for (const ml::ModelLabel& label : m_model->labels) {
            m_choice->addItem(labelText(*m_model, label.id), fromUtf8(label.id));
        }
    }
    m_choice->addItem(tr("Something else"), QString());
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(current)));
}

void ImpressionCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fillChoices();
        retranslate();
    }
}

void ImpressionCard::retranslate()
{
    const bool isChoosing = m_stage == Stage::Ask || m_isEditing;
    m_choice->setVisible(isChoosing);
    m_record->setVisible(isChoosing);
    m_agree->setVisible(m_stage == Stage::Compare && !m_isEditing);
    m_disagree->setVisible(m_stage == Stage::Compare && !m_isEditing);
    m_edit->setVisible(!isChoosing && m_stage != Stage::Off);
    m_choice->setAccessibleName(tr("Your impression"));
    m_record->setText(m_isEditing ? tr("Keep") : tr("Record and show scores"));
    m_agree->setText(tr("Agree"));
    m_disagree->setText(tr("Disagree"));
    m_edit->setText(tr("Edit"));
    const QString mine = tr("Your impression: %1").arg(m_choice->currentText());
    switch (m_stage) {
    case Stage::Off:
        m_title->clear();
        break;
    case Stage::Ask:
        m_title->setText(tr("Your impression first. The scores are shown after it."));
        break;
    case Stage::Compare:
        m_title->setText(mine + QLatin1Char('\n') + tr("Do you agree with the model?"));
        break;
    case Stage::Answered:
        m_title->setText(mine);
        break;
    }
}

} // namespace nefes::ui
