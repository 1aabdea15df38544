#include "core/text/entry_style.h"
#include "core/text/pipeline/tokenizer_json.h"
#include "core/text/shown_tokens.h"
#include "core/text/tokenizer.h"

#include <QTest>

using namespace glassformer;

namespace {

std::vector<std::string> shown(const std::vector<Token>& tokens)
{
    std::vector<std::string> texts;
    for (const Token& token : tokens)
        texts.push_back(shownText(token));
    return texts;
}

/** What labels show of tokens with these texts. */
std::vector<std::string> told(const std::vector<std::string>& texts)
{
    std::vector<Token> tokens(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        tokens[i].text = texts[i];
    tellParts(tokens);
    return shown(tokens);
}

using Texts = std::vector<std::string>;

} // namespace

class TestShownTokens : public QObject
{
    Q_OBJECT

private slots:
    void partsOfACharacterShowItWithTheirPlace()
    {
        QCOMPARE(
            told({"a", "<0xE9>", "<0x82>", "<0xA3>", "b"}), (Texts{"a", "那 1/3", "那 2/3", "那 3/3", "b"}));
        // Two characters in bytes; a byte-level vocabulary cuts them unevenly, some pieces belonging to two.
        QCOMPARE(told({"<0xC3>", "<0xA9>", "<0xC3>", "<0xA8>"}), (Texts{"é 1/2", "é 2/2", "è 1/2", "è 2/2"}));
        QCOMPARE(told({"x<0xE9><0x82>", "<0xA3>y"}), (Texts{"x那 1/2", "那y 2/2"}));
        QCOMPARE(told({"<0xE9><0x82>", "<0xA3><0xC3>", "<0xA9>"}), (Texts{"那 1/3", "那é 2/3", "é 3/3"}));
        QCOMPARE(told({"<0xF0>", "<0x9F><0x99>", "<0x82>"}), (Texts{"🙂 1/3", "🙂 2/3", "🙂 3/3"}));
    }

    void whatMakesNoCharacterStaysAsItIs()
    {
        QCOMPARE(told({"<0xE9>", "a", "<0xA3>"}), (Texts{"<0xE9>", "a", "<0xA3>"}));
        QCOMPARE(told({"<0xE9>", "<0x82>"}), (Texts{"<0xE9>", "<0x82>"}));
        QCOMPARE(told({"<0xA3>", "<0xC3>", "<0xA9>"}), (Texts{"<0xA3>", "é 1/2", "é 2/2"}));
        QCOMPARE(told({"<0xFF>", "<0x80>"}), (Texts{"<0xFF>", "<0x80>"}));
        QCOMPARE(told({"<0xE9", "<0xZZ>", ""}), (Texts{"<0xE9", "<0xZZ>", "␣"}));
        std::vector<Token> tokens(3);
        tokens[0].text = "<0xC3>";
        tokens[1].text = "</s>";
        tokens[1].is_special = true;
        tokens[2].text = "<0xA9>";
        tellParts(tokens);
        QCOMPARE(shown(tokens), (Texts{"<0xC3>", "</s>", "<0xA9>"}));
        // However long a row of beginnings is, it takes no time to speak of.
        QCOMPARE(told(Texts(100'000, "<0xA3><0xC3>")).back(), std::string("<0xA3><0xC3>"));
    }

    void textsOfEveryKindTellTheirParts()
    {
        const Tokenizer bytes = Tokenizer::fromJson(
            R"({"model":{"type":"BPE","vocab":{"a":0,"é":1,"Ĥ":2,"£":3},"merges":[]},)"
            R"("pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},"decoder":{"type":"ByteLevel"}})",
            "x");
        const Encoding encoding = bytes.encode("a那");
        QCOMPARE(shown(encoding.tokens), (Texts{"a", "那 1/3", "那 2/3", "那 3/3"}));
        QCOMPARE(encoding.tokens[2].part, 2);
        QCOMPARE(encoding.tokens[2].parts, 3);
        QCOMPARE(encoding.tokens[2].stands_for, std::string("那"));
        QCOMPARE(shown(bytes.tokens(encoding.ids())), shown(encoding.tokens));
    }

    void unknownTokensShowWhatTheyStandFor()
    {
        const Tokenizer pieces = Tokenizer::fromJson(
            R"({"model":{"type":"WordPiece","unk_token":"[UNK]","max_input_chars_per_word":100,)"
            R"("vocab":{"[UNK]":0,"a":1}},"pre_tokenizer":{"type":"BertPreTokenizer"},)"
            R"("added_tokens":[{"id":0,"content":"[UNK]","special":true}]})",
            "x");
        const Encoding encoding = pieces.encode("a 饕 [UNK]");
        QCOMPARE(shown(encoding.tokens), (Texts{"a", "[UNK] 饕", "[UNK]"}));
        QCOMPARE(encoding.tokens[1].stands_for, std::string("饕"));
    }

    void controlCharactersAreShownByName()
    {
        QCOMPARE(readableByte(0x41), std::string("A"));
        QCOMPARE(readableByte(0x07), std::string("<BEL>"));
        QCOMPARE(readableByte(0x0A), std::string("⏎"));
        QCOMPARE(readableByte(0x20), std::string("␣"));
        QCOMPARE(readableByte(0x7F), std::string("<DEL>"));
        QCOMPARE(readableByte(0xE9), std::string("<0xE9>"));
        QCOMPARE(withNamedControls("a\x01\u0085\u009Cb"), std::string("a<SOH>\u0085<U+009C>b"));
        QCOMPARE(withNamedControls("a\u202Eb"), std::string("a<RLO>b"));
        QCOMPARE(withNamedControls("\u200B\uFEFF"), std::string("<ZWSP><BOM>"));
        QCOMPARE(withNamedControls("👩\u200D👧"), std::string("👩\u200D👧"));
        QCOMPARE(readableEntry("\u2581\x02", {.space_mark = "\u2581"}), std::string("<STX>"));
        QCOMPARE(markedEntry("\u2581\x02", {.space_mark = "\u2581"}), std::string("␣<STX>"));
        QCOMPARE(readableEntry("<0x0A>", {.has_byte_entries = true}), std::string("⏎"));
        QCOMPARE(readableEntry("Ć", {.is_byte_level = true}), std::string("<ACK>"));
        Token token;
        token.text = "\x1B";
        QCOMPARE(shownText(token), std::string("<ESC>"));
        token.text = " \n";
        QCOMPARE(shownText(token), std::string("␣"));
    }
};

QTEST_APPLESS_MAIN(TestShownTokens)
#include "tst_shown_tokens.moc"
