#include "core/error.h"
#include "core/text/joiner/vocabulary_trainer.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <set>

using namespace glassformer;

namespace {

std::vector<std::string> repeated(const std::string& text, int count)
{
    return std::vector<std::string>(static_cast<std::size_t>(count), text);
}

std::vector<std::string> operator+(std::vector<std::string> one, const std::vector<std::string>& other)
{
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

std::vector<std::string> entriesOf(const JoinerTokenizer& tokenizer)
{
    std::vector<std::string> entries;
    for (int id = 0; id < tokenizer.size(); ++id)
        entries.push_back(tokenizer.entry(id));
    return entries;
}

bool has(const JoinerTokenizer& tokenizer, const std::string& entry)
{
    const std::vector<std::string> entries = entriesOf(tokenizer);
    return std::find(entries.begin(), entries.end(), entry) != entries.end();
}

VocabularyOptions withoutPieces()
{
    VocabularyOptions options;
    options.piece_count = 0;
    return options;
}

} // namespace

class TestVocabularyTrainer : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyCorpusGivesTheCommonCharacters();
    void frequentWordsAreEntriesInTheFormsThatOccur();
    void aWordOneShortOfTheCountIsNoEntry();
    void frequentWordsComeFirst();
    void charactersOfTheCorpusAreEntries();
    void rareCharactersCanBeLeftToBytes();
    void theJoinerMarkNeverBecomesAnEntry();
    void piecesAreMergedByWeight();
    void piecesKeepApartBeginAndContinuation();
    void theNumberOfPiecesIsKept();
    void languagesBecomeTargetTokens();
    void theOrderOfTextsDoesNotMatter();
    void refusesTextThatIsNotUtf8();
    void trainedVocabularyRoundTripsItsCorpus();
    void aLargeCorpusTakesSeconds();
};

void TestVocabularyTrainer::anEmptyCorpusGivesTheCommonCharacters()
{
    const JoinerTokenizer tokenizer = trainTokenizer({}, {});
    for (const char* entry : {"<pad>", "<2zh>", "<0x00>", "<0xFF>", "a", "￭a", "Z", "￭Z", "é", "￭Œ", "7",
             "￭7", "'", "￭'￭", "(￭", "￭.", "«", "￭…", "，", "。"})
        QVERIFY2(has(tokenizer, entry), entry);
    QVERIFY(!has(tokenizer, "￭，"));
    // Every word of English and French can be written without bytes.
    for (const Token& token : tokenizer.encode("L'œuvre (déjà) didn't cost 50 €, n'est-ce pas ?").tokens)
        QVERIFY2(tokenizer.entry(token.id).substr(0, 3) != "<0x", tokenizer.entry(token.id).c_str());
}

void TestVocabularyTrainer::frequentWordsAreEntriesInTheFormsThatOccur()
{
    const JoinerTokenizer tokenizer = trainTokenizer(repeated("l'animal didn't go 3rd", 20), withoutPieces());
    for (const char* entry : {"l'￭", "animal", "didn't", "go", "￭rd"})
        QVERIFY2(has(tokenizer, entry), entry);
    for (const char* entry : {"l'", "￭animal", "animal￭", "rd"})
        QVERIFY2(!has(tokenizer, entry), entry);
}

void TestVocabularyTrainer::aWordOneShortOfTheCountIsNoEntry()
{
    const JoinerTokenizer tokenizer =
        trainTokenizer(repeated("cat", 19) + repeated("dog", 20), withoutPieces());
    QVERIFY(has(tokenizer, "dog"));
    QVERIFY(!has(tokenizer, "cat"));
}

void TestVocabularyTrainer::frequentWordsComeFirst()
{
    const JoinerTokenizer tokenizer =
        trainTokenizer(repeated("zoo bee", 20) + repeated("cat ant", 30), withoutPieces());
    const std::vector<std::string> entries = entriesOf(tokenizer);
    const std::vector<std::string> last(entries.end() - 4, entries.end());
    QCOMPARE(last, std::vector<std::string>({"ant", "cat", "bee", "zoo"}));
}

void TestVocabularyTrainer::charactersOfTheCorpusAreEntries()
{
    const JoinerTokenizer tokenizer = trainTokenizer(std::vector<std::string>{"ω中☃"}, {});
    for (const char* entry : {"ω", "￭ω", "中", "☃", "￭☃", "☃￭", "￭☃￭"})
        QVERIFY2(has(tokenizer, entry), entry);
    QVERIFY(!has(tokenizer, "￭中"));
    QVERIFY(!has(tokenizer, "ω￭"));
}

void TestVocabularyTrainer::rareCharactersCanBeLeftToBytes()
{
    VocabularyOptions options = withoutPieces();
    options.min_character_count = 3;
    const JoinerTokenizer tokenizer = trainTokenizer(repeated("中中 文", 1) + repeated("中文", 1), options);
    QVERIFY(has(tokenizer, "中"));
    QVERIFY(!has(tokenizer, "文"));
    QVERIFY(has(tokenizer, "é")); // common ones stay
}

void TestVocabularyTrainer::theJoinerMarkNeverBecomesAnEntry()
{
    const JoinerTokenizer tokenizer = trainTokenizer(repeated("a￭b ￭ ￭￭", 50), {});
    for (const std::string& entry : entriesOf(tokenizer))
        QVERIFY(entry != "￭" && entry != "￭￭" && entry != "￭￭￭");
    QCOMPARE(tokenizer.decode(tokenizer.encode("a￭b ￭ ￭￭").ids()), std::string("a￭b ￭ ￭￭"));
}

void TestVocabularyTrainer::piecesAreMergedByWeight()
{
    // Weights 1: "￭t"+"￭e" occurs in three words, every other pair in one; "￭te"+"￭r" follows with two.
    VocabularyOptions options;
    options.piece_count = 2;
    const JoinerTokenizer tokenizer =
        trainTokenizer(std::vector<std::string>{"kater", "mütezu", "biter"}, options);
    const std::vector<std::string> entries = entriesOf(tokenizer);
    const std::vector<std::string> last(entries.end() - 2, entries.end());
    QCOMPARE(last, std::vector<std::string>({"￭te", "￭ter"}));
}

void TestVocabularyTrainer::piecesKeepApartBeginAndContinuation()
{
    VocabularyOptions options;
    options.piece_count = 1;
    const JoinerTokenizer tokenizer =
        trainTokenizer(std::vector<std::string>{"unfit", "undo", "sunk"}, options);
    QVERIFY(has(tokenizer, "un")); // two words begin with it, against one that holds it inside
    QVERIFY(!has(tokenizer, "￭un"));
}

void TestVocabularyTrainer::theNumberOfPiecesIsKept()
{
    const std::vector<std::string> texts{"internationalization of responsibilities", "notwithstanding"};
    const int without = trainTokenizer(texts, withoutPieces()).size();
    VocabularyOptions options;
    options.piece_count = 10;
    const JoinerTokenizer tokenizer = trainTokenizer(texts, options);
    QCOMPARE(tokenizer.size(), without + 10);

    options.piece_count = 100000; // more than there are: everything merges into the words themselves
    QVERIFY(has(trainTokenizer(texts, options), "notwithstanding"));
}

void TestVocabularyTrainer::languagesBecomeTargetTokens()
{
    VocabularyOptions options;
    options.target_languages = {"de", "fr"};
    const JoinerTokenizer tokenizer = trainTokenizer({}, options);
    QCOMPARE(tokenizer.specialTokens().targets.size(), std::size_t(2));
    QCOMPARE(tokenizer.entry(tokenizer.specialTokens().targets.at("de")), std::string("<2de>"));
    QCOMPARE(tokenizer.encode("", "fr").ids(), std::vector<int>({5, 2}));
}

void TestVocabularyTrainer::theOrderOfTextsDoesNotMatter()
{
    std::vector<std::string> texts;
    for (int i = 0; i < 500; ++i)
        texts.push_back("word" + std::string(1, static_cast<char>('a' + i % 26)) + " l'été 中文 re-re"
            + std::to_string(i));
    const std::string once = trainTokenizer(texts, {}).toJson();
    std::reverse(texts.begin(), texts.end());
    QCOMPARE(trainTokenizer(texts, {}).toJson(), once);
}

void TestVocabularyTrainer::refusesTextThatIsNotUtf8()
{
    try {
        trainTokenizer(std::vector<std::string>{"fine", "caf\xE9"}, {});
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.text().where.english(), std::string("text 2 of the corpus"));
    }
}

void TestVocabularyTrainer::trainedVocabularyRoundTripsItsCorpus()
{
    const std::vector<std::string> texts{"The animal didn't cross the street because it was too tired.",
        "L'animal n'a pas traversé la rue parce qu'elle était trop large.", "动物没有过马路，因为它太累了。",
        "“Wait...” she said — \"2 x 3.5 = 7\"!", " odd  spacing\t中 文 "};
    const JoinerTokenizer tokenizer = trainTokenizer(texts, {});
    for (const std::string& text : texts)
        QCOMPARE(tokenizer.decode(tokenizer.encode(text, "fr").ids()), text);
}

void TestVocabularyTrainer::aLargeCorpusTakesSeconds()
{
    // 40,000 texts of ten words out of some 20,000 rare and frequent ones.
    std::uint64_t state = 1;
    const auto next = [&state](std::uint64_t bound) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % bound;
    };
    const std::vector<std::string> syllables{
        "ba", "té", "ing", "ro", "s", "mi", "pour", "al", "un", "e", "qui", "lo"};
    std::vector<std::string> texts;
    for (int i = 0; i < 40'000; ++i) {
        std::string text;
        for (int word = 0; word < 10; ++word) {
            for (std::uint64_t count = 1 + next(4); count > 0; --count)
                text += syllables[next(syllables.size())];
            text += word == 9 ? "." : " ";
        }
        texts.push_back(std::move(text));
    }
    QElapsedTimer timer;
    timer.start();
    const JoinerTokenizer tokenizer = trainTokenizer(texts, {});
    qInfo("trained in %lld ms: %d entries", timer.restart(), tokenizer.size());
    std::size_t token_count = 0;
    for (const std::string& text : texts)
        token_count += tokenizer.encode(text).tokens.size();
    qInfo("encoded in %lld ms: %zu tokens", timer.elapsed(), token_count);
    QVERIFY(tokenizer.size() > 2000);
}

QTEST_APPLESS_MAIN(TestVocabularyTrainer)
#include "tst_vocabulary_trainer.moc"
