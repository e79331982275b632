// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/machine.h"
#include "core/base/result.h"

#include "ml/backend.h"

#include "ui/services.h"

#include <QDialog>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTextBrowser;
class QThreadPool;

namespace nefes::ui {

/// Versions, device, threads and licence, without patient data, to be read or copied. Shows at
/// once and fills in what worker threads find out; LibTorch is loaded only when asked for.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The pool outlives the dialog.
    AboutDialog(const Services& services, QThreadPool& pool, QWidget* parent = nullptr);

Q_SIGNALS:
    void logFolderWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QString name, value;
    };

    void find(bool loadsTorch);
    void retranslate();
    void fill();
    [[nodiscard]] QString torchText() const;
    [[nodiscard]] std::vector<Row> rows() const;
    void copy();

    Services m_services;
    QThreadPool& m_pool;
    std::optional<Machine> m_machine; ///< none: still being looked at
    std::vector<LibraryVersion> m_libraries;
    std::optional<Result<ml::BackendInfo>> m_torch; ///< none: not loaded
    bool m_isLoading = false;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_disclaimer;
    QLabel* m_licence;
    QTextBrowser* m_details;
    QPushButton* m_load;
    QPushButton* m_log;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace nefes::ui
