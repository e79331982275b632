// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_rows.h"

#include "ui/text/format.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

/// Adds what matches, depth first. The reader has bounded depth and number of the nodes.
class Builder
{
public:
    Builder(TagRows& rows, QStringList words, const std::stop_token& stop)
        : m_rows(rows)
        , m_words(std::move(words))
        , m_stop(stop)
    {
    }

    void add(const TagNode& node, std::size_t parent, int number, bool isWanted)
    {
        if (m_stop.stop_requested()) {
            return;
        }
        const bool isMatch = node.tag != kItemTag && matches(node);
        const std::size_t index = m_rows.rows.size();
        const std::size_t matchesBefore = m_rows.matches;
        m_rows.matches += isMatch ? 1 : 0;
        m_rows.rows.push_back({.node = &node,
                               .parent = parent,
                               .position = static_cast<int>(siblings(parent).size()),
                               .number = number,
                               .children = {}});
        siblings(parent).push_back(index);
        int child = 0;
        for (const TagNode& inner : node.children) {
            add(inner, index, ++child, isWanted || isMatch);
        }
        if (!isWanted && m_rows.matches == matchesBefore) {
            // Neither this row nor one below it, and those below it are gone already.
            m_rows.rows.pop_back();
            siblings(parent).pop_back();
        }
    }

private:
    std::vector<std::size_t>& siblings(std::size_t parent)
    {
        return parent == TagRows::kNone ? m_rows.roots : m_rows.rows[parent].children;
    }

    [[nodiscard]] bool matches(const TagNode& node) const
    {
        if (m_words.isEmpty()) {
            return true;
        }
        QString name = fromUtf8(node.name);
        QString plainTag = QStringLiteral("%1").arg(node.tag, 8, 16, QLatin1Char('0'));
        const QString text = foldedForSearch(
            tagText(node.tag) + QLatin1Char('\n') + plainTag + QLatin1Char('\n') + name +
            QLatin1Char('\n') + QString(name).remove(QLatin1Char(' ')) + QLatin1Char('\n') +
            fromUtf8(node.vr) + QLatin1Char('\n') + fromUtf8(node.value));
        return std::ranges::all_of(m_words,
                                   [&text](const QString& word) { return text.contains(word); });
    }

    TagRows& m_rows;
    QStringList m_words;
    const std::stop_token& m_stop;
};

} // namespace

TagRows makeTagRows(std::shared_ptr<const TagTree> tree, const QString& search,
                    const std::stop_token& stop)
{
    TagRows rows;
    rows.tree = std::move(tree);
    Builder builder(rows, foldedForSearch(search).split(QLatin1Char(' '), Qt::SkipEmptyParts),
                    stop);
    for (const TagNode& node : rows.tree->elements) {
        builder.add(node, TagRows::kNone, 0, false);
    }
    return rows;
}

QString tagText(std::uint32_t tag)
{
    return QStringLiteral("(%1,%2)")
        .arg(tag >> 16U, 4, 16, QLatin1Char('0'))
        .arg(tag & 0xffffU, 4, 16, QLatin1Char('0'));
}

QString tagLine(const TagNode& node)
{
    return QStringList{tagText(node.tag), fromUtf8(node.vr), fromUtf8(node.name),
                       fromUtf8(node.value)}
        .join(QLatin1Char('\t'));
}

} // namespace nefes::ui
