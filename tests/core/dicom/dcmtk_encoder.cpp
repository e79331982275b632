// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/dicom/dcmtk_encoder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcrlerp.h>
#include <dcmtk/dcmimage/diregist.h> // lets the encoders read colour
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpeg/djrploss.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <dcmtk/dcmjpls/djrparam.h>

#include <memory>
#include <mutex>

namespace nefes::test {
namespace {

void registerEncoders()
{
    static std::once_flag once;
    std::call_once(once, [] {
        DcmRLEEncoderRegistration::registerCodecs();
        DJEncoderRegistration::registerCodecs();
        DJLSEncoderRegistration::registerCodecs();
    });
}

std::unique_ptr<DcmRepresentationParameter> parameterFor(E_TransferSyntax syntax)
{
    switch (syntax) {
    case EXS_JPEGProcess14:
        return std::make_unique<DJ_RPLossless>(4, 0);
    case EXS_JPEGProcess14SV1:
        return std::make_unique<DJ_RPLossless>();
    case EXS_JPEGProcess1:
    case EXS_JPEGProcess2_4:
    case EXS_JPEGProcess10_12:
        return std::make_unique<DJ_RPLossy>(95);
    case EXS_JPEGLSLossless:
        return std::make_unique<DJLSRepresentationParameter>(2, OFTrue);
    case EXS_JPEGLSLossy:
        return std::make_unique<DJLSRepresentationParameter>(2, OFFalse);
    case EXS_RLELossless:
        return std::make_unique<DcmRLERepresentationParameter>();
    default:
        return nullptr;
    }
}

} // namespace

bool transcode(const std::filesystem::path& source, const std::filesystem::path& target,
               const std::string& transferSyntaxUid)
{
    registerEncoders();
    DcmFileFormat file;
    if (file.loadFile(source.c_str()).bad()) {
        return false;
    }
    const E_TransferSyntax syntax = DcmXfer(transferSyntaxUid.c_str()).getXfer();
    const auto parameter = parameterFor(syntax);
    return file.getDataset()->chooseRepresentation(syntax, parameter.get()).good() &&
           file.saveFile(target.c_str(), syntax).good();
}

} // namespace nefes::test
