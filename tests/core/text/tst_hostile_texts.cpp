#include "core/error.h"
#include "core/file/bytes/folder_files.h"
#include "core/text/characters/unicode.h"
#include "core/text/files/tokenizer_files.h"

#include <QDir>
#include <QTest>

using namespace glassformer;

namespace fs = std::filesystem;

namespace {

const QString checkpoints = QStringLiteral(GLASSFORMER_TEST_DATA "/models");

/** Of a folder of tests/data/models, whichever files its tokenizer stands in. */
Tokenizer tokenizerOf(const std::string& model_folder)
{
    const FolderFiles files(fs::path(GLASSFORMER_TEST_DATA) / "models" / model_folder);
    const std::string config = files.bytes("config.json");
    const std::size_t begin = config.find('"', config.find("\"model_type\":") + 13) + 1;
    return readTokenizer(files, config.substr(begin, config.find('"', begin) - begin));
}

} // namespace

/**
 * Row 34 of the list of bad inputs, for the tokenizer of every family and file format. That the ids are those of the
 * reference is tested in tst_pipeline_tokenizer and tst_sentence_piece_tokenizer on texts of the same kinds; here
 * that nothing does worse than a message.
 */
class TestHostileTexts : public QObject
{
    Q_OBJECT

private slots:
    void validTextsGiveIdsAndValidTextAgain_data()
    {
        QTest::addColumn<QString>("model");
        for (const QString& name : QDir(checkpoints).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << name;
        QVERIFY(QDir(checkpoints).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 25);
    }
    void validTextsGiveIdsAndValidTextAgain()
    {
        QFETCH(QString, model);
        const Tokenizer tokenizer = tokenizerOf(model.toStdString());
        std::string marks = "e";
        for (int i = 0; i < 1000; ++i)
            marks += "\u0301";
        const std::string zero("a\0b\0", 4);
        for (const std::string& text : {std::string(), std::string(" "), std::string("\n \t\r\n"), marks,
                 zero, std::string("\uFEFFa\uFEFF"), std::string("a\u0085b\u180Ec\u00A0d\u2028e"),
                 std::string("\U0001F469\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"),
                 std::string("\u202Eabc\u202C\u2066x\u2069\u200F"),
                 std::string("\uFFFD\uFFFE\uFFFF\U0010FFFF"), std::string("\U000E0001\uE000\uFDD0"),
                 std::string("<s></s><unk><pad><mask>[CLS][SEP][MASK]<|endoftext|><0x41><extra_id_0>")}) {
            const Encoding encoding = tokenizer.encode(text);
            for (const Token& token : encoding.tokens) {
                QVERIFY(token.id >= 0 && token.id < tokenizer.size());
                QVERIFY(token.span.begin <= token.span.end && token.span.end <= text.size());
                QVERIFY(!firstInvalidByte(token.text));
            }
            QVERIFY(!firstInvalidByte(tokenizer.decode(encoding.ids())));
        }
    }

    void bytesThatAreNoTextAreRefusedOrReplaced_data() { validTextsGiveIdsAndValidTextAgain_data(); }
    void bytesThatAreNoTextAreRefusedOrReplaced()
    {
        QFETCH(QString, model);
        const Tokenizer tokenizer = tokenizerOf(model.toStdString());
        for (const char* text :
            {"a\xFF", "\xC3(", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\x80", "ab\xE4\xBD"}) {
            try {
                QVERIFY(!firstInvalidByte(tokenizer.decode(tokenizer.encode(text).ids())));
            } catch (const Error& error) {
                QVERIFY2(QString(error.what()).contains("UTF-8"), error.what());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestHostileTexts)
#include "tst_hostile_texts.moc"
