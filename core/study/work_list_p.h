// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/library.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nefes::study {

/// What searching and sorting need of every study, in memory: a hundred thousand studies take some
/// 20 MB and are searched in a few milliseconds, which the database would need seconds for.
class WorkList
{
public:
    struct Entry {
        StudyId id = 0;
        std::string search;   ///< folded
        std::string date;     ///< and time
        std::string name;     ///< folded
        std::string modality; ///< and views
        double score = -1.0;  ///< how suspicious; −1: none
        bool isRead = false;
    };

    void put(Entry entry);
    void remove(StudyId id);
    [[nodiscard]] std::vector<StudyId> find(const LibraryQuery& query);

private:
    using Order = std::vector<std::uint32_t>; ///< indices into m_entries
    const Order& orderOf(LibraryColumn column, bool isDescending);

    std::vector<Entry> m_entries;
    std::unordered_map<StudyId, std::size_t> m_places;
    std::map<std::pair<LibraryColumn, bool>, Order> m_orders; ///< made when asked for
};

} // namespace nefes::study
