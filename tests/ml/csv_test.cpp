// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/csv.h"

#include <QTest>

using namespace nefes;
using namespace nefes::ml;

class CsvTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreRead_data();
    void fieldsAreRead();
    void wrongTablesAreRefused();
    void fieldsAreQuotedWhereNeeded();
};

void CsvTest::fieldsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("row");
    QTest::newRow("plain fields") << "a,b\n1,2\n" << QStringList{"1", "2"};
    QTest::newRow("no line end at the end") << "a,b\n1,2" << QStringList{"1", "2"};
    QTest::newRow("line ends of Windows") << "a,b\r\n1,2\r\n" << QStringList{"1", "2"};
    QTest::newRow("a byte order mark") << "\uFEFFa,b\n1,2" << QStringList{"1", "2"};
    QTest::newRow("a comma in quotes") << "a,b\n\"1,5\",2" << QStringList{"1,5", "2"};
    QTest::newRow("a doubled quote") << "a,b\n\"say \"\"x\"\"\",2" << QStringList{"say \"x\"", "2"};
    QTest::newRow("a line end in quotes") << "a,b\n\"1\n2\",3" << QStringList{"1\n2", "3"};
    QTest::newRow("empty lines are left out") << "a,b\n\n\n1,2\n\n" << QStringList{"1", "2"};
    QTest::newRow("a short row is filled") << "a,b\n1" << QStringList{"1", ""};
    QTest::newRow("an empty field in the middle") << "a,b,c\n1,,3" << QStringList{"1", "", "3"};
}

void CsvTest::fieldsAreRead()
{
    QFETCH(QString, text);
    QFETCH(QStringList, row);
    const auto table = parseCsv(text.toStdString());
    QVERIFY(table.has_value());
    QCOMPARE(table->column("a"), std::optional<std::size_t>(0));
    QVERIFY(!table->column("z"));
    QCOMPARE(table->rows.size(), std::size_t{1});
    QStringList read;
    for (const std::string& field : table->rows.front()) {
        read.append(QString::fromStdString(field));
    }
    QCOMPARE(read, row);
}

void CsvTest::wrongTablesAreRefused()
{
    const auto open = parseCsv("a,b\n1,2\n\"3,4\n");
    QVERIFY(!open);
    QCOMPARE(open.error().detail, std::string("line 3: a quote is not closed"));
    const auto longRow = parseCsv("a,b\n\"x\ny\",2\n1,2,3\n");
    QVERIFY(!longRow);
    QCOMPARE(longRow.error().detail, std::string("line 4: 3 fields, but the header has 2"));
}

void CsvTest::fieldsAreQuotedWhereNeeded()
{
    QCOMPARE(csvField("plain"), std::string("plain"));
    QCOMPARE(csvField("a,\"b\""), std::string("\"a,\"\"b\"\"\""));
}

QTEST_APPLESS_MAIN(CsvTest)
#include "csv_test.moc"
