// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/prediction.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace nefes::ui {

/// One finding: name and probability, a bar with a tick at the threshold and, where it was
/// measured, the band of the probability, then the decision and the band in words. Colour says
/// nothing that the words do not.
class ScoreRow final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the label in the current language.
    ScoreRow(const QString& name, const ml::Score& score, QWidget* parent = nullptr);

    /// What is read: name, probability, decision, band.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int decimals() const;
    [[nodiscard]] QString numberLine() const;
    [[nodiscard]] QString decisionLine() const;
    [[nodiscard]] QString bandText() const;

    QString m_name;
    ml::Score m_score;
};

} // namespace nefes::ui
