// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace nefes::ui {

/// A card with a heading: what belongs together on a page of the wizard.
class Section : public QFrame
{
    Q_OBJECT

public:
    explicit Section(QWidget* parent = nullptr);
    void setHeading(const QString& heading, const QString& explanation = {});
    /// Right of the heading, for a button or a chooser.
    [[nodiscard]] QHBoxLayout* head() { return m_head; }
    [[nodiscard]] QVBoxLayout* body() { return m_body; }

private:
    QLabel* m_heading;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

/// A label of a role of the style sheet: "secondary", "caption", "error".
[[nodiscard]] QLabel* roleLabel(const char* role, QWidget* parent);

} // namespace nefes::ui
