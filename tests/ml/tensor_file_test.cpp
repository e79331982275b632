// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/tensor_file.h"

#include "core/base/files.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <string>

using namespace nefes;
using namespace nefes::ml;

class TensorFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenTensorsAreReadBack();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path file() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "x.safetensors";
    }
};

namespace {

/// Header text and that many data bytes, with the right length in front unless told otherwise.
std::string fileText(const std::string& header, std::size_t dataBytes, std::int64_t length = -1)
{
    std::string text(8, '\0');
    std::uint64_t value =
        length < 0 ? std::uint64_t{header.size()} : static_cast<std::uint64_t>(length);
    for (std::size_t i = 0; i < 8; ++i, value >>= 8U) {
        text[i] = static_cast<char>(value & 0xffU);
    }
    return text + header + std::string(dataBytes, '\1');
}

} // namespace

void TensorFileTest::writtenTensorsAreReadBack()
{
    const std::vector<float> weights{1.0F, -2.5F, 3.0F, 4.0F, 5.0F, 6.0F};
    const std::vector<std::int64_t> counts{7, -8};
    const std::map<std::string, TensorView> tensors{
        {"network.0.weight", {TensorType::Float32, {2, 3}, std::as_bytes(std::span(weights))}},
        {"a", {TensorType::Int64, {2}, std::as_bytes(std::span(counts))}},
        {"empty", {TensorType::UInt8, {0, 4}, {}}}};
    QVERIFY(writeTensorFile(file(), tensors, {{"format", "pt"}}).has_value());

    const auto opened = TensorFile::open(file());
    QVERIFY(opened.has_value());
    const TensorFile& read = **opened;
    QCOMPARE(read.metadata().at("format"), std::string("pt"));
    QCOMPARE(read.tensors().size(), std::size_t{3});
    const TensorView& view = read.tensors().at("network.0.weight");
    QCOMPARE(view.shape, (std::vector<std::int64_t>{2, 3}));
    QCOMPARE(view.elementCount(), std::int64_t{6});
    QCOMPARE(std::memcmp(view.bytes.data(), weights.data(), view.bytes.size()), 0);
    QCOMPARE(read.tensors().at("a").type, TensorType::Int64);
    QCOMPARE(read.tensors().at("empty").elementCount(), std::int64_t{0});
    QCOMPARE(read.sha256().size(), std::size_t{64});
}

void TensorFileTest::hostileFilesAreRefused_data()
{
    QTest::addColumn<std::string>("content");
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << text;
    };
    row("a file of four bytes has no header", "abcd");
    row("a header longer than the file", fileText("{}", 0, 1000));
    row("a header length with the sign bit set", fileText("{}", 0, -1) + "x");
    row("a length that would overflow an addition",
        fileText("{}", 0, std::numeric_limits<std::int64_t>::max()));
    row("a header that is no JSON", fileText("{\"a\":", 0));
    row("a header that is a list", fileText("[]", 0));
    row("a tensor that is a number", fileText(R"({"a": 1})", 0));
    row("a tensor without a type", fileText(R"({"a":{"shape":[1],"data_offsets":[0,4]}})", 4));
    row("an unknown type", fileText(R"({"a":{"dtype":"F8","shape":[1],"data_offsets":[0,1]}})", 1));
    row("offsets past the end",
        fileText(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 4));
    row("offsets in the wrong order",
        fileText(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", 4));
    row("a negative offset",
        fileText(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}})", 4));
    row("a negative side",
        fileText(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4));
    row("a shape whose product overflows",
        fileText(R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}})",
                 0));
    row("a shape that does not fit its data",
        fileText(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,4]}})", 4));
    row("an offset that is a fraction",
        fileText(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0.5,4]}})", 4));
    row("two tensors over the same bytes",
        fileText(R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},)"
                 R"("b":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}})",
                 4));
    row("bytes that no tensor owns",
        fileText(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})", 4));
    row("metadata that is no text", fileText(R"({"__metadata__":{"a":1}})", 0));
}

void TensorFileTest::hostileFilesAreRefused()
{
    QFETCH(std::string, content);
    QVERIFY(writeFileAtomically(file(), content).has_value());
    const auto opened = TensorFile::open(file());
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, ErrorCode::ModelDamaged);
    QVERIFY(!opened.error().detail.empty());
}

QTEST_APPLESS_MAIN(TensorFileTest)
#include "tensor_file_test.moc"
