#include "core/text/characters/chinese_spacing.h"
#include "core/text/tokenizer.h"

#include <QTest>

using namespace glassformer;

namespace {

std::string replaced(const std::string& text, const std::string& by)
{
    const std::size_t begin = text.find("[MASK]");
    return replacedInSentence(text, {begin, begin + 6}, by);
}

} // namespace

class TestChineseSpacing : public QObject
{
    Q_OBJECT

private slots:
    void chineseIsWrittenWithoutSpaces()
    {
        QCOMPARE(withoutChineseSpaces("我 是 一 个 学 生 。"), std::string("我是一个学生。"));
        QCOMPARE(withoutChineseSpaces("我 爱 python 3 。 《 红 楼 梦 》"),
            std::string("我爱python 3。《红楼梦》"));
        QCOMPARE(withoutChineseSpaces("the animal was  tired."), std::string("the animal was  tired."));
        QCOMPARE(withoutChineseSpaces(" 我 "), std::string(" 我 "));
        QCOMPARE(withoutChineseSpaces(""), std::string());
    }

    void aWordInPlaceOfAGapStandsAsInASentence()
    {
        QCOMPARE(replaced("我 [MASK] 你。", "爱"), std::string("我爱你。"));
        QCOMPARE(replaced("我[MASK]你。", "爱"), std::string("我爱你。"));
        QCOMPARE(replaced("我 [MASK] 你", "love"), std::string("我 love 你"));
        QCOMPARE(replaced("the [MASK] was", "animal"), std::string("the animal was"));
        QCOMPARE(replaced("tired [MASK]", "."), std::string("tired."));
        QCOMPARE(replaced("累了 [MASK]", "。"), std::string("累了。"));
        QCOMPARE(replaced("[MASK]", "a"), std::string("a"));
        // A gap that took the spaces around it gives them back.
        QCOMPARE(replacedInSentence("the <mask> was", {3, 11}, "animal"), std::string("the animal was"));
    }

    void wordPiecesAreJoinedAsChineseIsWritten()
    {
        const Tokenizer pieces = Tokenizer::fromJson(
            R"({"model":{"type":"WordPiece","unk_token":"[UNK]","max_input_chars_per_word":100,)"
            R"("vocab":{"[UNK]":0,"我":1,"爱":2,"你":3,"。":4,"a":5,"##b":6,"c":7}},)"
            R"("normalizer":{"type":"BertNormalizer"},"pre_tokenizer":{"type":"BertPreTokenizer"},)"
            R"("decoder":{"type":"WordPiece","prefix":"##","cleanup":true}})",
            "x");
        QCOMPARE(pieces.sentence(pieces.encode("我爱你。ab c").ids()), std::string("我爱你。ab c"));
        // As the reference library joins them, which the comparison with it needs.
        QCOMPARE(pieces.decode(pieces.encode("我爱").ids()), std::string("我 爱"));
        // Where entries tell of spaces, those that were typed stay.
        const Tokenizer bytes = Tokenizer::fromJson(
            R"({"model":{"type":"BPE","vocab":{"æ":0,"Ī":1,"ĳ":2,"Ġ":3},"merges":[]},)"
            R"("pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},"decoder":{"type":"ByteLevel"}})",
            "x");
        QCOMPARE(bytes.sentence(std::vector<int>{0, 1, 2, 3, 0, 1, 2}),
            bytes.decode(std::vector<int>{0, 1, 2, 3, 0, 1, 2}));
    }
};

QTEST_APPLESS_MAIN(TestChineseSpacing)
#include "tst_chinese_spacing.moc"
