// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nefes {

/// Every way in which something outside the program can go wrong. A closed list: scripts read the
/// names (errorCodeName), ui/text translates the codes, ARCHITECTURE.md explains each.
enum class ErrorCode {
    // Files
    FileNotFound,
    FileUnreadable,
    FileEmpty,
    FileTooLarge,
    WriteFailed,
    DiskFull,
    // Images
    UnknownFormat,
    DamagedFile,
    UnsupportedFormat,
    ImageTooLarge,
    FrameOutOfRange,
    // DICOM
    UnsupportedTransferSyntax,
    InvalidPixelDescription,
    MissingPixelData,
    TruncatedPixelData,
    DecodeFailed,
    NestingTooDeep,
    DictionaryMissing,
    // Archives
    ArchiveDamaged,
    ArchiveTooLarge,
    ArchiveUnsafePath,
    // Models and the torch module
    ModuleMissing,
    ModuleIncompatible,
    ModelNotFound,
    ModelDamaged,
    ModelDigestMismatch,
    ModelShapeMismatch,
    ModelFormatUnsupported,
    DeviceUnavailable,
    OutOfMemory,
    // Training
    RecipeInvalid,
    NetworkInvalid,
    DatasetEmpty,
    DatasetInvalid,
    TrainingDiverged,
    CheckpointMismatch,
    // Everything else
    InvalidArgument,
    Cancelled,
    Internal,
};

/// The name that files and standard output carry, such as "truncated_pixel_data".
[[nodiscard]] std::string_view errorCodeName(ErrorCode code);

/// `detail` is English, for the log and for scripts; it names the cause and never patient data.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
};

} // namespace nefes
