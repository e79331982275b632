// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace nefes::ui {

/// The text of crash reports, to be read and copied. Deletes itself.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(const QString& text, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QPlainTextEdit* m_text;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace nefes::ui
