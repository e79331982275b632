// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/dicom/dicom_bytes.h"

#include <vector>

namespace nefes::test {

inline DicomBytes codeItem(const char* value, const char* meaning)
{
    DicomBytes bytes;
    bytes.text(0x00080100, "SH", value).text(0x00080104, "LO", meaning);
    return bytes;
}

/// FL values, two a point.
inline Bytes floatBytes(const std::vector<float>& values)
{
    return bytesOf(values);
}

/// A report of two items, one of them with a number below it.
inline DicomBytes reportFile()
{
    DicomBytes text;
    text.text(0x0040a010, "CS", "CONTAINS").text(0x0040a040, "CS", "TEXT");
    text.sequence(0x0040a043, {codeItem("121071", "Finding")})
        .text(0x0040a160, "UT", "Şüpheli nodül");
    DicomBytes measured;
    measured.sequence(0x004008ea, {codeItem("mm", "millimeter")}).text(0x0040a30a, "DS", "12.5");
    DicomBytes number;
    number.text(0x0040a010, "CS", "HAS PROPERTIES").text(0x0040a040, "CS", "NUM");
    number.sequence(0x0040a043, {codeItem("D", "Diameter")}).sequence(0x0040a300, {measured});
    text.sequence(0x0040a730, {number});
    DicomBytes coded;
    coded.text(0x0040a010, "CS", "HAS CONCEPT MOD").text(0x0040a040, "CS", "CODE");
    coded.sequence(0x0040a043, {codeItem("L", "Language")})
        .sequence(0x0040a168, {codeItem("tr", "Turkish")});
    DicomBytes file;
    file.text(0x00080005, "CS", "ISO_IR 192")
        .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.88.11");
    file.text(0x00080023, "DA", "20240102").text(0x00100010, "PN", "Doe^Jane");
    file.text(0x0040a040, "CS", "CONTAINER").sequence(0x0040a043, {codeItem("R", "Chest Report")});
    file.text(0x0040a491, "CS", "COMPLETE").text(0x0040a493, "CS", "UNVERIFIED");
    file.sequence(0x0040a730, {coded, text});
    return file;
}

/// A presentation state for the second frame of 2.25.7 with something of everything.
inline DicomBytes presentationFile()
{
    DicomBytes reference;
    reference.text(0x00081155, "UI", "2.25.7").text(0x00081160, "IS", "2");
    DicomBytes series;
    series.sequence(0x00081140, {reference});
    DicomBytes graphic;
    graphic.text(0x00700005, "CS", "PIXEL")
        .element(0x00700022, "FL", floatBytes({1.0F, 1.0F, 11.0F, 21.0F}));
    graphic.text(0x00700023, "CS", "POLYLINE").text(0x00700024, "CS", "N");
    DicomBytes text;
    text.text(0x00700003, "CS", "DISPLAY").text(0x00700006, "ST", "see here");
    text.element(0x00700010, "FL", floatBytes({0.1F, 0.2F}))
        .element(0x00700011, "FL", floatBytes({0.5F, 0.4F}));
    DicomBytes layer;
    layer.sequence(0x00081140, {reference}).text(0x00700002, "CS", "LAYER1");
    layer.sequence(0x00700008, {text}).sequence(0x00700009, {graphic});
    DicomBytes voi;
    voi.text(0x00281050, "DS", "40").text(0x00281051, "DS", "400");
    DicomBytes file;
    file.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.11.1").sequence(0x00081115, {series});
    file.text(0x00281052, "DS", "-1000").text(0x00281053, "DS", "2");
    file.sequence(0x00283110, {voi}).sequence(0x00700001, {layer});
    file.text(0x00700041, "CS", "Y").u16(0x00700042, {270}).text(0x00700080, "CS", "MARKED");
    file.text(0x20500020, "CS", "INVERSE");
    DicomBytes area;
    area.sequence(0x00081140, {reference})
        .element(0x00700052, "SL", bytesOf(std::vector<std::int32_t>{3, 5}))
        .element(0x00700053, "SL", bytesOf(std::vector<std::int32_t>{12, 24}));
    area.text(0x00700100, "CS", "SCALE TO FIT");
    file.sequence(0x0070005A, {area}).text(0x00700082, "DA", "20240102");
    file.text(0x00181600, "CS", "RECTANGULAR\\CIRCULAR");
    file.text(0x00181602, "IS", "2").text(0x00181604, "IS", "9");
    file.text(0x00181606, "IS", "4").text(0x00181608, "IS", "8");
    file.text(0x00181610, "IS", "6\\5").text(0x00181612, "IS", "3");
    return file;
}

} // namespace nefes::test
