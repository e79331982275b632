// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/text.h"

#include <QTest>

using namespace nefes::dicom;
using namespace std::string_view_literals;

class DicomTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textBecomesUtf8_data();
    void textBecomesUtf8();
    void datesAreReadable_data();
    void datesAreReadable();
    void timesAreReadable_data();
    void timesAreReadable();
    void agesAreReadable();
};

void DicomTextTest::textBecomesUtf8_data()
{
    QTest::addColumn<QByteArray>("characterSet");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* set, std::string_view bytes,
                        const char* text) {
        QTest::newRow(name) << QByteArray(set)
                            << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                            << QString::fromUtf8(text);
    };
    row("ASCII without its padding", "", "Doe^John \0"sv, "Doe^John");
    row("Latin-1", "ISO_IR 100", "M\xfcller"sv, "Müller");
    row("Latin-2", "ISO_IR 101", "Wa\xb3\xeasa"sv, "Wałęsa");
    row("Latin-3", "ISO_IR 109", "\xb1"sv, "ħ");
    row("Latin-4", "ISO_IR 110", "\xb9"sv, "š");
    row("Cyrillic", "ISO_IR 144", "\xbb\xee\xda"sv, "Люк");
    row("Arabic", "ISO_IR 127", "\xe2\xc8\xc7\xe6\xea"sv, "قباني");
    row("Greek", "ISO_IR 126", "\xc4\xe9\xef"sv, "Διο");
    row("Hebrew", "ISO_IR 138", "\xf9\xf8\xe5\xef"sv, "שרון");
    row("Turkish", "ISO_IR 148",
        "\xde"
        "ahin^\xc7"
        "a\xf0la \xdd\xfd"sv,
        "Şahin^Çağla İı");
    row("Latin-9", "ISO_IR 203", "\xa4"sv, "€");
    row("Thai", "ISO_IR 166", "\xb9\xd2"sv, "นา");
    row("half-width katakana", "ISO_IR 13", "\xd4\xcf\xc0\xde"sv, "ﾔﾏﾀﾞ");
    row("UTF-8", "ISO_IR 192", "Wang^\xe5\xb0\x8f\xe6\x9d\xb1"sv, "Wang^小東");
    row("GB18030", "GB18030", "Wang^\xd0\xa1\xb6\xab"sv, "Wang^小东");
    row("GBK", "GBK", "Wang^\xd0\xa1\xb6\xab"sv, "Wang^小东");
    // PS3.5 annex H and I
    row("Kanji by escape", "\\ISO 2022 IR 87", "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B"sv,
        "Yamada^Tarou=山田^太郎");
    row("Kanji after katakana", "ISO 2022 IR 13\\ISO 2022 IR 87",
        "\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J"sv, "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎");
    row("Korean by escape", "\\ISO 2022 IR 149",
        "Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7"sv, "Hong^Gildong=洪^吉洞");
    row("Chinese by escape", "\\ISO 2022 IR 58", "Zhang=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab"sv,
        "Zhang=张^小东");
    row("Greek behind Latin-1", "ISO 2022 IR 100\\ISO 2022 IR 126", "Dionysios \x1b-F\xc4\xe9"sv,
        "Dionysios Δι");
    row("the switch ends at a delimiter", "ISO 2022 IR 100\\ISO 2022 IR 144", "\x1b-L\xbb^\xfc"sv,
        "Л^ü");
    row("a supplementary kanji", "\\ISO 2022 IR 159", "\x1b$(D0!\x1b(B"sv, "丂");
    row("misspelt term", "ISO-IR 100", "M\xfcller"sv, "Müller");
    row("undeclared UTF-8", "", "M\xc3\xbcller"sv, "Müller");
    row("undeclared Latin-1", "", "M\xfcller"sv, "Müller");
    row("damaged UTF-8", "ISO_IR 192",
        "a\xff"
        "b"sv,
        "a\xef\xbf\xbd"
        "b");
    row("an unknown escape", "ISO 2022 IR 100", "a\x1b!b\xfc"sv, "a!bü");
}

void DicomTextTest::textBecomesUtf8()
{
    QFETCH(QByteArray, characterSet);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const TextDecoder decoder(characterSet.toStdString());
    const std::string decoded = decoder.decode(bytes.toStdString());
    QCOMPARE(QString::fromStdString(decoded), text);
}

void DicomTextTest::datesAreReadable_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("readable");
    QTest::newRow("a date") << "20200311"
                            << "2020-03-11";
    QTest::newRow("with padding") << "20200311 "
                                  << "2020-03-11";
    QTest::newRow("as ACR-NEMA wrote it") << "1999.12.31"
                                          << "1999-12-31";
    QTest::newRow("no date") << "unknown"
                             << "unknown";
    QTest::newRow("nothing") << ""
                             << "";
}

void DicomTextTest::datesAreReadable()
{
    QFETCH(QString, stored);
    QFETCH(QString, readable);
    QCOMPARE(QString::fromStdString(readableDate(stored.toStdString())), readable);
}

void DicomTextTest::timesAreReadable_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("readable");
    QTest::newRow("with fractions") << "134501.123456"
                                    << "13:45:01";
    QTest::newRow("without seconds") << "1345"
                                     << "13:45";
    QTest::newRow("no time") << "13:45"
                             << "13:45";
}

void DicomTextTest::timesAreReadable()
{
    QFETCH(QString, stored);
    QFETCH(QString, readable);
    QCOMPARE(QString::fromStdString(readableTime(stored.toStdString())), readable);
}

void DicomTextTest::agesAreReadable()
{
    QCOMPARE(readableAge("045Y"), std::string("45Y"));
    QCOMPARE(readableAge("003M "), std::string("3M"));
    QCOMPARE(readableAge("000D"), std::string("0D"));
}

QTEST_GUILESS_MAIN(DicomTextTest)
#include "dicom_text_test.moc"
