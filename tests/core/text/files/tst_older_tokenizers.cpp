#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/memory_files.h"
#include "core/file/json/strict_json.h"
#include "core/text/characters/base64.h"
#include "core/text/files/tokenizer_files.h"

#include <QDir>
#include <QTest>

#include <filesystem>
#include <map>

using namespace glassformer;

namespace fs = std::filesystem;

namespace {

const QDir fixtures(GLASSFORMER_TEST_DATA "/tokenizers/older");

using Folder = std::map<std::string, std::string>;

Folder filesOf(const std::string& model)
{
    Folder files;
    for (const fs::directory_entry& file :
        fs::directory_iterator(fs::path(GLASSFORMER_TEST_DATA) / "models" / model))
        if (file.path().extension() != ".safetensors")
            files[file.path().filename().string()] = readFile(file.path(), 1u << 24);
    return files;
}

Tokenizer read(const Folder& files)
{
    const Json config = parseJson(files.at("config.json"), "config.json");
    return readTokenizer(MemoryFiles(files), config.find("model_type")->text());
}

/** The multilingual Marian: the tiny one with two languages and an entry that source.spm has no piece for. */
Folder multilingualMarian()
{
    Folder files = filesOf("marian");
    std::string& vocabulary = files["vocab.json"];
    vocabulary.insert(vocabulary.rfind('}'), R"(,">>fr<<":145,">>de<<":146,"☃":147)");
    return files;
}

} // namespace

/**
 * Tokenizers whose folder has no tokenizer.json: what their files say of special and added tokens, and what is put
 * around a text.
 */
class TestOlderTokenizers : public QObject
{
    Q_OBJECT

private slots:
    void giveTheIdsOfTheReference_data();
    void giveTheIdsOfTheReference();
    void mbart50ForcesItsLanguageAsTheFirstWord();
    void marianReadsLanguageCodesBeforeAText();
    void marianKnowsWhatItsSourceHasNoPieceFor();
    void addedTokensAreDecodedAsTheyStand();
};

void TestOlderTokenizers::giveTheIdsOfTheReference_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : fixtures.entryList({QStringLiteral("*.json")}))
        QTest::newRow(qPrintable(name)) << name;
    QCOMPARE(fixtures.entryList({QStringLiteral("*.json")}).size(), 10);
}

/** tests/parity/tokenizers/README.md says how the answers were made. */
void TestOlderTokenizers::giveTheIdsOfTheReference()
{
    QFETCH(QString, name);
    const std::string file = fixtures.filePath(name).toStdString();
    const Json fixture = parseJson(readFile(file, 1 << 24), file);
    Folder files = filesOf(fixture.find("from")->text());
    files.erase("tokenizer_config.json");
    for (const JsonMember& text : fixture.find("texts")->members())
        files[text.key] = text.value.text();
    for (const JsonMember& bytes : fixture.find("bytes")->members())
        files[bytes.key] = bytesOfBase64(bytes.value.text()).value();
    const Tokenizer tokenizer = read(files);
    for (const Json& answer : fixture.find("answers")->items()) {
        const std::string& text = answer.find("text")->text();
        std::vector<int> ids;
        for (const Json& id : answer.find("ids")->items())
            ids.push_back(static_cast<int>(id.integer()));
        QVERIFY2(tokenizer.encode(text).ids() == ids, text.c_str());
    }
}

/**
 * transformers, MBart-50: "the target language id is used as the first generated token"; the source is
 * "[lang_code] X [eos]", and there are 52 languages.
 */
void TestOlderTokenizers::mbart50ForcesItsLanguageAsTheFirstWord()
{
    Folder files = filesOf("mbart");
    QVERIFY(!read(files).specialTokens().target_is_first_word);
    QCOMPARE(read(files).specialTokens().targets.size(), std::size_t(25));
    files["tokenizer_config.json"] = R"({"tokenizer_class":"MBart50Tokenizer","src_lang":"fr_XX"})";
    const Tokenizer tokenizer = read(files);
    const SpecialTokens& special = tokenizer.specialTokens();
    QVERIFY(special.target_is_first_word);
    QCOMPARE(special.targets.size(), std::size_t(52));
    QCOMPARE(special.mask, special.targets.at("sl_SI") + 1);
    const std::vector<int> ids = tokenizer.encode("it", "pt_XX").ids();
    QCOMPARE(ids.front(), special.targets.at("fr_XX"));
    QCOMPARE(ids.back(), special.end);
    // Where the settings name no class, their language codes, or config.json, tell which mBART it is.
    files["tokenizer_config.json"] = R"({"language_codes":"ML50"})";
    QVERIFY(read(files).specialTokens().target_is_first_word);
    files["tokenizer_config.json"] = "{}";
    files["config.json"] = R"({"model_type":"mbart","tokenizer_class":"MBart50Tokenizer"})";
    QVERIFY(read(files).specialTokens().target_is_first_word);
}

/** transformers, Marian: "if a model can output multiple languages, you should specify a language code by prepending
 * the desired output language to the src_text": ">>fr<< this is a sentence". */
void TestOlderTokenizers::marianReadsLanguageCodesBeforeAText()
{
    const Tokenizer tokenizer = read(multilingualMarian());
    QCOMPARE(tokenizer.specialTokens().targets, (std::map<std::string, int>{{"de", 146}, {"fr", 145}}));
    std::vector<int> ids = tokenizer.encode("the animal").ids();
    ids.insert(ids.begin(), 145);
    QCOMPARE(tokenizer.encode(">>fr<< the animal").ids(), ids);
    QCOMPARE(tokenizer.encode("the animal", "fr").ids(), ids);
    // The text's own code goes first.
    QCOMPARE(tokenizer.encode(">>fr<<the animal", "de").ids(), ids);
    QCOMPARE(tokenizer.encode(">>fr<< the animal").tokens[0].span, (TextSpan{0, 6}));
    ids.front() = tokenizer.specialTokens().unknown;
    QCOMPARE(tokenizer.encode(">>xx<< the animal").ids(), ids);
    QVERIFY_EXCEPTION_THROWN(tokenizer.encode("the animal", "xx"), Error);
    // Only before a text.
    QVERIFY(tokenizer.encode("the >>fr<< animal").ids()[1] != 145);
}

void TestOlderTokenizers::marianKnowsWhatItsSourceHasNoPieceFor()
{
    // MarianTokenizer looks up what sentencepiece gives as text, a character without a piece too.
    const Tokenizer tokenizer = read(multilingualMarian());
    const std::vector<int> ids = tokenizer.encode("the ☃ animal").ids();
    QVERIFY(std::find(ids.begin(), ids.end(), 147) != ids.end());
    QCOMPARE(tokenizer.decode(ids), std::string("the ☃ animal"));
    const std::vector<int> none = tokenizer.encode("the ☄ animal").ids();
    QVERIFY(std::find(none.begin(), none.end(), tokenizer.specialTokens().unknown) != none.end());
}

void TestOlderTokenizers::addedTokensAreDecodedAsTheyStand()
{
    Folder files = filesOf("llama");
    files["added_tokens.json"] = R"({"wombat":320,"<gap>":321})";
    files["special_tokens_map.json"] = R"({"mask_token":"<gap>"})";
    const Tokenizer tokenizer = read(files);
    const Encoding encoding = tokenizer.encode("wombat it<gap>");
    const std::vector<int> ids = encoding.ids();
    QCOMPARE(ids.back(), 321);
    QVERIFY(std::find(ids.begin(), ids.end(), 320) != ids.end());
    QCOMPARE(tokenizer.decode(ids), std::string("wombat it"));
    QVERIFY(encoding.tokens.back().is_special);
    QCOMPARE(encoding.tokens.back().span, (TextSpan{9, 14}));
    QCOMPARE(tokenizer.specialTokens().mask, 321);
}

QTEST_APPLESS_MAIN(TestOlderTokenizers)
#include "tst_older_tokenizers.moc"
