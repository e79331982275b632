// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/write.h"
#include "core/imaging/picture_writer.h"

#include "tests/core/dicom/dcmtk_encoder.h"
#include "tests/core/dicom/dicom_bytes.h"
#include "tests/core/dicom/object_files.h"
#include "tests/core/imaging/jpeg2000_encoder.h"
#include "tests/core/imaging/jpeg_xl_encoder.h"

#include <array>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace nefes;
namespace fs = std::filesystem;

namespace {

bool put(const fs::path& folder, const std::string& name, const Bytes& bytes)
{
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    return writeFileAtomically(folder / name, bytes).has_value();
}

ImageData smallImage(bool isColour, int bits)
{
    ImageData image;
    const std::size_t count = isColour ? 8 * 8 * 3 : 8 * 8;
    if (bits > 8) {
        std::vector<std::uint16_t> samples(count);
        for (std::size_t i = 0; i < count; ++i) {
            samples[i] = static_cast<std::uint16_t>(i * 61);
        }
        image.stored = PixelBuffer{8, 8, 1, std::move(samples)};
    } else {
        std::vector<std::uint8_t> samples(count);
        for (std::size_t i = 0; i < count; ++i) {
            samples[i] = static_cast<std::uint8_t>(i * 3);
        }
        image.stored = PixelBuffer{8, 8, isColour ? 3 : 1, std::move(samples)};
    }
    image.bitsStored = bits;
    image.photometric = isColour ? Photometric::Rgb : Photometric::Monochrome2;
    image.windows = {{100.0, 50.0, VoiFunction::Sigmoid, "a"}, {20.0, 5.0, {}, "b"}};
    image.spacing = PixelSpacing{0.2, 0.2, SpacingOrigin::Patient};
    image.orientation = {"L", "F"};
    image.text.patientName = "Seed^Şeker";
    image.text.studyUid = "2.25.1";
    image.text.seriesUid = "2.25.2";
    image.text.sopInstanceUid = "2.25.3";
    return image;
}

/// The same small images in every transfer syntax that DCMTK writes.
void writeTranscoded(const fs::path& folder)
{
    constexpr std::array suffixes = {"",      ".1",    ".1.99", ".2",    ".5",    ".4.50",
                                     ".4.51", ".4.55", ".4.57", ".4.70", ".4.80", ".4.81"};
    const fs::path plain = folder / "plain.dcm";
    for (const auto& [isColour, bits] : {std::pair{false, 8}, {false, 12}, {true, 8}}) {
        const Result<Bytes> bytes = dicom::encodeDicom(smallImage(isColour, bits), {});
        if (!bytes || !put(folder, "plain.dcm", *bytes)) {
            continue;
        }
        for (const char* suffix : suffixes) {
            const std::string name = std::string("syntax") + suffix +
                                     (isColour ? "-rgb-" : "-gray-") + std::to_string(bits) +
                                     ".dcm";
            static_cast<void>(
                test::transcode(plain, folder / name, std::string("1.2.840.10008.1.2") + suffix));
        }
    }
}

/// Modules that the small images lack, one file each.
void writeModules(const fs::path& folder)
{
    test::DicomBytes lut;
    lut.u16(0x00283002, {4, 0, 8}).text(0x00283003, "LO", "x").u16(0x00283006, {1, 2, 3, 4}, "OW");
    test::DicomBytes luts = test::imageHeader({});
    luts.u16(0x00280120, {7}).sequence(0x00283000, {lut}).sequence(0x00283010, {lut});
    luts.u16(0x60000010, {2}).u16(0x60000011, {3}).text(0x60000040, "CS", "G");
    luts.u16(0x60000050, {1, 1}, "SS").u16(0x60000100, {1}).u16(0x60000102, {0});
    luts.u16(0x60003000, {0x2a}, "OW").element(dicom::kPixelData, "OW", Bytes(12));
    put(folder, "luts-overlay.dcm", luts.file(test::kExplicitLittle));

    test::DicomBytes palette = test::imageHeader({.rows = 2,
                                                  .columns = 2,
                                                  .bitsAllocated = 8,
                                                  .bitsStored = 8,
                                                  .photometric = "PALETTE COLOR"});
    for (const dicom::Tag tag : {0x00281101U, 0x00281102U, 0x00281103U}) {
        palette.u16(tag, {4, 0, 16});
    }
    palette.u16(0x00281201, {0, 9, 8, 65535}, "OW").u16(0x00281202, {1, 2, 3, 4}, "OW");
    palette.u16(0x00281223, {0, 2, 1, 2, 1, 2, 9, 2, 1, 0, 0}, "OW");
    palette.element(dicom::kPixelData, "OB", Bytes(4));
    put(folder, "palette.dcm", palette.file(test::kExplicitLittle));

    test::DicomBytes rescale;
    rescale.text(0x00281052, "DS", "-5").text(0x00281053, "DS", "-2").text(0x00281054, "LO", "HU");
    test::DicomBytes group;
    group.sequence(0x00289145, {rescale});
    test::DicomBytes enhanced = test::imageHeader({.rows = 1, .columns = 2, .frames = "2"});
    enhanced.sequence(0x52009229, {group}).sequence(0x52009230, {group, group});
    enhanced.element(dicom::kPixelData, "OW", Bytes(8));
    put(folder, "enhanced.dcm", enhanced.file(test::kExplicitLittle));
    put(folder, "big-endian.dcm",
        test::imageHeader({.rows = 1, .columns = 2}, {true, true})
            .element(dicom::kPixelData, "OW", Bytes(4))
            .file(test::kExplicitBig));

    test::DicomBytes ybr = test::imageHeader({.rows = 2,
                                              .columns = 2,
                                              .samples = 3,
                                              .bitsAllocated = 8,
                                              .bitsStored = 8,
                                              .planar = 0,
                                              .photometric = "YBR_FULL_422"});
    put(folder, "ybr422.dcm",
        ybr.element(dicom::kPixelData, "OB", Bytes(8)).file(test::kExplicitLittle));
    test::DicomBytes floats = test::imageHeader({.rows = 1, .columns = 2, .bitsAllocated = 32});
    put(folder, "float.dcm",
        floats.element(dicom::kFloatPixelData, "OF", Bytes(8)).file(test::kExplicitLittle));
    const std::vector<int> values(16, 700);
    const Bytes stream = test::encodeJpeg2000({4, 4, 1, 12, true, false}, values);
    test::DicomBytes j2k = test::imageHeader({.rows = 4, .columns = 4, .bitsStored = 12});
    put(folder, "jpeg2000.dcm", j2k.fragments({stream}, {0}).file(test::kJpeg2000));
}

void writeStreams(const fs::path& folder)
{
    const GrayPlane plane{16, 16, std::vector<std::uint8_t>(256, 90)};
    const Picture picture{16, 16, std::vector<std::uint32_t>(256, 0xff204060U)};
    for (const auto& [name, format] :
         {std::pair{"png", imaging::EncodedFormat::Png}, {"jpeg", imaging::EncodedFormat::Jpeg}}) {
        put(folder, std::string("gray.") + name,
            imaging::encodeGray(plane, format).value_or(Bytes()));
        put(folder, std::string("colour.") + name,
            imaging::encodePicture(picture, format).value_or(Bytes()));
    }
    const std::vector<int> values(3 * 64, 100);
    put(folder, "rgb.j2k", test::encodeJpeg2000({8, 8, 3, 8, false, false}, values));
    put(folder, "gray.jp2", test::encodeJpeg2000({8, 24, 1, 16, true, true}, values));
    put(folder, "rgb.jxl",
        test::encodeJpegXl({.width = 8, .height = 8, .components = 3, .precision = 8}, values));
    put(folder, "gray.jxl",
        test::encodeJpegXl({.width = 8, .height = 8, .components = 1, .precision = 12},
                           std::span(values).first(64)));
    put(folder, "two-pages.tiff",
        test::bytesOf(std::string_view("II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x04\0\0\0"
                                       "\x01\x01\x03\0\x01\0\0\0\x04\0\0\0\x08\0\0\0",
                                       38)));
    put(folder, "core.bmp",
        test::bytesOf(std::string_view("BM\x1a\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0"
                                       "\x04\0\x04\0\x01\0\x18\0",
                                       26)));
}

void writeObjects(const fs::path& folder)
{
    test::DicomBytes document;
    document.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.104.1");
    document.text(0x00420010, "ST", "Letter").element(0x00420011, "OB", test::bytesOf("%PDF-1.4"));
    document.text(0x00420012, "LO", "application/pdf");
    for (const auto& [name, file] : {std::pair{"report.dcm", test::reportFile()},
                                     {"state.dcm", test::presentationFile()},
                                     {"document.dcm", document}}) {
        put(folder, name, file.file(test::kExplicitLittle));
    }
}

void writeTexts(const fs::path& folder)
{
    constexpr std::array<std::string_view, 6> texts = {"ISO_IR 148\n\xdd\xfd\xde",
                                                       "\\ISO 2022 IR 87\n\x1b$B;3ED\x1b(B^x",
                                                       "\\ISO 2022 IR 149\nA=\x1b$)C\xfb\xf3",
                                                       "GB18030\n\xd0\xa1",
                                                       "ISO_IR 192\n\xe5\xb0\x8f",
                                                       "\\ISO 2022 IR 159\n\x1b$(D0!"};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        put(folder, std::to_string(i), test::bytesOf(texts[i]));
    }
}

} // namespace

/// make_fuzz_corpus FOLDER: seeds for each fuzzer in a folder of its name.
int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "make_fuzz_corpus FOLDER\n";
        return 2;
    }
    const fs::path folder = argv[1];
    for (const char* name : {"dicom_read", "dicom_structure"}) {
        writeModules(folder / name);
        writeTranscoded(folder / name);
    }
    for (const char* name : {"frame_codec", "picture_header"}) {
        writeStreams(folder / name);
    }
    writeTexts(folder / "dicom_text");
    writeObjects(folder / "dicom_objects");
    writeModules(folder / "dicom_objects");
    return 0;
}
