// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/written_files.h"

#include "core/base/files.h"

#include <QBuffer>
#include <QImage>
#include <QLockFile>

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace nefes::ui {

namespace {

constexpr int kJpegQuality = 95;
constexpr int kLongestWaitMs = 5000;

} // namespace

Result<QByteArray> encodedPicture(const QImage& picture, const QString& ending)
{
    const QString format = ending.toCaseFolded();
    const bool isJpeg = format == QLatin1String("jpg") || format == QLatin1String("jpeg");
    if (!isJpeg && format != QLatin1String("png")) {
        return fail(ErrorCode::UnsupportedFormat, "pictures are written as .png or .jpg");
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, isJpeg ? "JPG" : "PNG", isJpeg ? kJpegQuality : -1)) {
        return fail(ErrorCode::WriteFailed, "the picture cannot be encoded");
    }
    return bytes;
}

Result<void> changeAlone(const std::filesystem::path& file,
                         const std::function<Result<void>()>& change)
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) {
        return fail(writeErrorCode(error.value()), error.message());
    }
    QLockFile lock(QString::fromStdString(toUtf8(file)) + QLatin1String(".lock"));
    // Where no lock can be made at all, as on a full disk, the change itself tells why.
    if (!lock.tryLock(kLongestWaitMs) && lock.error() == QLockFile::LockFailedError) {
        return fail(ErrorCode::WriteFailed, "the file is being changed elsewhere");
    }
    return change();
}

tl::unexpected<Error> putAside(const std::filesystem::path& file, std::string detail)
{
    std::error_code error;
    std::filesystem::path aside;
    for (int number = 1; aside.empty() || std::filesystem::exists(aside, error); ++number) {
        aside = file;
        aside += number == 1 ? std::string(".damaged") : fmt::format(".damaged-{}", number);
    }
    std::filesystem::rename(file, aside, error);
    if (error) {
        return fail(ErrorCode::WriteFailed, "a damaged file cannot be renamed");
    }
    return fail(ErrorCode::DamagedFile, std::move(detail));
}

} // namespace nefes::ui
