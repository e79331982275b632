// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"

#include <memory>
#include <vector>

namespace nefes::app {

/// Asks each reader in turn whether a file is for it, by the file's first bytes, never by its name.
/// UnknownFormat when none is.
class CompositeReader final : public ImageReader
{
public:
    explicit CompositeReader(std::vector<std::shared_ptr<const ImageReader>> readers);

    [[nodiscard]] bool recognises(std::span<const std::byte> start) const override;
    [[nodiscard]] Result<FileSummary> summarise(const std::filesystem::path& file) const override;
    [[nodiscard]] Result<ImagePtr> read(const std::filesystem::path& file, int frame,
                                        std::stop_token stop) const override;

private:
    [[nodiscard]] Result<const ImageReader*> readerFor(const std::filesystem::path& file) const;
    std::vector<std::shared_ptr<const ImageReader>> m_readers;
};

} // namespace nefes::app
