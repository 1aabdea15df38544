#include "core/error.h"
#include "small_vocabulary.h"

#include <QTest>

using namespace glassformer;

namespace {

const QByteArray good_special = R"({"padding":0,"start":1,"end":2,"unknown":3,"targets":{"fr":4}})";

/** A list of all that a vocabulary needs, then `more`: for example ,"The". */
QByteArray list(const QByteArray& more = {})
{
    QByteArray json = "[";
    for (const std::string& entry : smallEntries({}))
        json += '"' + QByteArray::fromStdString(entry) + "\",";
    json.chop(1);
    return json + more + "]";
}

QByteArray file(const QByteArray& entries, const QByteArray& special = good_special,
    const QByteArray& head = R"("format":"glassformer-wordpiece","version":1)")
{
    return "{" + head + ",\"special\":" + special + ",\"entries\":" + entries + "}";
}

JoinerTokenizer read(const QByteArray& json)
{
    return JoinerTokenizer::fromJson(json.toStdString(), "tokenizer.json");
}

} // namespace

class TestJoinerTokenizerFile : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItNeeds();
    void writesWhatItReads();
    void keepsMaskAndLayout();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void refusesTooManyEntries();
};

void TestJoinerTokenizerFile::readsWhatItNeeds()
{
    const JoinerTokenizer tokenizer = read(file(list(",\"The\",\"￭.\"")));
    QCOMPARE(tokenizer.size(), first_text_id + 2);
    QCOMPARE(tokenizer.entry(first_text_id + 1), std::string("￭."));
    QCOMPARE(tokenizer.token(first_text_id + 1).text, std::string("."));
    QCOMPARE(tokenizer.specialTokens().targets.at("fr"), 4);
    QVERIFY(tokenizer.token(4).is_special);
    QCOMPARE(tokenizer.token(5 + 'A').text, std::string("A"));
    QCOMPARE(tokenizer.token(5 + 9).text, std::string("⇥"));
}

void TestJoinerTokenizerFile::writesWhatItReads()
{
    const JoinerTokenizer tokenizer = smallTokenizer({"The", "l'￭", "￭.", "中", "\"", "\\"});
    const JoinerTokenizer again = JoinerTokenizer::fromJson(tokenizer.toJson(), "again");
    QCOMPARE(again.toJson(), tokenizer.toJson());
    QCOMPARE(again.encode("The l'中.", "fr").ids(), tokenizer.encode("The l'中.", "fr").ids());
}

void TestJoinerTokenizerFile::keepsMaskAndLayout()
{
    const QByteArray special = QByteArray(good_special).replace("\"targets\"", "\"mask\":261,\"targets\"");
    const JoinerTokenizer tokenizer = read(file(list(",\"[MASK]\",\"The\""), special,
        R"("format":"glassformer-wordpiece","version":1,"layout":"beginning")"));
    QCOMPARE(tokenizer.specialTokens().mask, 261);
    QVERIFY(tokenizer.layout() == TextLayout::Beginning);
    QCOMPARE(tokenizer.encode("The").ids(), (std::vector<int>{1, 262}));
    const JoinerTokenizer again = read(QByteArray::fromStdString(tokenizer.toJson()));
    QCOMPARE(again.toJson(), tokenizer.toJson());
    QCOMPARE(again.encode("The [MASK]").ids(), tokenizer.encode("The [MASK]").ids());
}

void TestJoinerTokenizerFile::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    const QString name = "tokenizer.json";
    const auto row = [&name](const char* what, const QByteArray& json, const char* field) {
        QTest::newRow(what) << json << (name + field);
    };
    row("empty", "", "");
    row("cut off", file(list()).chopped(1), "");
    row("more behind", file(list()) + "x", "");
    row("invalid UTF-8", file(list(",\"caf\xE9\"")), "");
    row("lone surrogate", file(list(",\"\\ud800\"")), "");
    row("a list", "[]", "");
    row("deep nesting", QByteArray(100000, '['), "");
    row("deep nesting in a field", file(QByteArray(50, '[') + QByteArray(50, ']')), "");
    row("key twice", "{\"format\":1,\"format\":1}", "");
    row("language twice", file(list(), QByteArray(good_special).replace("\"fr\":4", "\"fr\":4,\"fr\":4")),
        "");
    row("unknown key", file(list(), good_special, R"("a":1,"format":"glassformer-wordpiece","version":1)"),
        "");
    row("no version", file(list(), good_special, R"("format":"glassformer-wordpiece")"), "");
    row("other format", file(list(), good_special, R"("format":"bpe","version":1)"), ", format");
    row("next version", file(list(), good_special, R"("format":"glassformer-wordpiece","version":2)"),
        ", version");
    row("version 1.0", file(list(), good_special, R"("format":"glassformer-wordpiece","version":1.0)"),
        ", version");
    row("special is a list", file(list(), "[]"), ", special");
    row("special lacks end", file(list(), QByteArray(good_special).replace("\"end\":2,", "")), ", special");
    row("targets is null", file(list(), QByteArray(good_special).replace("{\"fr\":4}", "null")),
        ", special.targets");
    row("mask of another entry",
        file(list(), QByteArray(good_special).replace("\"targets\"", "\"mask\":3,\"targets\"")),
        ", special.mask");
    row("unknown layout",
        file(list(), good_special, R"("format":"glassformer-wordpiece","version":1,"layout":"verse")"),
        ", layout");
    row("id is text", file(list(), QByteArray(good_special).replace(":2,", ":\"2\",")), ", special.end");
    row("id is 2.0", file(list(), QByteArray(good_special).replace(":2,", ":2.0,")), ", special.end");
    row("id is negative", file(list(), QByteArray(good_special).replace(":2,", ":-1,")), ", special.end");
    row("id beyond entries", file(list(), QByteArray(good_special).replace(":2,", ":261,")), ", special.end");
    row("id overflows", file(list(), QByteArray(good_special).replace(":2,", ":4294967298,")),
        ", special.end");
    row("id of another entry", file(list(), QByteArray(good_special).replace(":2,", ":3,")), ", special.end");
    row("id of another language", file(list(), QByteArray(good_special).replace("\"fr\"", "\"zh\"")),
        ", special.targets.zh");
    row("entries is an object", file("{}"), ", entries");
    row("no entries", file("[]"), ", special.padding");
    row("entry is a number", file(list(",7")), ", entries[261]");
    row("entry twice", file(list(",\"a\",\"b\",\"a\"")), ", entries[263]");
    row("byte twice", file(list(",\"<0x41>\"")), ", entries[261]");
    row("byte missing", file(list().replace("<0x41>", "<0x4a>")), ", entries");
    row("empty entry", file(list(",\"\"")), ", entries[261]");
    row("only a mark", file(list(",\"￭\"")), ", entries[261]");
    row("only marks", file(list(",\"￭￭\"")), ", entries[261]");
    row("mark inside", file(list(",\"a￭b\"")), ", entries[261]");
    row("endless entry", file(list(",\"" + QByteArray(129, 'a') + "\"")), ", entries[261]");
}

void TestJoinerTokenizerFile::refusesHostileFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    try {
        read(json);
        QFAIL("no error");
    } catch (const Error& error) {
        QVERIFY2(QString::fromStdString(error.text().where.english()).startsWith(where), error.what());
        QVERIFY(!error.text().found.english().empty());
        QVERIFY(!error.text().expected.english().empty());
        QVERIFY(!error.text().remedy.english().empty());
    }
}

void TestJoinerTokenizerFile::refusesTooManyEntries()
{
    QByteArray more;
    for (int i = 0; i < 1'000'000; ++i)
        more += ",\"" + QByteArray::number(i) + '"';
    try {
        read(file(list(more)));
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(QString::fromStdString(error.text().found.english()), QString("1000261 entries"));
    }
}

QTEST_APPLESS_MAIN(TestJoinerTokenizerFile)
#include "tst_joiner_tokenizer_file.moc"
