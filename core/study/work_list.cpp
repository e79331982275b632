// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/search_text.h"
#include "core/study/work_list_p.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace nefes::study {
namespace {

bool contains(const std::string& text, const std::vector<std::string>& words)
{
    return std::ranges::all_of(
        words, [&text](const std::string& word) { return text.find(word) != std::string::npos; });
}

} // namespace

void WorkList::put(Entry entry)
{
    const auto [place, isNew] = m_places.emplace(entry.id, m_entries.size());
    if (isNew) {
        m_entries.push_back(std::move(entry));
    } else {
        m_entries[place->second] = std::move(entry);
    }
    m_orders.clear();
}

void WorkList::remove(StudyId id)
{
    const auto found = m_places.find(id);
    if (found == m_places.end()) {
        return;
    }
    const std::size_t place = found->second;
    m_places.erase(found);
    if (place + 1 < m_entries.size()) {
        m_entries[place] = std::move(m_entries.back());
        m_places[m_entries[place].id] = place;
    }
    m_entries.pop_back();
    m_orders.clear();
}

const WorkList::Order& WorkList::orderOf(LibraryColumn column, bool isDescending)
{
    const auto [found, isNew] = m_orders.try_emplace(std::pair(column, isDescending));
    if (!isNew) {
        return found->second;
    }
    Order& order = found->second;
    order.resize(m_entries.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto sortBy = [&](auto key) {
        std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
            const Entry& left = m_entries[a];
            const Entry& right = m_entries[b];
            const auto leftKey = key(left);
            const auto rightKey = key(right);
            if (leftKey != rightKey) {
                return isDescending ? rightKey < leftKey : leftKey < rightKey;
            }
            // Equal ones by date, the newest first.
            return std::tie(right.date, right.id) < std::tie(left.date, left.id);
        });
    };
    switch (column) {
    case LibraryColumn::Date:
        sortBy([](const Entry& entry) { return std::string_view(entry.date); });
        break;
    case LibraryColumn::Patient:
        sortBy([](const Entry& entry) { return std::string_view(entry.name); });
        break;
    case LibraryColumn::Modality:
        sortBy([](const Entry& entry) { return std::string_view(entry.modality); });
        break;
    case LibraryColumn::Score:
        sortBy([](const Entry& entry) { return entry.score; });
        break;
    case LibraryColumn::Read:
        sortBy([](const Entry& entry) { return entry.isRead; });
        break;
    }
    return order;
}

std::vector<StudyId> WorkList::find(const LibraryQuery& query)
{
    const std::vector<std::string> words = searchWords(query.text);
    std::vector<StudyId> studies;
    for (const std::uint32_t index : orderOf(query.column, query.isDescending)) {
        const Entry& entry = m_entries[index];
        if (contains(entry.search, words)) {
            studies.push_back(entry.id);
        }
    }
    return studies;
}

} // namespace nefes::study
