// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measure/drawing_book.h"

#include <QUndoCommand>

#include <utility>

namespace nefes::ui {

/// Swaps the drawings of one image.
class DrawingBook::Change final : public QUndoCommand
{
public:
    Change(DrawingBook& book, std::string key, Drawings before, Drawings after)
        : m_book(book)
        , m_key(std::move(key))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { m_book.replace(m_key, m_before); }
    void redo() override { m_book.replace(m_key, m_after); }

private:
    DrawingBook& m_book;
    std::string m_key;
    Drawings m_before, m_after;
};

DrawingBook::DrawingBook(std::filesystem::path folder, std::filesystem::path olderFolder)
    : m_folder(std::move(folder))
    , m_olderFolder(std::move(olderFolder))
{
    m_files.setMaxThreadCount(1);
}

DrawingBook::Page* DrawingBook::page() const
{
    const auto found = m_pages.find(m_key);
    return found == m_pages.end() ? nullptr : found->second.get();
}

const Drawings& DrawingBook::drawings(const std::string& key) const
{
    static const Drawings kNone;
    const auto found = m_pages.find(key);
    return found == m_pages.end() ? kNone : found->second->drawings;
}

std::filesystem::path DrawingBook::fileOf(const std::string& key) const
{
    return m_folder / (key + ".json");
}

void DrawingBook::open(const std::string& key)
{
    if (!key.empty() && !m_pages.contains(key)) {
        m_pages[key] = std::make_unique<Page>();
        load(key);
    }
}

void DrawingBook::setImage(const std::string& key)
{
    if (key == m_key) {
        return;
    }
    m_key = key;
    open(key);
    Q_EMIT changed();
}

void DrawingBook::load(const std::string& key)
{
    if (m_folder.empty()) {
        m_pages[key]->isLoaded = true;
        return;
    }
    runInBackground(
        m_files, this,
        [file = fileOf(key), older = m_olderFolder / fileOf(key).filename(),
         kept = m_pages[key]->kept] {
            std::error_code ignored;
            const bool isOld =
                !std::filesystem::exists(file, ignored) && std::filesystem::exists(older, ignored);
            Result<Drawings> read = readDrawings(isOld ? older : file);
            if (read) {
                *kept = *read;
            }
            return read;
        },
        [this, key](Result<Drawings> read) {
            Page& loaded = *m_pages[key];
            if (!read) {
                Q_EMIT saveFailed(read.error());
                if (read.error().code != ErrorCode::DamagedFile) {
                    loaded.unread = read.error();
                    return;
                }
                read = Drawings{}; // the file was put aside
            }
            loaded.isLoaded = true;
            const bool hasNew = !loaded.drawings.isEmpty();
            if (read->isEmpty() && !hasNew) {
                return;
            }
            // What was drawn while the file was read comes after what it holds.
            Drawings all = *std::move(read);
            all.measurements.insert(all.measurements.end(), loaded.drawings.measurements.begin(),
                                    loaded.drawings.measurements.end());
            if (loaded.drawings.calibration) {
                all.calibration = loaded.drawings.calibration;
            }
            loaded.history.clear();
            if (hasNew) {
                replace(key, all);
            } else {
                loaded.drawings = std::move(all);
                Q_EMIT changed();
            }
        });
}

void DrawingBook::push(const QString& text, Drawings after)
{
    if (Page* current = page()) {
        auto* command = new Change(*this, m_key, current->drawings, std::move(after));
        command->setText(text);
        current->history.push(command);
    }
}

void DrawingBook::add(const Measurement& drawing)
{
    Drawings after = drawings();
    after.measurements.push_back(drawing);
    push(QStringLiteral("add"), std::move(after));
}

void DrawingBook::change(std::size_t index, const Measurement& drawing)
{
    Drawings after = drawings();
    if (index < after.measurements.size()) {
        after.measurements[index] = drawing;
        push(QStringLiteral("change"), std::move(after));
    }
}

void DrawingBook::remove(std::size_t index)
{
    Drawings after = drawings();
    if (index < after.measurements.size()) {
        after.measurements.erase(after.measurements.begin() + static_cast<std::ptrdiff_t>(index));
        push(QStringLiteral("remove"), std::move(after));
    }
}

void DrawingBook::calibrate(const std::optional<PixelSpacing>& spacing)
{
    Drawings after = drawings();
    after.calibration = spacing;
    push(QStringLiteral("calibrate"), std::move(after));
}

void DrawingBook::undo()
{
    if (Page* current = page()) {
        current->history.undo();
    }
}

void DrawingBook::redo()
{
    if (Page* current = page()) {
        current->history.redo();
    }
}

bool DrawingBook::canUndo() const
{
    const Page* current = page();
    return current != nullptr && current->history.canUndo();
}

bool DrawingBook::canRedo() const
{
    const Page* current = page();
    return current != nullptr && current->history.canRedo();
}

void DrawingBook::replace(const std::string& key, const Drawings& drawings)
{
    Page& target = *m_pages[key];
    target.drawings = drawings;
    // Before the file was read it must not be overwritten; load() writes what came meanwhile.
    if (!m_folder.empty() && target.isLoaded) {
        runInBackground(
            m_files, this,
            [file = fileOf(key), kept = target.kept, drawings] {
                Result<void> written = changeDrawings(file, *kept, drawings);
                if (written) {
                    *kept = drawings;
                }
                return written;
            },
            [this](const Result<void>& written) {
                if (!written) {
                    Q_EMIT saveFailed(written.error());
                }
            });
    } else if (target.unread) {
        Q_EMIT saveFailed(*target.unread);
    }
    // The history tells of the change only after this call.
    QMetaObject::invokeMethod(this, &DrawingBook::changed, Qt::QueuedConnection);
    Q_EMIT changed();
}

} // namespace nefes::ui
