// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include "ui/bridge/background.h"
#include "ui/measure/drawing_file.h"

#include <QObject>
#include <QThreadPool>
#include <QUndoStack>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace nefes::ui {

/// The drawings on images, each image with its own undo history. Every change is made in the file
/// as it is by then, so that windows do not undo each other's; those of another window are seen
/// when the image is opened anew. UI thread only; files are read and written on a thread of its
/// own.
class DrawingBook final : public QObject
{
    Q_OBJECT

public:
    /// An empty folder keeps drawings in memory only. What is not in it is looked for in the folder
    /// where older versions kept drawings.
    explicit DrawingBook(std::filesystem::path folder, std::filesystem::path olderFolder = {});

    /// Reads what was drawn on the image, unless it is there already. Empty: no image.
    void open(const std::string& key);
    /// The image that drawings() and the changes below are about; opens it.
    void setImage(const std::string& key);
    [[nodiscard]] const Drawings& drawings() const { return drawings(m_key); }
    /// Empty for an image that is not open.
    [[nodiscard]] const Drawings& drawings(const std::string& key) const;

    void add(const Measurement& drawing);
    void change(std::size_t index, const Measurement& drawing);
    void remove(std::size_t index);
    /// Nothing: the file's own spacing.
    void calibrate(const std::optional<PixelSpacing>& spacing);
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;

Q_SIGNALS:
    /// The drawings of an open image have changed.
    void changed();
    /// What was drawn is still in memory.
    void saveFailed(const nefes::Error& error);

private:
    class Change;
    struct Page {
        Drawings drawings;
        QUndoStack history;
        bool isLoaded = false;
        /// What this book has read from the file or put into it; used on m_files alone.
        std::shared_ptr<Drawings> kept = std::make_shared<Drawings>();
        std::optional<Error> unread; ///< why the file cannot be read: it is not written then
    };
    void push(const QString& text, Drawings after);
    void load(const std::string& key);
    void replace(const std::string& key, const Drawings& drawings);
    [[nodiscard]] std::filesystem::path fileOf(const std::string& key) const;
    [[nodiscard]] Page* page() const;

    std::filesystem::path m_folder, m_olderFolder;
    std::string m_key;
    std::map<std::string, std::unique_ptr<Page>> m_pages;
    QThreadPool m_files; ///< one thread, so that writes keep their order
};

} // namespace nefes::ui
