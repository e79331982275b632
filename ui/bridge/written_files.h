// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <filesystem>
#include <functional>
#include <string>

class QImage;

namespace nefes::ui {

/// The bytes of a file with the ending "png", "jpg" or "jpeg", in any case. UnsupportedFormat for
/// another ending, WriteFailed for a picture that the format cannot take. Any thread.
[[nodiscard]] Result<QByteArray> encodedPicture(const QImage& picture, const QString& ending);

/// Calls `change` while no other caller, of this process or of another, changes the file; makes its
/// folder when that is missing. Blocks. WriteFailed, DiskFull, or what `change` gives.
[[nodiscard]] Result<void> changeAlone(const std::filesystem::path& file,
                                       const std::function<Result<void>()>& change);

/// Renames a damaged file to its name with ".damaged", and a number where that is taken, so that
/// nothing is overwritten. DamagedFile with `detail`; WriteFailed when it is still in its place.
[[nodiscard]] tl::unexpected<Error> putAside(const std::filesystem::path& file, std::string detail);

} // namespace nefes::ui
