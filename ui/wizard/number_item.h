// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidgetItem>

namespace nefes::ui {

/// A cell that is sorted by its number and not by its text.
class NumberItem final : public QTableWidgetItem
{
public:
    NumberItem(double value, const QString& text)
        : QTableWidgetItem(text)
        , m_value(value)
    {
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    bool operator<(const QTableWidgetItem& other) const override
    {
        const auto* number = dynamic_cast<const NumberItem*>(&other);
        return number == nullptr ? QTableWidgetItem::operator<(other) : m_value < number->m_value;
    }

private:
    double m_value;
};

} // namespace nefes::ui
