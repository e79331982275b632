// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/lossless_jpeg_p.h"

#include "tests/core/dicom/dicom_bytes.h"

#include <QTest>

#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace nefes;
using namespace nefes::dicom;

namespace {

struct Plan {
    int width = 7;
    int height = 6;
    int components = 1;
    int precision = 12;
    int predictor = 1;
    int linesPerRestart = 0; ///< 0: no restart markers
};

/// Writes ITU-T T.81 Annex H with a table that gives each category a code of five bits.
class Encoder
{
public:
    explicit Encoder(const Plan& plan)
        : m_plan(plan)
    {
    }

    Bytes encode(const std::vector<int>& values)
    {
        headers();
        const int stride = m_plan.width * m_plan.components;
        for (int y = 0; y < m_plan.height; ++y) {
            const int lines = m_plan.linesPerRestart;
            const bool isFirst = lines == 0 ? y == 0 : y % lines == 0;
            if (isFirst && y > 0) {
                flush();
                put({0xff, 0xd0 + (y / lines - 1) % 8});
            }
            for (int i = 0; i < stride; ++i) {
                const auto at = static_cast<std::size_t>(y * stride + i);
                sample(values[at] - predicted(values, y, i, isFirst));
            }
        }
        flush();
        put({0xff, 0xd9});
        return std::move(m_bytes);
    }

private:
    void put(std::initializer_list<int> bytes)
    {
        for (const int byte : bytes) {
            m_bytes.push_back(static_cast<std::byte>(byte));
        }
    }

    void headers()
    {
        const int n = m_plan.components;
        put({0xff, 0xd8, 0xff, 0xc3, 0, 8 + 3 * n, m_plan.precision, 0, m_plan.height, 0,
             m_plan.width, n});
        for (int i = 1; i <= n; ++i) {
            put({i, 0x11, 0});
        }
        put({0xff, 0xc4, 0, 2 + 17 + 17, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        for (int category = 0; category <= 16; ++category) {
            put({category});
        }
        if (m_plan.linesPerRestart > 0) {
            put({0xff, 0xdd, 0, 4, 0, m_plan.linesPerRestart * m_plan.width});
        }
        put({0xff, 0xda, 0, 6 + 2 * n, n});
        for (int i = 1; i <= n; ++i) {
            put({i, 0});
        }
        put({m_plan.predictor, 0, 0});
    }

    /// Table H.1 in words of the standard: Ra to the left, Rb above, Rc above to the left.
    [[nodiscard]] int predicted(const std::vector<int>& values, int y, int i, bool isFirst) const
    {
        const int n = m_plan.components;
        const int stride = m_plan.width * n;
        const auto at = [&](int row, int index) {
            return values[static_cast<std::size_t>(row * stride + index)];
        };
        if (isFirst) {
            return i < n ? 1 << (m_plan.precision - 1) : at(y, i - n);
        }
        if (i < n) {
            return at(y - 1, i);
        }
        const int ra = at(y, i - n);
        const int rb = at(y - 1, i);
        const int rc = at(y - 1, i - n);
        const std::vector<int> table = {0,
                                        ra,
                                        rb,
                                        rc,
                                        ra + rb - rc,
                                        ra + ((rb - rc) >> 1),
                                        rb + ((ra - rc) >> 1),
                                        (ra + rb) >> 1};
        return table[static_cast<std::size_t>(m_plan.predictor)];
    }

    void sample(int difference)
    {
        difference = static_cast<std::int16_t>(static_cast<std::uint16_t>(difference));
        int category = 0;
        while (category < 16 && std::abs(difference) >= 1 << category) {
            ++category;
        }
        bits(category, 5);
        if (category > 0 && category < 16) {
            bits(difference > 0 ? difference : difference + (1 << category) - 1, category);
        }
    }

    void bits(int value, int count)
    {
        for (int i = count - 1; i >= 0; --i) {
            m_current = m_current << 1 | (value >> i & 1);
            if (++m_filled == 8) {
                byte();
            }
        }
    }

    void byte()
    {
        put({m_current});
        if (m_current == 0xff) {
            put({0});
        }
        m_current = 0;
        m_filled = 0;
    }

    void flush()
    {
        while (m_filled != 0) {
            bits(1, 1);
        }
    }

    Plan m_plan;
    Bytes m_bytes;
    int m_current = 0;
    int m_filled = 0;
};

/// Values that jump over the whole range, and quiet ones.
std::vector<int> noise(const Plan& plan)
{
    std::vector<int> values(static_cast<std::size_t>(plan.width * plan.height * plan.components));
    std::uint32_t state = 12345;
    for (std::size_t i = 0; i < values.size(); ++i) {
        state = state * 1664525U + 1013904223U;
        const int top = (1 << plan.precision) - 1;
        values[i] = i % 3 == 0 ? static_cast<int>(state >> 8U) & top : top / 2;
    }
    return values;
}

Result<DecodedFrame> decode(const Bytes& stream)
{
    const auto header = parseJpegHeader(stream);
    return header ? decodeLosslessJpeg(stream, *header)
                  : Result<DecodedFrame>(fail(ErrorCode::DecodeFailed, "no header"));
}

} // namespace

class LosslessJpegTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBack_data();
    void valuesComeBack();
    void cutStreamIsPartial();
    void rareKindsAreLeftToOthers();
};

void LosslessJpegTest::valuesComeBack_data()
{
    QTest::addColumn<int>("predictor");
    QTest::addColumn<int>("components");
    QTest::addColumn<int>("precision");
    QTest::addColumn<int>("linesPerRestart");
    for (int predictor = 1; predictor <= 7; ++predictor) {
        QTest::addRow("12 bits, selection value %d", predictor) << predictor << 1 << 12 << 0;
        QTest::addRow("16 bits, selection value %d", predictor) << predictor << 1 << 16 << 0;
        QTest::addRow("colour, selection value %d", predictor) << predictor << 3 << 8 << 0;
    }
    QTest::newRow("restart at every line") << 4 << 1 << 12 << 1;
    QTest::newRow("restart at every second line") << 1 << 1 << 16 << 2;
    QTest::newRow("restart in colour") << 7 << 3 << 8 << 3;
    QTest::newRow("2 bits") << 1 << 1 << 2 << 0;
}

void LosslessJpegTest::valuesComeBack()
{
    QFETCH(int, predictor);
    QFETCH(int, components);
    QFETCH(int, precision);
    QFETCH(int, linesPerRestart);
    const Plan plan{7, 6, components, precision, predictor, linesPerRestart};
    const std::vector<int> values = noise(plan);
    const auto frame = decode(Encoder(plan).encode(values));
    QVERIFY2(frame, frame ? "" : frame.error().detail.c_str());
    QVERIFY(!frame->isPartial);
    QCOMPARE(frame->precision, precision);
    QVERIFY(test::toDoubles(frame->pixels.samples) ==
            std::vector<double>(values.begin(), values.end()));
}

void LosslessJpegTest::cutStreamIsPartial()
{
    const Plan plan{.width = 20, .height = 20};
    const std::vector<int> values = noise(plan);
    Bytes stream = Encoder(plan).encode(values);
    stream.resize(stream.size() / 2);
    const auto frame = decode(stream);
    QVERIFY(frame);
    QVERIFY(frame->isPartial);
    QCOMPARE(test::toDoubles(frame->pixels.samples).front(), static_cast<double>(values.front()));
}

void LosslessJpegTest::rareKindsAreLeftToOthers()
{
    const Plan plan{};
    const Bytes good = Encoder(plan).encode(noise(plan));
    Bytes transformed = good;
    constexpr std::size_t endOfHeaders = 2 + 13 + 38 + 10;
    transformed[endOfHeaders - 1] = std::byte{1}; // point transform
    QCOMPARE(decode(transformed).error().code, ErrorCode::UnsupportedFormat);
    Bytes subsampled = good;
    subsampled[13] = std::byte{0x21};
    QCOMPARE(decode(subsampled).error().code, ErrorCode::UnsupportedFormat);
    Bytes baseline = good;
    baseline[3] = std::byte{0xc0};
    QCOMPARE(decode(baseline).error().code, ErrorCode::UnsupportedFormat);
}

QTEST_GUILESS_MAIN(LosslessJpegTest)
#include "lossless_jpeg_test.moc"
