#include "core/error.h"
#include "core/file/bytes/memory_files.h"
#include "core/text/files/tokenizer_files.h"

#include <QTest>

#include <map>

using namespace glassformer;

namespace {

using Folder = std::map<std::string, std::string>;

Tokenizer read(const Folder& folder, const std::string& model_type)
{
    return readTokenizer(MemoryFiles(folder), model_type);
}

const std::string pairs = R"({"a":0,"b":1,"ab":2,"Ġ":3,"Ġab":4,"<|endoftext|>":5})";

} // namespace

class TestTokenizerFiles : public QObject
{
    Q_OBJECT

private slots:
    void readsMergesInEveryForm_data();
    void readsMergesInEveryForm();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void takesTheNewestFormThatIsThere();
    void readsRolesFromTheOlderMapWhereTheSettingsHaveNone();
    void readsTokensThatWereAddedLater();
    void acceptsALengthWithoutLimit();
    void followsTheSettingsOfPieces();
    void neverCutsATokenThatTheFilesName_data();
    void neverCutsATokenThatTheFilesName();
    void addsWhatTheSettingsNameToATokenizerJson();
    void putsTheStartTokenBeforeATextOfGpt2WhereItIsAskedFor();
    void followsTheFlagsOfLlamaBesideATokenizerJson();
    void countsEmptyLinesOfAVocabulary();
    void namesAnEmptyFile_data();
    void namesAnEmptyFile();
    void refusesAClassThatItDoesNotKnow();
};

/** Row 28 of the list of bad inputs: what is accepted. */
void TestTokenizerFiles::readsMergesInEveryForm_data()
{
    QTest::addColumn<QByteArray>("merges");
    QTest::newRow("with its version") << QByteArray("#version: 0.2\na b\n\u0120 ab\n");
    QTest::newRow("without its version") << QByteArray("a b\n\u0120 ab\n");
    QTest::newRow("line ends of Windows") << QByteArray("#version: 0.2\r\na b\r\n\u0120 ab\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF#version: 0.2\na b\n\u0120 ab\n");
    QTest::newRow("no end of the last line") << QByteArray("#version: 0.2\na b\n\u0120 ab");
    QTest::newRow("empty lines") << QByteArray("#version: 0.2\na b\n\n\u0120 ab\n\n");
}

void TestTokenizerFiles::readsMergesInEveryForm()
{
    QFETCH(QByteArray, merges);
    const Tokenizer tokenizer = read({{"vocab.json", pairs}, {"merges.txt", merges.toStdString()}}, "gpt2");
    QCOMPARE(tokenizer.encode("ab ab").ids(), (std::vector<int>{2, 4}));
    QCOMPARE(tokenizer.specialTokens().end, 5);
}

void TestTokenizerFiles::refusesBrokenFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("where");
    // Rows 28 and 29 of the list of bad inputs.
    QTest::newRow("merge of three") << "merges.txt" << QByteArray("#version: 0.2\na b\na b a\n")
                                    << "merges.txt, line 3";
    QTest::newRow("merges that are not UTF-8")
        << "merges.txt" << QByteArray("a b\n\xC3( b\n") << "merges.txt";
    QTest::newRow("merge of one") << "merges.txt" << QByteArray("ab\n") << "merges.txt, line 1";
    QTest::newRow("merge out of the vocabulary")
        << "merges.txt" << QByteArray("#version: 0.2\na b\nb a\n") << "merges.txt, line 3";
    QTest::newRow("merge with a space in an entry")
        << "merges.txt" << QByteArray("a  b\n") << "merges.txt, line 1";
    QTest::newRow("a role that is a number") << "special_tokens_map.json" << QByteArray(R"({"eos_token":5})")
                                             << "special_tokens_map.json, eos_token";
    QTest::newRow("a role without content")
        << "special_tokens_map.json" << QByteArray(R"({"eos_token":{"lstrip":true}})")
        << "special_tokens_map.json, eos_token";
    QTest::newRow("a role that is a number in the settings")
        << "tokenizer_config.json" << QByteArray(R"({"eos_token":5})") << "tokenizer_config.json, eos_token";
    QTest::newRow("added far away") << "added_tokens.json" << QByteArray(R"({"x":1000000000})")
                                    << "added_tokens.json, x";
    QTest::newRow("added negative") << "added_tokens.json" << QByteArray(R"({"x":-1})")
                                    << "added_tokens.json, x";
    QTest::newRow("added tokens are a list")
        << "added_tokens.json" << QByteArray("[]") << "added_tokens.json";
    QTest::newRow("vocabulary is a list") << "vocab.json" << QByteArray("[]") << "vocab.json";
    QTest::newRow("negative id") << "vocab.json" << QByteArray(R"({"a":-1})") << "vocab.json, a";
    QTest::newRow("settings are a list")
        << "tokenizer_config.json" << QByteArray("[]") << "tokenizer_config.json";
    QTest::newRow("setting of a wrong type")
        << "tokenizer_config.json" << QByteArray(R"({"add_prefix_space":"yes"})")
        << "tokenizer_config.json, add_prefix_space";
    QTest::newRow("listed under a name")
        << "tokenizer_config.json" << QByteArray(R"({"added_tokens_decoder":{"-1":{"content":"x"}}})")
        << "tokenizer_config.json, added_tokens_decoder.-1";
}

void TestTokenizerFiles::refusesBrokenFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, where);
    Folder folder{{"vocab.json", pairs}, {"merges.txt", "a b\n"}};
    folder[name.toStdString()] = bytes.toStdString();
    try {
        read(folder, "gpt2");
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.text().where.english()), where);
        QVERIFY(!error.text().expected.english().empty());
    }
}

void TestTokenizerFiles::takesTheNewestFormThatIsThere()
{
    Folder folder{{"vocab.json", pairs}, {"merges.txt", "a b\n"},
        {"tokenizer.json", R"({"model":{"type":"BPE","vocab":{"a":0,"b":1},"merges":[]}})"}};
    QCOMPARE(read(folder, "gpt2").encode("ab").ids(), (std::vector<int>{0, 1}));
    folder.erase("tokenizer.json");
    QCOMPARE(read(folder, "gpt2").encode("ab").ids(), std::vector<int>{2});
    folder.erase("merges.txt");
    QVERIFY_EXCEPTION_THROWN(read(folder, "gpt2"), Error);
}

void TestTokenizerFiles::readsRolesFromTheOlderMapWhereTheSettingsHaveNone()
{
    Folder folder{{"vocab.json", pairs}, {"merges.txt", "a b\n"},
        {"special_tokens_map.json",
            R"({"eos_token":{"content":"b","lstrip":false},"unk_token":"a","pad_token":null,
                "additional_special_tokens":["ab"]})"}};
    QCOMPARE(read(folder, "gpt2").specialTokens().end, 1);
    QCOMPARE(read(folder, "gpt2").specialTokens().unknown, 0);
    folder["tokenizer_config.json"] = R"({"eos_token":"ab","add_bos_token":false})";
    QCOMPARE(read(folder, "gpt2").specialTokens().end, 2);
    QCOMPARE(read(folder, "gpt2").specialTokens().unknown, 0);
}

void TestTokenizerFiles::readsTokensThatWereAddedLater()
{
    Folder folder{{"vocab.json", pairs}, {"merges.txt", "a b\n"},
        {"added_tokens.json", R"({"<|im_end|>":8,"<|endoftext|>":5,"word":6})"},
        {"special_tokens_map.json", R"({"pad_token":"<|im_end|>"})"}};
    const Tokenizer tokenizer = read(folder, "gpt2");
    QCOMPARE(tokenizer.encode("ab<|im_end|>word").ids(), (std::vector<int>{2, 8, 6}));
    QCOMPARE(tokenizer.specialTokens().padding, 8);
    QVERIFY(tokenizer.token(8).is_special && !tokenizer.token(6).is_special);
    // What tokenizer_config.json says of the same token goes first.
    folder["tokenizer_config.json"] = R"({"added_tokens_decoder":{"7":{"content":"word","special":true}}})";
    QCOMPARE(read(folder, "gpt2").encode("abword").ids(), (std::vector<int>{2, 7}));
}

void TestTokenizerFiles::acceptsALengthWithoutLimit()
{
    // Written by transformers where a tokenizer has no greatest length: int(1e30).
    const Folder folder{{"vocab.json", pairs}, {"merges.txt", "a b\n"},
        {"tokenizer_config.json", R"({"model_max_length":1000000000000000019884624838656,"eos_token":"b"})"}};
    QCOMPARE(read(folder, "gpt2").specialTokens().end, 1);
}

void TestTokenizerFiles::followsTheSettingsOfPieces()
{
    Folder folder{{"vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\ncafe\nCaf\u00E9\n##s\n"}};
    QCOMPARE(read(folder, "bert").encode("CAF\u00C9s").ids(), (std::vector<int>{2, 4, 6, 3}));
    folder["tokenizer_config.json"] = R"({"do_lower_case":false})";
    QCOMPARE(read(folder, "bert").encode("Caf\u00E9s").ids(), (std::vector<int>{2, 5, 6, 3}));
    QCOMPARE(read(folder, "bert").encode("CAF\u00C9").ids(), (std::vector<int>{2, 1, 3}));
}

/** "A token named in additional_special_tokens is never cut" (transformers, special tokens): whichever file names it. */
void TestTokenizerFiles::neverCutsATokenThatTheFilesName_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("text");
    const QByteArray map = "special_tokens_map.json", config = "tokenizer_config.json";
    QTest::newRow("map") << map << QByteArray(R"({"additional_special_tokens":["[E1]"]})")
                         << QByteArray("a[E1]a");
    QTest::newRow("settings") << config << QByteArray(R"({"additional_special_tokens":[{"content":"[E1]"}]})")
                              << QByteArray("a[E1]a");
    QTest::newRow("role") << map << QByteArray(R"({"pad_token":"[E1]"})") << QByteArray("a [E1] a");
    QTest::newRow("names of their own")
        << config << QByteArray(R"({"extra_special_tokens":{"mark":"[E1]"}})") << QByteArray("a[E1] a");
    QTest::newRow("listed with its id")
        << config << QByteArray(R"({"added_tokens_decoder":{"6":{"content":"[E1]"}}})")
        << QByteArray("a [E1]a");
    QTest::newRow("takes the spaces around it")
        << config
        << QByteArray(R"({"added_tokens_decoder":{"6":{"content":"[E1]","lstrip":true,"rstrip":true}}})")
        << QByteArray("a  [E1]  a");
    QTest::newRow("added") << QByteArray("added_tokens.json") << QByteArray(R"({"[E1]":6})")
                           << QByteArray("a [e1] a");
}

void TestTokenizerFiles::neverCutsATokenThatTheFilesName()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, text);
    const Folder folder{
        {"vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n##a\n"}, {file.toStdString(), content.toStdString()}};
    QCOMPARE(read(folder, "bert").encode(text.toStdString()).ids(), (std::vector<int>{2, 4, 6, 4, 3}));
}

void TestTokenizerFiles::addsWhatTheSettingsNameToATokenizerJson()
{
    Folder folder{
        {"tokenizer.json", R"({"model":{"type":"BPE","vocab":{"a":0,"b":1,"<e>":2},"merges":[]}})"}};
    QCOMPARE(read(folder, "llama").encode("a<e>b").ids(), (std::vector<int>{0, 1}));
    folder["special_tokens_map.json"] = R"({"additional_special_tokens":["<e>","<f>"]})";
    QCOMPARE(read(folder, "llama").encode("a<e><f>b").ids(), (std::vector<int>{0, 2, 3, 1}));
}

void TestTokenizerFiles::putsTheStartTokenBeforeATextOfGpt2WhereItIsAskedFor()
{
    Folder folder{{"vocab.json", pairs}, {"merges.txt", "a b\n"}};
    folder["tokenizer_config.json"] = R"({"add_bos_token":true})";
    QCOMPARE(read(folder, "gpt2").encode("ab").ids(), (std::vector<int>{5, 2}));
    folder["tokenizer_config.json"] = R"({"add_bos_token":true,"bos_token":"b"})";
    QCOMPARE(read(folder, "gpt2").encode("ab").ids(), (std::vector<int>{1, 0, 1}));
}

/** LlamaTokenizerFast: "add_bos_token", "add_eos_token" set its post-processor, whatever tokenizer.json says. */
void TestTokenizerFiles::followsTheFlagsOfLlamaBesideATokenizerJson()
{
    Folder folder{
        {"tokenizer.json", R"({"model":{"type":"BPE","vocab":{"a":0,"<s>":1,"</s>":2},"merges":[]}})"}};
    folder["tokenizer_config.json"] = R"({"tokenizer_class":"LlamaTokenizerFast","add_eos_token":true})";
    QCOMPARE(read(folder, "llama").encode("a").ids(), (std::vector<int>{1, 0, 2}));
    folder["tokenizer_config.json"] = R"({"tokenizer_class":"LlamaTokenizer","add_bos_token":false})";
    QCOMPARE(read(folder, "llama").encode("a").ids(), (std::vector<int>{0}));
    folder["tokenizer_config.json"] = R"({"tokenizer_class":"PreTrainedTokenizerFast","add_eos_token":true})";
    QCOMPARE(read(folder, "llama").encode("a").ids(), (std::vector<int>{0}));
}

/** The id of an entry is the number of its line (BERT's load_vocab); nothing is cut into an empty one. */
void TestTokenizerFiles::countsEmptyLinesOfAVocabulary()
{
    const Folder folder{{"vocab.txt", "[PAD]\n[UNK]\n\n[CLS]\n\n[SEP]\na\n\n"}};
    const Tokenizer tokenizer = read(folder, "bert");
    QCOMPARE(tokenizer.encode("a b").ids(), (std::vector<int>{3, 6, 1, 5}));
    QCOMPARE(tokenizer.entry(2), std::string());
}

void TestTokenizerFiles::namesAnEmptyFile_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
        {"tokenizer.json", "vocab.json", "merges.txt", "vocab.txt", "source.spm", "spiece.model",
            "tokenizer.model", "sentencepiece.bpe.model", "tokenizer_config.json", "special_tokens_map.json"})
        QTest::newRow(name) << QByteArray(name);
}

void TestTokenizerFiles::namesAnEmptyFile()
{
    QFETCH(QByteArray, name);
    Folder folder{{"vocab.json", pairs}, {"merges.txt", "a b\n"}};
    folder[name.toStdString()] = "";
    try {
        read(folder, "gpt2");
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.text().where.english()), QString(name));
        QCOMPARE(QString::fromStdString(error.text().found.english()), QStringLiteral("an empty file"));
    }
}

void TestTokenizerFiles::refusesAClassThatItDoesNotKnow()
{
    Folder folder{{"vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n"}};
    folder["tokenizer_config.json"] = R"({"tokenizer_class":"BertJapaneseTokenizer"})";
    try {
        read(folder, "bert");
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.text().where.english()),
            QStringLiteral("tokenizer_config.json, tokenizer_class"));
        QVERIFY(error.text().found.english().find("BertJapaneseTokenizer") != std::string::npos);
    }
    folder["tokenizer_config.json"] = R"({"tokenizer_class":"DistilBertTokenizerFast"})";
    QCOMPARE(read(folder, "gpt2").encode("a").ids(), (std::vector<int>{2, 4, 3}));
}

QTEST_APPLESS_MAIN(TestTokenizerFiles)
#include "tst_tokenizer_files.moc"
