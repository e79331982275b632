// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/evaluation_service.h"

#include <QListWidget>

#include <cstddef>
#include <map>
#include <vector>

namespace nefes::ui {

/// Judged images with their heatmaps and what was said of them. Double-click or Enter opens one in
/// the viewer. UI thread.
class ImageGallery final : public QListWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostImages = 48;

    ImageGallery(EvaluationService& service, QWidget* parent = nullptr);

    /// Shows the first kMostImages of them; pictures come in one by one while the gallery is seen.
    void setFiles(JudgedSetPtr judged, std::vector<std::size_t> files);

Q_SIGNALS:
    void openRequested(const std::filesystem::path& file);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void requestPictures();
    void setPicture(std::size_t file, const QImage& picture);
    void retranslate();

    EvaluationService& m_service;
    JudgedSetPtr m_judged;
    std::vector<std::size_t> m_files;
    std::map<std::size_t, bool> m_isRequested;
};

/// Images of one cell of the confusion matrix, surest first.
[[nodiscard]] std::vector<std::size_t> filesOfCell(const JudgedSet& judged, int truth,
                                                   int predicted);
/// Wrong ones, or right ones, surest first; classes take turns among the right ones.
[[nodiscard]] std::vector<std::size_t> wrongFiles(const JudgedSet& judged);
[[nodiscard]] std::vector<std::size_t> rightFiles(const JudgedSet& judged);

} // namespace nefes::ui
