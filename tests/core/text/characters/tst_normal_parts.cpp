#include "core/text/characters/normal_parts.h"

#include "core/trace/model.h"

#include <QDir>
#include <QTest>

using namespace glassformer;

namespace {

std::vector<NormalPart> partsOf(std::string_view text, const AlignedText& normalized)
{
    NormalParts parts(text);
    parts.add(normalized);
    return parts.finish();
}

NormalPart same(std::size_t begin, const std::string& text)
{
    return {{begin, begin + text.size()}, text, false};
}

} // namespace

/** A text beside what it is cut from. */
class TestNormalParts : public QObject
{
    Q_OBJECT

private slots:
    void whatStayedIsOneStretch()
    {
        QCOMPARE(
            partsOf("two words", alignedText("two words")), std::vector<NormalPart>{same(0, "two words")});
        QVERIFY(partsOf("", {}).empty());
    }

    void whatChangedIsApart()
    {
        // "aÉb" -> "aeb": two bytes became one.
        const std::vector<NormalPart> parts =
            partsOf("a\u00c9b", {{U'a', {0, 1}}, {U'e', {1, 3}}, {U'b', {3, 4}}});
        QCOMPARE(parts, (std::vector<NormalPart>{same(0, "a"), {{1, 3}, "e", true}, same(3, "b")}));
    }

    void whatWasAddedAndLeftOutStandsWhereItIs()
    {
        // " a b" with both spaces left out, and a mark in front of each letter, as SentencePiece writes it.
        const std::vector<NormalPart> parts =
            partsOf(" a b", {{0x2581, {1, 1}}, {U'a', {1, 2}}, {0x2581, {3, 3}}, {U'b', {3, 4}}});
        QCOMPARE(parts,
            (std::vector<NormalPart>{{{0, 0}, " ", true}, {{0, 1}, "", true}, same(1, "a"),
                {{2, 2}, " ", true}, {{2, 3}, "", true}, same(3, "b")}));
    }

    void theMarkOfASpaceThatStandsThereIsNoChange()
    {
        QCOMPARE(partsOf("a b", {{U'a', {0, 1}}, {0x2581, {1, 2}}, {U'b', {2, 3}}}),
            std::vector<NormalPart>{same(0, "a b")});
    }

    void severalCharactersOfOneOriginAreOnePart()
    {
        // The ligature "\ufb01" (three bytes) becomes "fi".
        QCOMPARE(partsOf("\ufb01", {{U'f', {0, 3}}, {U'i', {0, 3}}}),
            (std::vector<NormalPart>{{{0, 3}, "fi", true}}));
    }

    void aTextOfManyChangesIsKeptUpToALimit()
    {
        const std::string text(8 * max_normal_parts, 'a');
        AlignedText changed = alignedText(text);
        for (std::size_t i = 0; i < changed.size(); i += 2)
            changed[i].code = U'b';
        QCOMPARE(partsOf(text, changed).size(), max_normal_parts);
    }

    void capitalsAndAccentsOfATextForBertAreTold()
    {
        const Model model = Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / "bert");
        const std::string text = "The CAF\u00c9";
        const std::vector<NormalPart> parts = model.tokenizer.encode(text).normal;
        QCOMPARE(
            parts, (std::vector<NormalPart>{{{0, 1}, "t", true}, same(1, "he "), {{4, 9}, "cafe", true}}));
    }

    void ofEveryModelAllOfATextIsTold_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir models(QStringLiteral(GLASSFORMER_TEST_DATA "/models"));
        for (const QString& name : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << models.filePath(name);
        for (const char* name : {"gap", "next-word", "translator"})
            QTest::newRow(name) << QStringLiteral(GLASSFORMER_RESOURCES "/models/") + QLatin1String(name);
    }
    void ofEveryModelAllOfATextIsTold()
    {
        QFETCH(QString, folder);
        const Model model = Model::load(folder.toStdString());
        const std::string text = "  \uff34he  d\u00e9j\u00e0  vu\u3000of 1\u00bd caf\u00e9s.";
        const Encoding encoding = model.tokenizer.encode(text);
        std::string typed;
        for (const NormalPart& part : encoding.normal) {
            QCOMPARE(part.span.begin, typed.size());
            const std::string stretch = text.substr(part.span.begin, part.span.end - part.span.begin);
            QCOMPARE(part.text != stretch, part.is_changed);
            typed += stretch;
        }
        QCOMPARE(typed, text);
        // Whatever is cut stands in a part: no token is of a stretch that was left out.
        for (const Token& token : encoding.tokens)
            for (const NormalPart& part : encoding.normal)
                QVERIFY(!(part.text.empty() && !token.span.isEmpty() && token.span.begin >= part.span.begin
                    && token.span.end <= part.span.end));
    }
};

QTEST_GUILESS_MAIN(TestNormalParts)
#include "tst_normal_parts.moc"
