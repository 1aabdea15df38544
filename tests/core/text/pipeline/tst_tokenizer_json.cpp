#include "core/error.h"
#include "core/text/tokenizer.h"

#include <QTest>

using namespace glassformer;

namespace {

const QByteArray small_model =
    R"({"type":"BPE","unk_token":"<unk>","vocab":{"<unk>":0,"a":1,"b":2,"ab":3},"merges":["a b"]})";

/** A tokenizer.json of a model and more fields: "normalizer":{...}. */
QByteArray file(const QByteArray& model, const QByteArray& more = {})
{
    return "{\"version\":\"1.0\"" + (more.isEmpty() ? QByteArray() : "," + more) + ",\"model\":" + model
        + "}";
}

QByteArray modelWith(
    const QByteArray& vocabulary, const QByteArray& merges = "[]", const QByteArray& more = {})
{
    return R"({"type":"BPE","vocab":)" + vocabulary + ",\"merges\":" + merges + more + "}";
}

Tokenizer read(const QByteArray& json)
{
    return Tokenizer::fromJson(json.toStdString(), "tokenizer.json");
}

} // namespace

class TestTokenizerJson : public QObject
{
    Q_OBJECT

private slots:
    void readsBothFormsOfMerges();
    void readsFilesThatDoNotNameTheirModel();
    void refusesWhatItDoesNotKnowByName_data();
    void refusesWhatItDoesNotKnowByName();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void row28_mergesOfEntriesWithSpacesNeedTheListForm();
    void row29_keepsSparseIds();
    void row30_onlyTrueByteNamesAreBytes();
    void row32_aScoreThatIsNullCountsAsUnknownAndAPositiveOneCounts();
    void anUnknownExpressionNeverRuns();
    void wordsAreNeverCutIntoAddedTokens();
    void aMarkAtTheBeginningStandsBehindWhatTheTableLeavesOut();
};

void TestTokenizerJson::readsBothFormsOfMerges()
{
    const QByteArray words = R"({"a":0," ":1,"a ":2})";
    QCOMPARE(read(file(modelWith(words, R"([["a"," "]])"))).encode("a ").ids(), std::vector<int>{2});
    QCOMPARE(read(file(small_model)).encode("ab").ids(), std::vector<int>{3});
}

void TestTokenizerJson::readsFilesThatDoNotNameTheirModel()
{
    const QByteArray pairs =
        R"({"dropout":null,"unk_token":"","vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]})";
    QCOMPARE(read(file(pairs)).encode("ab").ids(), std::vector<int>{2});
    const QByteArray pieces =
        R"({"unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,"vocab":{"[UNK]":0,"a":1,"##b":2}})";
    QCOMPARE(read(file(pieces)).encode("ab").ids(), (std::vector<int>{1, 2}));
}

void TestTokenizerJson::refusesWhatItDoesNotKnowByName_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* what, const QByteArray& json, const char* field, const char* name) {
        QTest::newRow(what) << json << field << name;
    };
    row("row 27: model", file(R"({"type":"WordLevel","vocab":{"a":0}})"), "model", "WordLevel");
    row("row 27: normalizer", file(small_model, R"("normalizer":{"type":"Reverse"})"), "normalizer.type",
        "Reverse");
    row("row 27: normalizer in a sequence",
        file(small_model,
            R"("normalizer":{"type":"Sequence","normalizers":[{"type":"NFC"},{"type":"Shout"}]})"),
        "normalizer.normalizers[1].type", "Shout");
    row("row 27: pre-tokenizer", file(small_model, R"("pre_tokenizer":{"type":"UnicodeScripts"})"),
        "pre_tokenizer.type", "UnicodeScripts");
    row("row 27: pre-tokenizer in a sequence",
        file(small_model,
            R"("pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"Whitespace"},{"type":"Shout"}]})"),
        "pre_tokenizer.pretokenizers[1].type", "Shout");
    row("row 27: post-processor in a sequence",
        file(small_model,
            R"("post_processor":{"type":"Sequence","processors":[{"type":"ByteLevel"},{"type":"Pad"}]})"),
        "post_processor.processors[1].type", "Pad");
    row("row 27: decoder in a sequence",
        file(small_model, R"("decoder":{"type":"Sequence","decoders":[{"type":"Fuse"},{"type":"CTC"}]})"),
        "decoder.decoders[1].type", "CTC");
    row("row 27: post-processor", file(small_model, R"("post_processor":{"type":"Pad"})"),
        "post_processor.type", "Pad");
    row("row 27: decoder", file(small_model, R"("decoder":{"type":"CTC"})"), "decoder.type", "CTC");
    row("row 31: expression",
        file(small_model,
            R"("pre_tokenizer":{"type":"Split","pattern":{"Regex":"(a+)+$"},"behavior":"Isolated","invert":false})"),
        "pre_tokenizer.pattern.Regex", "(a+)+$");
    row("row 31: invalid expression",
        file(small_model, R"("normalizer":{"type":"Replace","pattern":{"Regex":"["},"content":""})"),
        "normalizer.pattern.Regex", "[");
    row("dropout", file(modelWith(R"({"a":0})", "[]", R"(,"dropout":0.1)")), "model.dropout", "0.1");
}

void TestTokenizerJson::refusesWhatItDoesNotKnowByName()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    QFETCH(QString, name);
    try {
        read(json);
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.text().where.english()), "tokenizer.json, " + field);
        QVERIFY2(QString::fromStdString(error.text().found.english()).contains(name), error.what());
    }
}

void TestTokenizerJson::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* what, const QByteArray& json, const char* where) {
        QTest::newRow(what) << json << where;
    };
    row("empty", "", "");
    row("an empty object", "{}", "");
    row("brackets", QByteArray(1'000'000, '['), "");
    row("model is null", file("null"), "model");
    row("no entries", file(modelWith("{}")), "model.vocab");
    row("row 29: added negative", file(small_model, R"("added_tokens":[{"id":-1,"content":"x"}])"),
        "added_tokens[0].id");
    row("row 29: added fractional", file(small_model, R"("added_tokens":[{"id":4.5,"content":"x"}])"),
        "added_tokens[0].id");
    row("row 29: added twice",
        file(small_model, R"("added_tokens":[{"id":4,"content":"x"},{"id":4,"content":"y"}])"),
        "added_tokens[1]");
    row("row 29: id negative", file(modelWith(R"({"a":-1})")), "model.vocab.a");
    row("row 29: id fractional", file(modelWith(R"({"a":0.5})")), "model.vocab.a");
    row("row 29: id of 2^31", file(modelWith(R"({"a":2147483648})")), "model.vocab.a");
    row("row 29: id of 2^64", file(modelWith(R"({"a":18446744073709551616})")), "model.vocab.a");
    row("row 29: id twice", file(modelWith(R"({"a":0,"b":0})")), "model.vocab");
    row("row 29: entry twice", file(modelWith(R"({"a":0,"a":1})")), "model.vocab");
    row("row 28: merge of one", file(modelWith(R"({"a":0})", R"(["a"])")), "model.merges[0]");
    row("row 28: merge of three", file(modelWith(R"({"a":0})", R"(["a a a"])")), "model.merges[0]");
    row("row 28: merge list of three", file(modelWith(R"({"a":0})", R"([["a","a","a"]])")),
        "model.merges[0]");
    row("merge of a number", file(modelWith(R"({"a":0})", "[7]")), "model.merges[0]");
    row("row 28: merge out of the vocabulary", file(modelWith(R"({"a":0,"b":1})", R"(["a b"])")),
        "model.merges[0]");
    row("merge shorter than the prefix",
        file(modelWith(R"({"a":0,"b":1})", R"(["a b"])", R"(,"continuing_subword_prefix":"####")")),
        "model.merges[0]");
    row("pieces without unknown", file(R"({"type":"WordPiece","unk_token":"[UNK]","vocab":{"a":0}})"),
        "model.unk_token");
    row("endless words",
        file(R"({"type":"WordPiece","unk_token":"a","max_input_chars_per_word":1e99,"vocab":{"a":0}})"),
        "model.max_input_chars_per_word");
    row("unigram without entries", file(R"({"type":"Unigram","unk_id":0,"vocab":[]})"), "model.vocab");
    row("unigram of texts", file(R"({"type":"Unigram","unk_id":0,"vocab":["a"]})"), "model.vocab[0]");
    row("row 32: unigram score as text", file(R"({"type":"Unigram","unk_id":0,"vocab":[["a","-1"]]})"),
        "model.vocab[0][1]");
    row("row 32: unigram score NaN", file(R"({"type":"Unigram","unk_id":0,"vocab":[["a",NaN]]})"), "");
    row("row 32: unigram score beyond bounds", file(R"({"type":"Unigram","unk_id":0,"vocab":[["a",1e308]]})"),
        "model.vocab[0][1]");
    row("unigram entry alone", file(R"({"type":"Unigram","unk_id":0,"vocab":[["a"]]})"), "model.vocab[0]");
    row("unigram entry empty", file(R"({"type":"Unigram","unk_id":0,"vocab":[[]]})"), "model.vocab[0]");
    row("unigram unknown outside", file(R"({"type":"Unigram","unk_id":9,"vocab":[["a",0]]})"),
        "model.unk_id");
    row("added without id", file(small_model, R"("added_tokens":[{"content":"x"}])"), "added_tokens[0]");
    row("added without text", file(small_model, R"("added_tokens":[{"id":4,"content":""}])"),
        "added_tokens[0].content");
    row("row 29: added with the id of another",
        file(small_model, R"("added_tokens":[{"id":1,"content":"x"}])"), "added_tokens[0]");
    row("row 29: added with another id", file(small_model, R"("added_tokens":[{"id":7,"content":"a"}])"),
        "added_tokens[0]");
    row("row 29: added far away", file(small_model, R"("added_tokens":[{"id":1000000000,"content":"x"}])"),
        "added_tokens[0].id");
    row("template id outside",
        file(small_model,
            R"("post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"x","type_id":0}}],"pair":[],"special_tokens":{"x":{"id":"x","ids":[4],"tokens":["x"]}}})"),
        "post_processor.special_tokens.x.ids[0]");
    row("template without its token",
        file(small_model,
            R"("post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"x","type_id":0}}],"pair":[],"special_tokens":{}})"),
        "post_processor.special_tokens");
    row("pair template id outside",
        file(small_model,
            R"("post_processor":{"type":"TemplateProcessing","single":[],"pair":[{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"x","type_id":0}},{"Sequence":{"id":"B","type_id":1}}],"special_tokens":{"x":{"id":"x","ids":[4],"tokens":["x"]}}})"),
        "post_processor.special_tokens.x.ids[0]");
    row("pair template of segment -1",
        file(small_model,
            R"("post_processor":{"type":"TemplateProcessing","single":[],"pair":[{"Sequence":{"id":"A","type_id":0}},{"Sequence":{"id":"B","type_id":-1}}],"special_tokens":{}})"),
        "post_processor.pair[1].Sequence.type_id");
    row("separator outside",
        file(small_model, R"("post_processor":{"type":"BertProcessing","sep":["a",9],"cls":["a",1]})"),
        "post_processor.sep[1]");
    row("empty pattern",
        file(small_model, R"("normalizer":{"type":"Replace","pattern":{"String":""},"content":"a"})"),
        "normalizer.pattern.String");
    row("mark of two characters",
        file(small_model, R"("pre_tokenizer":{"type":"Metaspace","replacement":"ab"})"),
        "pre_tokenizer.replacement");
    row("table that is no base64",
        file(small_model, R"("normalizer":{"type":"Precompiled","precompiled_charsmap":"!"})"),
        "normalizer.precompiled_charsmap");
    row("table of three bytes",
        file(small_model, R"("normalizer":{"type":"Precompiled","precompiled_charsmap":"AAAA"})"),
        "normalizer.precompiled_charsmap");
    row("strip of -1", file(small_model, R"("decoder":{"type":"Strip","content":" ","start":-1,"stop":0})"),
        "decoder.start");
}

void TestTokenizerJson::refusesHostileFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    try {
        read(json);
        QFAIL("no error");
    } catch (const Error& error) {
        const QString place = QString::fromStdString(error.text().where.english());
        QVERIFY2(place.startsWith("tokenizer.json"), qPrintable(place));
        if (!where.isEmpty())
            QCOMPARE(place, "tokenizer.json, " + where);
        QVERIFY(!error.text().found.english().empty());
        QVERIFY(!error.text().expected.english().empty());
    }
}

void TestTokenizerJson::row28_mergesOfEntriesWithSpacesNeedTheListForm()
{
    const QByteArray words = R"({"a":0," ":1,"b":2,"a ":3,"a b":4})";
    const QByteArray lists = R"([["a"," "],["a ","b"]])", line = R"(["a  "])",
                     mixed = R"([["a"," "],"a  b"])";
    QCOMPARE(read(file(modelWith(words, lists))).encode("a b").ids(), std::vector<int>{4});
    QVERIFY_EXCEPTION_THROWN(read(file(modelWith(words, line))), Error);
    QVERIFY_EXCEPTION_THROWN(read(file(modelWith(words, mixed))), Error);
}

void TestTokenizerJson::row30_onlyTrueByteNamesAreBytes()
{
    // U+00E9 is the bytes C3 A9: both are there, or the second stands under a name that is no byte's.
    const auto ids_with = [](const QByteArray& second) {
        const QByteArray words = R"({"<unk>":0,"a":1,"<0xC3>":2,")" + second + R"(":3})";
        return read(file(modelWith(words, "[]", R"(,"unk_token":"<unk>","byte_fallback":true)")))
            .encode("a\u00E9")
            .ids();
    };
    QCOMPARE(ids_with("<0xA9>"), (std::vector<int>{1, 2, 3}));
    for (const char* name : {"<0x-1>", "<0xZZ>", "<0x100>", "<0xa9>", "<0xA9", "other"})
        QCOMPARE(ids_with(name), (std::vector<int>{1, 0}));
}

void TestTokenizerJson::row32_aScoreThatIsNullCountsAsUnknownAndAPositiveOneCounts()
{
    const QByteArray start = R"({"type":"Unigram","unk_id":0,"vocab":[["<unk>",0],["a",-1],["b",-1],["ab",)";
    // By hand: a b is -2, which beats an unknown score (-1 - 10) and loses to 3.
    QCOMPARE(read(file(start + "null]]}")).encode("ab").ids(), (std::vector<int>{1, 2}));
    QCOMPARE(read(file(start + "3]]}")).encode("ab").ids(), std::vector<int>{3});
}

void TestTokenizerJson::row29_keepsSparseIds()
{
    const Tokenizer tokenizer = read(file(modelWith(R"({"a":5,"b":9})")));
    QCOMPARE(tokenizer.size(), 10);
    QCOMPARE(tokenizer.encode("ab").ids(), (std::vector<int>{5, 9}));
    QCOMPARE(tokenizer.entry(7), std::string());
    // A model may have rows behind the vocabulary and write their ids.
    QCOMPARE(tokenizer.entry(10), std::string("<unused>"));
    QVERIFY(tokenizer.token(10).is_special);
    QCOMPARE(tokenizer.decode(std::vector<int>{5, 10, 9}), tokenizer.decode(std::vector<int>{5, 9}));
    QVERIFY_EXCEPTION_THROWN(tokenizer.decode(std::vector<int>{-1}), Error);
}

void TestTokenizerJson::anUnknownExpressionNeverRuns()
{
    const QByteArray split = R"("pre_tokenizer":{"type":"Split","pattern":{"Regex":")"
        + QByteArray(100'000, '(') + R"("},"behavior":"Isolated"})";
    try {
        read(file(small_model, split));
        QFAIL("no error");
    } catch (const Error& error) {
        QVERIFY(error.text().found.english().size() < 1000);
    }
}

/** Ids of npm's tokenizers; the cases of huggingface/tokenizers #917, #918 and #786. */
void TestTokenizerJson::wordsAreNeverCutIntoAddedTokens()
{
    const QByteArray pieces =
        R"({"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,)"
        R"("vocab":{"[UNK]":0,"u":1,"##s":2,"##e":3,"##r":4,"n":5,"##w":6}})";
    const QByteArray bert =
        R"("pre_tokenizer":{"type":"BertPreTokenizer"},"normalizer":{"type":"Lowercase"})";
    const QByteArray special = bert + R"(,"added_tokens":[{"id":7,"content":"user","special":true}])";
    QCOMPARE(read(file(pieces, special)).encode("User user").ids(), (std::vector<int>{1, 2, 3, 4, 7}));
    const QByteArray word =
        bert + R"(,"added_tokens":[{"id":7,"content":"new","single_word":true,"special":false}])";
    QCOMPARE(read(file(pieces, word)).encode("news NEW").ids(), (std::vector<int>{5, 3, 6, 2, 7}));
    // An entry of the model stays one, added or not.
    const QByteArray known =
        bert + R"(,"added_tokens":[{"id":5,"content":"n","single_word":true,"special":true}])";
    QCOMPARE(read(file(pieces, known)).encode("news n").ids(), (std::vector<int>{5, 3, 6, 2, 5}));
    const QByteArray pairs = R"("added_tokens":[{"id":4,"content":"c","single_word":true,"special":true}])";
    QCOMPARE(read(file(small_model, pairs)).encode("abca c").ids(), (std::vector<int>{3, 0, 1, 0, 4}));
}

void TestTokenizerJson::aMarkAtTheBeginningStandsBehindWhatTheTableLeavesOut()
{
    // A table that leaves out U+0001 alone, as a double array by hand: 28 bytes of units (root to 4, 4^1 holds the label
    // 1 and has a leaf, 5^3 is the leaf with the value 0), and the empty text at 0.
    const QByteArray table = "HAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAQ0AAAAAAAAA";
    const QByteArray model = R"({"type":"Unigram","unk_id":0,"vocab":[["<unk>",0],["▁a",-1],["a",-2]]})";
    const QByteArray first =
        R"("pre_tokenizer":{"type":"Metaspace","replacement":"▁","prepend_scheme":"first","split":true})";
    const QByteArray precompiled =
        first + R"(,"normalizer":{"type":"Precompiled","precompiled_charsmap":")" + table + "\"}";
    QCOMPARE(read(file(model, precompiled)).encode("\u0001a").ids(), (std::vector<int>{1}));
    const QByteArray nmt = first + R"(,"normalizer":{"type":"Nmt"})";
    // Nmt leaves it out as well, but the reference sees what is left at byte 1, and puts no mark there.
    QCOMPARE(read(file(model, nmt)).encode("\u0001a").ids(), (std::vector<int>{2}));
    QCOMPARE(read(file(model, nmt)).encode("a").ids(), (std::vector<int>{1}));
}

QTEST_APPLESS_MAIN(TestTokenizerJson)
#include "tst_tokenizer_json.moc"
