// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composite_reader.h"

#include "core/base/files.h"

#include <algorithm>
#include <utility>

namespace nefes::app {
namespace {

constexpr std::size_t kStartBytes = 512;

} // namespace

CompositeReader::CompositeReader(std::vector<std::shared_ptr<const ImageReader>> readers)
    : m_readers(std::move(readers))
{
}

bool CompositeReader::recognises(std::span<const std::byte> start) const
{
    return std::ranges::any_of(m_readers,
                               [start](const auto& reader) { return reader->recognises(start); });
}

Result<const ImageReader*> CompositeReader::readerFor(const std::filesystem::path& file) const
{
    NEFES_TRY(const Bytes start, readFileStart(file, kStartBytes));
    const auto found = std::ranges::find_if(
        m_readers, [&start](const auto& reader) { return reader->recognises(start); });
    if (found == m_readers.end()) {
        return fail(ErrorCode::UnknownFormat, "neither DICOM nor a picture format that is known");
    }
    return found->get();
}

Result<FileSummary> CompositeReader::summarise(const std::filesystem::path& file) const
{
    NEFES_TRY(const ImageReader* const reader, readerFor(file));
    return reader->summarise(file);
}

Result<ImagePtr> CompositeReader::read(const std::filesystem::path& file, int frame,
                                       std::stop_token stop) const
{
    NEFES_TRY(const ImageReader* const reader, readerFor(file));
    return reader->read(file, frame, std::move(stop));
}

} // namespace nefes::app
