// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace nefes {

std::string_view errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound:
        return "file_not_found";
    case ErrorCode::FileUnreadable:
        return "file_unreadable";
    case ErrorCode::FileEmpty:
        return "file_empty";
    case ErrorCode::FileTooLarge:
        return "file_too_large";
    case ErrorCode::WriteFailed:
        return "write_failed";
    case ErrorCode::DiskFull:
        return "disk_full";
    case ErrorCode::UnknownFormat:
        return "unknown_format";
    case ErrorCode::DamagedFile:
        return "damaged_file";
    case ErrorCode::UnsupportedFormat:
        return "unsupported_format";
    case ErrorCode::ImageTooLarge:
        return "image_too_large";
    case ErrorCode::FrameOutOfRange:
        return "frame_out_of_range";
    case ErrorCode::UnsupportedTransferSyntax:
        return "unsupported_transfer_syntax";
    case ErrorCode::InvalidPixelDescription:
        return "invalid_pixel_description";
    case ErrorCode::MissingPixelData:
        return "missing_pixel_data";
    case ErrorCode::TruncatedPixelData:
        return "truncated_pixel_data";
    case ErrorCode::DecodeFailed:
        return "decode_failed";
    case ErrorCode::NestingTooDeep:
        return "nesting_too_deep";
    case ErrorCode::DictionaryMissing:
        return "dictionary_missing";
    case ErrorCode::ArchiveDamaged:
        return "archive_damaged";
    case ErrorCode::ArchiveTooLarge:
        return "archive_too_large";
    case ErrorCode::ArchiveUnsafePath:
        return "archive_unsafe_path";
    case ErrorCode::ModuleMissing:
        return "module_missing";
    case ErrorCode::ModuleIncompatible:
        return "module_incompatible";
    case ErrorCode::ModelNotFound:
        return "model_not_found";
    case ErrorCode::ModelDamaged:
        return "model_damaged";
    case ErrorCode::ModelDigestMismatch:
        return "model_digest_mismatch";
    case ErrorCode::ModelShapeMismatch:
        return "model_shape_mismatch";
    case ErrorCode::ModelFormatUnsupported:
        return "model_format_unsupported";
    case ErrorCode::DeviceUnavailable:
        return "device_unavailable";
    case ErrorCode::OutOfMemory:
        return "out_of_memory";
    case ErrorCode::RecipeInvalid:
        return "recipe_invalid";
    case ErrorCode::NetworkInvalid:
        return "network_invalid";
    case ErrorCode::DatasetEmpty:
        return "dataset_empty";
    case ErrorCode::DatasetInvalid:
        return "dataset_invalid";
    case ErrorCode::TrainingDiverged:
        return "training_diverged";
    case ErrorCode::CheckpointMismatch:
        return "checkpoint_mismatch";
    case ErrorCode::InvalidArgument:
        return "invalid_argument";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

} // namespace nefes
