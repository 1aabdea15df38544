#include "core/error.h"
#include "small_vocabulary.h"

#include <QTest>

#include <random>

using namespace glassformer;

namespace {

const std::vector<std::string> hand_entries{"The", "animal", "l'￭", "￭.", "(￭", "￭)", "light", "￭est", "x",
    "￭y", "￭yl", "￭o", "é", "￭é", "中", "。", "no", "￭'￭", "qu", "￭s", "don", "￭'", "￭t", "didn't", "-￭",
    "￭-￭", "￭animal"};

/** Entries of an encoding, separated by blanks. */
std::string entries(const JoinerTokenizer& tokenizer, const Encoding& encoding)
{
    std::string all;
    for (const Token& token : encoding.tokens) {
        all += all.empty() ? "" : " ";
        all += tokenizer.entry(token.id);
    }
    return all;
}

std::string appendUtf8(std::string text, char32_t code)
{
    return text + QString::fromUcs4(&code, 1).toStdString();
}

/** Random text of the ingredients that are hard: marks, spaces, apostrophes, scripts, entries of the vocabulary. */
std::string randomText(std::mt19937& random)
{
    static const std::vector<std::string> ingredients{" ", " ", "  ", "\t", "\n", "\u00A0", "\u3000", "￭",
        "'", "’", "l'", "animal", "The", "light", "est", "x", "yl", "é", "e\u0301", "\u0301", "中", "。",
        "，", "“", "”", "(", ")", ".", "-", "\"", "<2fr>", "<0x20>", "</s>", "7", "42", "😀", "👩‍👧",
        "αβ", "שלום", "\u200F", "の", std::string(1, '\0'), "\uFEFF", "\uFFFD", "don't", "<", ">"};
    std::string text;
    const std::size_t length = random() % 12;
    for (std::size_t i = 0; i < length; ++i) {
        if (random() % 20 == 0) {
            const char32_t code = random() % 0x110000;
            if (code < 0xD800 || code > 0xDFFF)
                text = appendUtf8(text, code);
        } else {
            text += ingredients[random() % ingredients.size()];
        }
    }
    return text;
}

} // namespace

class TestJoinerTokenizer : public QObject
{
    Q_OBJECT

private slots:
    void cutsAsWorkedByHand_data();
    void cutsAsWorkedByHand();
    void aKnownWordIsOneStep();
    void stepsShowWhatWasTriedLongestFirst();
    void stepsKeepTwelveCandidates();
    void tokensCarryReadableTextAndSpans();
    void aCharacterOutsideTheVocabularyBecomesBytes();
    void targetAndEndTokensHaveEmptySpans();
    void wordsCoverAllTokensAndBytesInOrder();
    void decodesToTheSameText_data();
    void decodesToTheSameText();
    void decodesRandomTextToTheSameText();
    void decodingSkipsSpecialTokens();
    void aGapInTheTextIsOneToken();
    void decodingAnyBytesGivesValidUtf8();
    void refusesWhatIsNoText();
    void refusesUnknownLanguagesAndIds();
    void aWordOfAMillionLettersIsNoTrouble();
};

void TestJoinerTokenizer::cutsAsWorkedByHand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "</s>");
    row("The animal.", "The animal ￭. </s>");
    row("l'animal", "l'￭ animal </s>");
    row("(animal)", "(￭ animal ￭) </s>");
    row("The lightest", "The light ￭est </s>");
    row("xylo", "x ￭yl ￭o </s>");
    row("didn't", "didn't </s>");
    row("don't", "don ￭' ￭t </s>");
    row("qu'animal", "qu ￭'￭ animal </s>"); // "qu'￭" is unknown, its cut ends with the right mark
    row("x-animal", "x ￭-￭ animal </s>");
    row("中。", "中 。 </s>");
    row("The中 animal", "The 中 <0x20> animal </s>"); // a space beside a Chinese character is not implied
    row("中 中", "中 <0x20> 中 </s>");
    row(" The", "<0x20> The </s>");
    row("The  animal ", "The <0x20> <0x20> animal <0x20> </s>");
    row("The\tanimal", "The <0x09> animal </s>");
    row("The α", "The <0x20> <0xCE> <0xB1> </s>"); // bytes join on both sides
    row("α The", "<0xCE> <0xB1> <0x20> The </s>");
    row("xα", "x <0xCE> <0xB1> </s>");
    row("xαy", "x <0xCE> <0xB1> ￭y </s>");
    row("(", "<0x28> </s>"); // only "(￭" is known
    row("￭", "<0xEF> <0xBF> <0xAD> </s>");
    row("￭.", "<0xEF> <0xBF> <0xAD> ￭. </s>");
}

void TestJoinerTokenizer::cutsAsWorkedByHand()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const JoinerTokenizer tokenizer = smallTokenizer(hand_entries);
    const Encoding encoding = tokenizer.encode(text.toStdString());
    QCOMPARE(QString::fromStdString(entries(tokenizer, encoding)), expected);
}

void TestJoinerTokenizer::aKnownWordIsOneStep()
{
    const Encoding encoding = smallTokenizer(hand_entries).encode("The animal");
    QCOMPARE(encoding.words.size(), std::size_t(2));
    const WordCut& word = encoding.words[1];
    QCOMPARE(word.span, (TextSpan{4, 10}));
    QCOMPARE(word.first_token, std::size_t(1));
    QCOMPARE(word.steps.size(), std::size_t(1));
    QCOMPARE(word.steps[0].piece, std::string("animal"));
    QVERIFY(word.steps[0].tried.empty());
    QVERIFY(!encoding.tokens[1].is_piece);
}

void TestJoinerTokenizer::stepsShowWhatWasTriedLongestFirst()
{
    // The longest entry has six letters, so no longer candidate is formed.
    const Encoding encoding = smallTokenizer({"lights", "light", "￭est", "￭s"}).encode("lightest");
    const std::vector<CutStep>& steps = encoding.words.at(0).steps;
    QCOMPARE(steps.size(), std::size_t(2));
    QCOMPARE(steps[0].span, (TextSpan{0, 8}));
    QCOMPARE(steps[0].piece, std::string("light"));
    QCOMPARE(steps[0].tried, std::vector<std::string>({"lighte"}));
    QCOMPARE(steps[1].span, (TextSpan{5, 8}));
    QCOMPARE(steps[1].piece, std::string("￭est"));
    QVERIFY(steps[1].tried.empty());
    QVERIFY(encoding.tokens[0].is_piece && encoding.tokens[1].is_piece);
}

void TestJoinerTokenizer::stepsKeepTwelveCandidates()
{
    const Encoding encoding =
        smallTokenizer({"a", "￭a", "abcdefghijklmnopqrstuvwxyz"}).encode(std::string(20, 'a'));
    const std::vector<std::string>& tried = encoding.words.at(0).steps.at(0).tried;
    QCOMPARE(tried.size(), std::size_t(12));
    QCOMPARE(tried.front(), std::string(20, 'a'));
    QCOMPARE(tried.back(), std::string(9, 'a'));
}

void TestJoinerTokenizer::tokensCarryReadableTextAndSpans()
{
    const Encoding encoding = smallTokenizer(hand_entries).encode("l'animal é.");
    const std::vector<std::string> texts{"l'", "animal", "é", ".", "</s>"};
    const std::vector<TextSpan> spans{{0, 2}, {2, 8}, {9, 11}, {11, 12}, {12, 12}};
    QCOMPARE(encoding.tokens.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        QCOMPARE(encoding.tokens[i].text, texts[i]);
        QCOMPARE(encoding.tokens[i].span, spans[i]);
        QCOMPARE(encoding.tokens[i].is_special, i == 4);
    }
}

void TestJoinerTokenizer::aCharacterOutsideTheVocabularyBecomesBytes()
{
    const Encoding encoding = smallTokenizer(hand_entries).encode("xα%");
    const std::vector<std::string> texts{"x", "<0xCE>", "<0xB1>", "%", "</s>"};
    QCOMPARE(encoding.tokens.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        QCOMPARE(encoding.tokens[i].text, texts[i]);
    QCOMPARE(encoding.tokens[2].span, (TextSpan{2, 3}));
    QCOMPARE(encoding.words.at(0).steps.at(1).tried, std::vector<std::string>({"￭α"}));
    QCOMPARE(encoding.words.at(0).steps.at(1).piece, std::string("<0xCE>"));
}

void TestJoinerTokenizer::targetAndEndTokensHaveEmptySpans()
{
    const JoinerTokenizer tokenizer = smallTokenizer(hand_entries);
    const Encoding encoding = tokenizer.encode("The", "fr");
    QCOMPARE(encoding.ids(), std::vector<int>({4, first_text_id, 2}));
    QCOMPARE(encoding.tokens[0].text, std::string("<2fr>"));
    QVERIFY(encoding.tokens[0].is_special && encoding.tokens[0].span.isEmpty());
    QVERIFY(encoding.tokens[2].is_special && encoding.tokens[2].span.isEmpty());
    QCOMPARE(encoding.words.at(0).first_token, std::size_t(1));

    for (const Token& token : tokenizer.encode("<2fr> </s>").tokens)
        QCOMPARE(token.is_special, token.span.isEmpty()); // what the text says literally stays text
}

void TestJoinerTokenizer::wordsCoverAllTokensAndBytesInOrder()
{
    const std::string text = " The  xylo中 α didn't\n";
    const Encoding encoding = smallTokenizer(hand_entries).encode(text, "fr");
    std::size_t next_token = 1;
    for (const WordCut& word : encoding.words) {
        QCOMPARE(word.first_token, next_token);
        QCOMPARE(word.steps.size(), word.token_count);
        std::size_t position = word.span.begin;
        for (std::size_t i = 0; i < word.token_count; ++i) {
            const Token& token = encoding.tokens[word.first_token + i];
            QCOMPARE(token.span.begin, position);
            QCOMPARE(word.steps[i].span, (TextSpan{position, word.span.end}));
            position = token.span.end;
        }
        QCOMPARE(position, word.span.end);
        next_token += word.token_count;
    }
    QCOMPARE(next_token + 1, encoding.tokens.size());
}

void TestJoinerTokenizer::decodesToTheSameText_data()
{
    QTest::addColumn<QByteArray>("text");
    const std::vector<QByteArray> texts{"", " ", "  ", "\n", "The animal.", "The animal .", "The . animal",
        "( animal )", "(animal)", "l' animal", "l'animal", "l ' animal", "l '.", "l'.", "''", "' '", "'l'",
        "qu'", "￭", "￭￭", " ￭ ", "The￭animal", "￭.", "l'￭", "The ￭animal", "<2fr>", "<2fr> The", "</s>",
        "<0x20>", "<0xE4>", "中", "中 ", " 中", "中 中", "中The", "The中", "中 The 中", "中。 The", "“中”",
        "The “ animal ” ", "\t\tThe\r\n", "α", "α β", " αβ ", "The α The", "α\nα", "e\u0301", "\u0301",
        "The \u0301", "The\u0301 ", "中\u0301", "👩‍👩‍👧‍👦", "🇫🇷🇨🇳 😀", "שלום עולם",
        "\u202Eabc\u202C", "مرحبا، بالعالم", "\uFEFFThe", "\u00A0The\u00A0", "The\u3000animal",
        "The\u2028animal", "\uFFFD", "don't", "don 't", "don' t", "didn't've", "x-animal", "x - animal",
        "x -animal", "x- animal", "3.14", "3 . 14", "3rd", "日本語のテキスト", "한국어 텍스트", "ไทย", "((((",
        "))))", "( ( (", "\"The\" \"", "￮", "\u00AD", "\u200B The"};
    for (const QByteArray& text : texts)
        QTest::newRow(text.isEmpty() ? "empty" : text.toPercentEncoding().constData()) << text;
    QTest::newRow("NUL") << QByteArray("\0", 1);
    QTest::newRow("NUL inside") << QByteArray("The\0 animal \0", 13);
    QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF");
}

void TestJoinerTokenizer::decodesToTheSameText()
{
    QFETCH(QByteArray, text);
    // With hardly any entry, with some, and with each character's entry in one form only.
    for (const JoinerTokenizer& tokenizer : {smallTokenizer({}), smallTokenizer(hand_entries),
             smallTokenizer({"T", "￭h", "￭e", "'", "l", "(", "中", "￭中", "α", ".", "“", "”￭", "\"￭", "3",
                 "￭14", "-"})}) {
        const Encoding encoding = tokenizer.encode(text.toStdString(), "fr");
        QCOMPARE(QByteArray::fromStdString(tokenizer.decode(encoding.ids())), text);
    }
}

void TestJoinerTokenizer::decodesRandomTextToTheSameText()
{
    std::mt19937 random(20240229);
    for (int vocabulary = 0; vocabulary < 40; ++vocabulary) {
        std::vector<std::string> chosen;
        for (const std::string& entry : hand_entries) {
            if (random() % 3 > 0)
                chosen.push_back(entry);
        }
        const JoinerTokenizer tokenizer = smallTokenizer(chosen);
        for (int i = 0; i < 1000; ++i) {
            const std::string text = randomText(random);
            QCOMPARE(QByteArray::fromStdString(tokenizer.decode(tokenizer.encode(text).ids())),
                QByteArray::fromStdString(text));
        }
    }
}

void TestJoinerTokenizer::aGapInTheTextIsOneToken()
{
    std::vector<std::string> all = smallEntries({"The", "[MASK]", "￭.", "animal", "中"});
    SpecialTokens special = smallTokenizer({}).specialTokens();
    special.mask = first_text_id + 1;
    const JoinerTokenizer tokenizer = JoinerTokenizer::fromEntries(all, special, "test");
    const Encoding encoding = tokenizer.encode("The [MASK] [MASK].中[MASK]中");
    QCOMPARE(entries(tokenizer, encoding), std::string("The [MASK] [MASK] ￭. 中 [MASK] 中 </s>"));
    QVERIFY(encoding.tokens[1].is_special);
    QCOMPARE(encoding.tokens[1].span, (TextSpan{4, 10}));
    QCOMPARE(tokenizer.decode(encoding.ids()), std::string("The.中中"));
    // Without a mask in the vocabulary it is text like any other.
    QCOMPARE(smallTokenizer({"The"}).encode("[MASK]").ids().size(), std::size_t(7));
}

void TestJoinerTokenizer::decodingSkipsSpecialTokens()
{
    const JoinerTokenizer tokenizer = smallTokenizer({"The", "animal", "￭."});
    QCOMPARE(tokenizer.decode(std::vector<int>{4, 261, 3, 262, 0, 263, 2, 0}), std::string("The animal."));
    QCOMPARE(tokenizer.decode(std::vector<int>{}), std::string());
}

void TestJoinerTokenizer::decodingAnyBytesGivesValidUtf8()
{
    const JoinerTokenizer tokenizer = smallTokenizer({"The"});
    const std::vector<int> ids{5 + 0xE4, first_text_id, 5 + 0xC3, 5 + 0xA9};
    QCOMPARE(tokenizer.decode(ids), std::string("\uFFFDTheé"));
}

void TestJoinerTokenizer::refusesWhatIsNoText()
{
    try {
        smallTokenizer(hand_entries).encode("The caf\xE9");
        QFAIL("no error");
    } catch (const Error& error) {
        QVERIFY(error.text().found.english().find("byte 7") != std::string::npos);
    }
}

void TestJoinerTokenizer::refusesUnknownLanguagesAndIds()
{
    const JoinerTokenizer tokenizer = smallTokenizer(hand_entries);
    try {
        tokenizer.encode("The", "de");
        QFAIL("no error");
    } catch (const Error& error) {
        QVERIFY(error.text().found.english().find("\"de\"") != std::string::npos);
        QCOMPARE(error.text().expected.english(), std::string("one of: fr"));
    }
    const int beyond = tokenizer.size();
    QVERIFY_EXCEPTION_THROWN(tokenizer.decode(std::vector<int>{beyond}), Error);
    QVERIFY_EXCEPTION_THROWN(tokenizer.decode(std::vector<int>{-1}), Error);
    QVERIFY_EXCEPTION_THROWN(tokenizer.token(beyond), Error);
    QVERIFY_EXCEPTION_THROWN(tokenizer.entry(-1), Error);
}

void TestJoinerTokenizer::aWordOfAMillionLettersIsNoTrouble()
{
    const JoinerTokenizer tokenizer = smallTokenizer(hand_entries);
    const std::string text(1'000'000, 'x');
    QCOMPARE(tokenizer.decode(tokenizer.encode(text).ids()) == text, true);
}

QTEST_APPLESS_MAIN(TestJoinerTokenizer)
#include "tst_joiner_tokenizer.moc"
