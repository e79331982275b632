// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace nefes::ui {

namespace {

/// The translation context of these sentences.
struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    [[nodiscard]] static QString file(ErrorCode code);
    [[nodiscard]] static QString image(ErrorCode code);
    [[nodiscard]] static QString model(ErrorCode code);
    [[nodiscard]] static QString training(ErrorCode code);
    [[nodiscard]] static QString other(ErrorCode code);
};

QString ErrorText::file(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound:
        return tr("The file does not exist. It may have been moved or its drive taken out.");
    case ErrorCode::FileUnreadable:
        return tr("The file cannot be read. Check its permissions.");
    case ErrorCode::FileEmpty:
        return tr("The file is empty. Copy it again from where it came from.");
    case ErrorCode::FileTooLarge:
        return tr("The file is larger than this program accepts.");
    case ErrorCode::WriteFailed:
        return tr("The file cannot be written. Check the folder's permissions.");
    case ErrorCode::DiskFull:
        return tr("The disk is full. Free some space and try again.");
    case ErrorCode::ArchiveDamaged:
        return tr("The archive is damaged. Copy it again from where it came from.");
    case ErrorCode::ArchiveTooLarge:
        return tr("The archive unpacks to more than this program accepts. Unpack it yourself and "
                  "open the folder.");
    case ErrorCode::ArchiveUnsafePath:
        return tr("The archive wants to write outside its folder, so it was not opened.");
    default:
        return {};
    }
}

QString ErrorText::image(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownFormat:
        return tr("This is not an image that the program knows (DICOM, JPEG, PNG).");
    case ErrorCode::DamagedFile:
        return tr("The file is damaged. Copy it again from where it came from.");
    case ErrorCode::UnsupportedFormat:
        return tr("This kind of image is not supported.");
    case ErrorCode::ImageTooLarge:
        return tr("The image is larger than this program accepts.");
    case ErrorCode::FrameOutOfRange:
        return tr("The file does not have this frame.");
    case ErrorCode::UnsupportedTransferSyntax:
        return tr("The DICOM file is compressed in a way that is not supported. Export it "
                  "uncompressed.");
    case ErrorCode::InvalidPixelDescription:
        return tr("The DICOM file describes its pixels in a way that cannot be right.");
    case ErrorCode::MissingPixelData:
        return tr("The DICOM file holds no image.");
    case ErrorCode::TruncatedPixelData:
        return tr("The file ends before its image does. Copy it again from where it came from.");
    case ErrorCode::DecodeFailed:
        return tr("The compressed image cannot be decoded. It is probably damaged.");
    case ErrorCode::NestingTooDeep:
        return tr("The DICOM file is nested too deeply to be a real one.");
    case ErrorCode::DictionaryMissing:
        return tr("The DICOM data dictionary is missing. Install DCMTK's data files or set "
                  "DCMDICTPATH.");
    default:
        return {};
    }
}

QString ErrorText::model(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ModuleMissing:
        return tr("The module for analysis (nefes_torch) is missing. Install the package "
                  "nefes-torch, or build the program with LibTorch; viewing works without.");
    case ErrorCode::ModuleIncompatible:
        return tr("The module for analysis belongs to another version of the program. Install both "
                  "from the same build.");
    case ErrorCode::ModelNotFound:
        return tr("The model is not installed.");
    case ErrorCode::ModelDamaged:
        return tr("The model package is damaged. Install it again.");
    case ErrorCode::ModelDigestMismatch:
        return tr("The model's weights are not the ones it was published with, so it is not used. "
                  "Install it again.");
    case ErrorCode::ModelShapeMismatch:
        return tr("The model's weights do not fit its network, so it is not used.");
    case ErrorCode::ModelFormatUnsupported:
        return tr("The model was made for a newer version of the program.");
    case ErrorCode::DeviceUnavailable:
        return tr("The graphics card asked for is not available. Choose another device.");
    case ErrorCode::OutOfMemory:
        return tr("There is not enough memory. Close other programs and try again.");
    default:
        return {};
    }
}

QString ErrorText::training(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RecipeInvalid:
        return tr("The recipe is not valid.");
    case ErrorCode::NetworkInvalid:
        return tr("The network in the recipe does not fit together.");
    case ErrorCode::DatasetEmpty:
        return tr("The data set holds no image that can be used.");
    case ErrorCode::DatasetInvalid:
        return tr("The data set is not laid out in a way that the program knows.");
    case ErrorCode::TrainingDiverged:
        return tr("The training diverged. Lower the learning rate and try again.");
    case ErrorCode::CheckpointMismatch:
        return tr("The checkpoint belongs to another recipe or data set.");
    default:
        return {};
    }
}

QString ErrorText::other(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return tr("This was asked for in a way that makes no sense.");
    case ErrorCode::Cancelled:
        return tr("Cancelled.");
    default:
        return tr("Something went wrong inside the program. Please report it.");
    }
}

} // namespace

QString errorText(ErrorCode code)
{
    for (const auto part :
         {&ErrorText::file, &ErrorText::image, &ErrorText::model, &ErrorText::training}) {
        if (QString text = part(code); !text.isEmpty()) {
            return text;
        }
    }
    return ErrorText::other(code);
}

} // namespace nefes::ui
