// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include "ui/wizard/data_survey.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace nefes::ui {

/// A warning in words, and what one click can do about it.
struct DataAdvice {
    QString code; ///< as ml::DatasetWarning
    QString text, detail;
    QString fixText; ///< empty: nothing to be done by a click
    /// Changes the settings so that the warning goes away.
    std::function<void(ml::DataSettings&)> fix;
};

/// The warnings of a selection, those of one kind and split put together, in the current language.
[[nodiscard]] std::vector<DataAdvice>
adviseOn(const SelectedData& data, const ml::DataSettings& settings, std::size_t folderCount);

/// A card a warning.
class DataWarnings final : public QWidget
{
    Q_OBJECT

public:
    explicit DataWarnings(QWidget* parent = nullptr);
    void setAdvice(std::vector<DataAdvice> advice);

Q_SIGNALS:
    void fixClicked(const std::function<void(nefes::ml::DataSettings&)>& fix);

private:
    QVBoxLayout* m_layout;
};

} // namespace nefes::ui
