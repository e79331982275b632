// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/tag_tree.h"

#include <QString>

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace nefes::ui {

/// The lines of a tag tree that are shown, in one list: built on a worker thread, then immutable.
struct TagRows {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    struct Row {
        const TagNode* node = nullptr;
        std::size_t parent = kNone; ///< index into rows
        int position = 0;           ///< among the rows of the same parent
        int number = 0;             ///< of an item within its sequence, from 1
        std::vector<std::size_t> children;
    };
    std::shared_ptr<const TagTree> tree; ///< owns the nodes
    std::vector<Row> rows;
    std::vector<std::size_t> roots;
    std::size_t matches = 0; ///< rows that hold the searched words themselves
};

/// Rows that contain every word of `search` (in tag, name or value, case and blanks of the name
/// ignored), those above them, and all within an item that matches by its sequence's name. An empty
/// search keeps all rows. Any thread.
[[nodiscard]] TagRows makeTagRows(std::shared_ptr<const TagTree> tree, const QString& search,
                                  const std::stop_token& stop);

/// "(0010,0010)"
[[nodiscard]] QString tagText(std::uint32_t tag);
/// One line for the clipboard: tag, VR, name and value separated by tabs.
[[nodiscard]] QString tagLine(const TagNode& node);

} // namespace nefes::ui
