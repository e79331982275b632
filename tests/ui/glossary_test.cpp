// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

namespace {

/// A line of translations/glossary.csv.
struct Term {
    QString english;
    QRegularExpression pattern;
    QStringList turkish; ///< stems, one of which is wanted
    QString avoid;       ///< empty: nothing
};

/// A text that does without a term.
struct Exception {
    QString english, sourceStart;
    bool isNeeded = false;
};

struct Message {
    QString source, translation;
};

QString lower(const QString& text)
{
    return QLocale(QLocale::Turkish).toLower(text);
}

QStringList linesOf(const QString& name)
{
    QFile file(QStringLiteral(NEFES_SOURCE_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

std::vector<Term> readTerms()
{
    std::vector<Term> terms;
    for (const QString& line : linesOf(QStringLiteral("translations/glossary.csv")).mid(1)) {
        const QStringList cells = line.split(QLatin1Char(','));
        terms.push_back(
            {.english = cells[0],
             .pattern = QRegularExpression(QStringLiteral("\\b(?:%1)(?:s|es)?\\b").arg(cells[0]),
                                           QRegularExpression::CaseInsensitiveOption),
             .turkish = cells[1].split(QLatin1Char('|')),
             .avoid = cells[2]});
    }
    return terms;
}

std::vector<Exception> readExceptions()
{
    std::vector<Exception> exceptions;
    for (const QString& line :
         linesOf(QStringLiteral("translations/glossary_exceptions.csv")).mid(1)) {
        const QStringList cells = line.split(QLatin1Char(';'));
        exceptions.push_back({.english = cells[0], .sourceStart = cells[1]});
    }
    return exceptions;
}

std::vector<Message> readMessages()
{
    std::vector<Message> messages;
    QFile file(QStringLiteral(NEFES_SOURCE_DIR "/translations/nefes_tr.ts"));
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader reader(&file);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (reader.name() == QLatin1String("source")) {
            messages.push_back({.source = reader.readElementText(), .translation = {}});
        } else if (reader.name() == QLatin1String("translation")) {
            messages.back().translation =
                reader.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return messages;
}

} // namespace

class GlossaryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTermHasItsWord();
    void wordsToAvoidAreNowhere();
    void placeholdersAreKept();
    void apostrophesAreOfOneKind();
};

void GlossaryTest::everyTermHasItsWord()
{
    const std::vector<Message> messages = readMessages();
    QVERIFY(messages.size() > 1000);
    std::vector<Exception> exceptions = readExceptions();
    QStringList wrong;
    for (const Term& term : readTerms()) {
        QVERIFY2(term.pattern.isValid(), qPrintable(term.english));
        bool isUsed = false;
        for (const Message& message : messages) {
            if (!term.pattern.match(message.source).hasMatch()) {
                continue;
            }
            isUsed = true;
            const QString translation = lower(message.translation);
            const bool isKept =
                std::any_of(term.turkish.begin(), term.turkish.end(),
                            [&](const QString& stem) { return translation.contains(stem); });
            if (isKept) {
                continue;
            }
            const auto exception =
                std::find_if(exceptions.begin(), exceptions.end(), [&](const Exception& known) {
                    return known.english == term.english &&
                           message.source.startsWith(known.sourceStart);
                });
            if (exception == exceptions.end()) {
                wrong << QStringLiteral("%1: %2 -> %3")
                             .arg(term.english, message.source, message.translation);
            } else {
                exception->isNeeded = true;
            }
        }
        QVERIFY2(isUsed, qPrintable(term.english + QStringLiteral(" stands in no text")));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    for (const Exception& exception : exceptions) {
        QVERIFY2(exception.isNeeded, qPrintable(exception.english + exception.sourceStart));
    }
}

void GlossaryTest::wordsToAvoidAreNowhere()
{
    QStringList texts;
    for (const Message& message : readMessages()) {
        texts << message.translation;
    }
    const QDir guide(QStringLiteral(NEFES_SOURCE_DIR "/resources/help/tr"));
    for (const QString& page : guide.entryList({QStringLiteral("*.md")})) {
        texts << linesOf(QStringLiteral("resources/help/tr/") + page);
    }
    texts << linesOf(QStringLiteral("packaging/man/tr/nefes.1"));
    for (const Term& term : readTerms()) {
        for (const QString& text : texts) {
            QVERIFY2(term.avoid.isEmpty() || !lower(text).contains(term.avoid), qPrintable(text));
        }
    }
}

void GlossaryTest::placeholdersAreKept()
{
    static const QRegularExpression kPlace(QStringLiteral("%(?:L?\\d(?!\\d)|n)"));
    for (const Message& message : readMessages()) {
        const auto places = [](const QString& text) {
            QStringList found;
            for (auto it = kPlace.globalMatch(text); it.hasNext();) {
                found << it.next().captured();
            }
            found.removeDuplicates();
            found.sort();
            return found;
        };
        QStringList wanted = places(message.source);
        QStringList given = places(message.translation);
        // A sentence may say a number that the other language leaves to its words.
        wanted.removeAll(QStringLiteral("%n"));
        given.removeAll(QStringLiteral("%n"));
        for (const QString& place : given) {
            // Without a number to put in, "%1" is the Turkish of "1 %".
            QVERIFY2(wanted.isEmpty() || wanted.contains(place), qPrintable(message.translation));
        }
    }
}

void GlossaryTest::apostrophesAreOfOneKind()
{
    static const QRegularExpression kStraight(QStringLiteral("\\w'\\w"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    for (const Message& message : readMessages()) {
        QVERIFY2(!kStraight.match(message.translation).hasMatch(), qPrintable(message.translation));
    }
}

QTEST_APPLESS_MAIN(GlossaryTest)
#include "glossary_test.moc"
