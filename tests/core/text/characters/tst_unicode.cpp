#include "core/error.h"
#include "core/text/characters/unicode.h"

#include <QTest>

using namespace glassformer;
using namespace std::string_view_literals;

class TestUnicode : public QObject
{
    Q_OBJECT

private slots:
    void readsCharactersOfOneToFourBytes();
    void findsTheFirstInvalidByte_data();
    void findsTheFirstInvalidByte();
    void acceptsValidText_data();
    void acceptsValidText();
    void refusalNamesTheByte();
    void replacesOnlyInvalidBytes();
    void knowsTheKindOfACharacter_data();
    void knowsTheKindOfACharacter();
    void knowsWhatOpens();
    void knowsWhatIsWrittenWithoutSpaces();
};

void TestUnicode::readsCharactersOfOneToFourBytes()
{
    const std::string text = "aé中😀";
    const std::vector<std::pair<char32_t, std::size_t>> expected{
        {0x61, 1}, {0xE9, 2}, {0x4E2D, 3}, {0x1F600, 4}};
    std::size_t position = 0;
    for (const auto& [code, size] : expected) {
        const Character character = characterAt(text, position);
        QCOMPARE(character.code, code);
        QCOMPARE(character.size, size);
        position += character.size;
    }
    QCOMPARE(position, text.size());
}

void TestUnicode::findsTheFirstInvalidByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("position");
    QTest::newRow("continuation without start") << QByteArray("ab\x80") << 2;
    QTest::newRow("cut at the end") << QByteArray("a\xE4\xB8") << 1;
    QTest::newRow("start without continuation") << QByteArray("\xC3z") << 0;
    QTest::newRow("overlong slash") << QByteArray("x\xC0\xAF") << 1;
    QTest::newRow("overlong NUL") << QByteArray("\xE0\x80\x80") << 0;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
    QTest::newRow("beyond U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 0;
    QTest::newRow("Latin-1") << QByteArray("caf\xE9 ") << 3;
    QTest::newRow("after a NUL") << QByteArray("\0\xFF", 2) << 1;
}

void TestUnicode::findsTheFirstInvalidByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, position);
    const auto found = firstInvalidByte(bytes.toStdString());
    QVERIFY(found);
    QCOMPARE(int(*found), position);
}

void TestUnicode::acceptsValidText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF");
    QTest::newRow("before the surrogates") << QByteArray("\xED\x9F\xBF");
    QTest::newRow("not a character by Unicode, but UTF-8") << QByteArray("\xEF\xBF\xBE");
}

void TestUnicode::acceptsValidText()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!firstInvalidByte(bytes.toStdString()));
}

void TestUnicode::refusalNamesTheByte()
{
    try {
        requireValidUtf8("caf\xE9", std::string("line 7"));
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.text().where.english(), std::string("line 7"));
        QCOMPARE(error.text().found.english(), std::string("a byte that is not UTF-8, at byte 3"));
        QVERIFY(!error.text().expected.english().empty() && !error.text().remedy.english().empty());
    }
}

void TestUnicode::replacesOnlyInvalidBytes()
{
    QCOMPARE(replaceInvalidUtf8("é中"), std::string("é中"));
    QCOMPARE(replaceInvalidUtf8("é\xFFx"), std::string("é\uFFFDx"));
    QCOMPARE(replaceInvalidUtf8("\xE4\xB8"), std::string("\uFFFD\uFFFD"));
    // The Unicode Standard, table 3-11: C0 AF E0 80 BF F0 81 82 41, and table 3-8: 61 F1 80 80 E1 80 C2 62 80 63 80 BF 64.
    QCOMPARE(replaceBrokenCharacters("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"),
        std::string("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA"));
    QCOMPARE(replaceBrokenCharacters("a\xF1\x80\x80\xE1\x80\xC2"
                                     "b\x80"
                                     "c\x80\xBF"
                                     "d"),
        std::string("a\uFFFD\uFFFD\uFFFD"
                    "b\uFFFD"
                    "c\uFFFD\uFFFD"
                    "d"));
}

void TestUnicode::knowsTheKindOfACharacter_data()
{
    QTest::addColumn<char32_t>("code");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, char32_t code, CharacterKind kind) {
        QTest::newRow(name) << code << int(kind);
    };
    row("e", U'e', CharacterKind::Letter);
    row("oe ligature", U'œ', CharacterKind::Letter);
    row("Arabic", U'ش', CharacterKind::Letter);
    row("hiragana", U'の', CharacterKind::Letter);
    row("hangul", U'한', CharacterKind::Letter);
    row("combining acute", 0x0301, CharacterKind::Mark);
    row("variation selector", 0xFE0F, CharacterKind::Mark);
    row("Han", U'中', CharacterKind::Han);
    row("Han, first of extension B", 0x20000, CharacterKind::Han);
    row("Han iteration", U'々', CharacterKind::Han);
    row("Han zero", U'〇', CharacterKind::Han);
    row("seven", U'7', CharacterKind::Digit);
    row("Arabic seven", U'٧', CharacterKind::Digit);
    row("superscript two", U'²', CharacterKind::Symbol);
    row("space", U' ', CharacterKind::Space);
    row("tab", U'\t', CharacterKind::Space);
    row("line feed", U'\n', CharacterKind::Space);
    row("no-break space", 0x00A0, CharacterKind::Space);
    row("narrow no-break space", 0x202F, CharacterKind::Space);
    row("ideographic space", 0x3000, CharacterKind::Space);
    row("zero-width space", 0x200B, CharacterKind::Symbol);
    row("NUL", U'\0', CharacterKind::Symbol);
    row("full stop", U'.', CharacterKind::Symbol);
    row("emoji", 0x1F600, CharacterKind::Symbol);
    row("joiner mark", 0xFFED, CharacterKind::Symbol);
    row("unassigned", 0x0378, CharacterKind::Symbol);
}

void TestUnicode::knowsTheKindOfACharacter()
{
    QFETCH(char32_t, code);
    QFETCH(int, kind);
    QCOMPARE(int(kindOf(code)), kind);
}

void TestUnicode::knowsWhatOpens()
{
    for (const char32_t code : U"([{«“‘"sv)
        QVERIFY(isOpening(code));
    for (const char32_t code : U")]}»”’\"'.-"sv)
        QVERIFY(!isOpening(code));
}

void TestUnicode::knowsWhatIsWrittenWithoutSpaces()
{
    for (const char32_t code : U"中，。？！、：；《》（）"sv)
        QVERIFY(isUnspaced(code));
    for (const char32_t code : U"a1.,(“”…—の７\uFFED\u3000"sv)
        QVERIFY(!isUnspaced(code));
}

QTEST_APPLESS_MAIN(TestUnicode)
#include "tst_unicode.moc"
