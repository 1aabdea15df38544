#include "core/error.h"
#include "core/file/json/strict_json.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace glassformer;

namespace {

QString complaint(const std::string& bytes)
{
    try {
        parseJson(bytes, "config.json");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

std::string nested(int levels)
{
    const auto count = static_cast<std::size_t>(levels);
    return std::string(count, '[') + std::string(count, ']');
}

std::string openObjects(int levels)
{
    std::string text;
    for (int i = 0; i < levels; ++i)
        text += "{\"a\":";
    return text;
}

} // namespace

class TestStrictJson : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryKind()
    {
        const Json json =
            parseJson(R"({"n":null,"t":true,"i":-3,"d":1.5,"s":"\u00e9\n","a":[1,[]],"o":{}})", "f");
        QVERIFY(json.find("n")->isNull());
        QCOMPARE(json.find("t")->boolean(), true);
        QCOMPARE(json.find("i")->integer(), std::int64_t{-3});
        QCOMPARE(json.find("i")->number(), -3.0);
        QCOMPARE(json.find("d")->number(), 1.5);
        QCOMPARE(json.find("s")->text(), std::string("\xC3\xA9\n"));
        QCOMPARE(json.find("a")->items().size(), std::size_t{2});
        QVERIFY(json.find("o")->members().empty());
        QVERIFY(json.find("missing") == nullptr);
    }

    void keepsWholeAndOtherNumbersApart()
    {
        QVERIFY(parseJson("1", "f").kind() == Json::Kind::Integer);
        QVERIFY(parseJson("1.0", "f").kind() == Json::Kind::Number);
        QVERIFY(parseJson("1e3", "f").kind() == Json::Kind::Number);
        QCOMPARE(parseJson("9223372036854775807", "f").integer(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(parseJson("-9223372036854775808", "f").integer(), std::numeric_limits<std::int64_t>::min());
    }

    void keepsTheOrderOfKeys()
    {
        const Json json = parseJson(R"({"z":1,"a":2,"m":3})", "f");
        QCOMPARE(json.members()[0].key, std::string("z"));
        QCOMPARE(json.members()[2].key, std::string("m"));
        QCOMPARE(json.find("m")->integer(), std::int64_t{3});
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("blanks around") << QByteArray(" \t\r\n{} \n");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}");
        QTest::newRow("64 levels") << QByteArray::fromStdString(nested(64));
        QTest::newRow("escaped NUL") << QByteArray(R"("\u0000")");
        QTest::newRow("same key in two objects") << QByteArray(R"({"a":{"a":1}})");
        QTest::newRow("four-byte character") << QByteArray("\"\xF0\x9F\x98\x80\"");
    }
    void accepts()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(complaint(bytes.toStdString()), QString());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << says;
        };
        row("nothing", "", "ends too early, at byte 0");
        row("blanks alone", "  ", "ends too early");
        row("cut in a list", "[1, 2", "ends too early, at byte 5");
        row("cut in a text", "\"abc", "ends too early");
        row("line named", "{\n\"a\": 1,\n\"b\" 2}", "line 3");
        row("equal keys", R"({"a":1,"b":2,"a":1})", "config.json: the field a twice");
        row("equal keys deep inside", R"({"x":[0,{"a":1,"a":2}]})", "config.json, x[1]: the field a twice");
        row("equal keys in two spellings", R"({"a":1,"\u0061":2})", "the field a twice");
        row("2^63", R"({"n":9223372036854775808})", "config.json, n: the whole number 9223372036854775808");
        row("2^64", R"({"n":[1,18446744073709551616]})",
            "config.json, n[1]: the whole number 18446744073709551616");
        row("-2^63-1", "-9223372036854775809", "the whole number -9223372036854775809");
        row("number too large", "[1e999]", "a number that is too large");
        row("NaN", "[NaN]", "a mistake at byte 1");
        row("infinity", "[Infinity]", "a mistake at byte 1");
        row("minus infinity", "[-Infinity]", "a mistake at byte 2");
        row("leading zero", "[01]", "a mistake at byte 2");
        row("hexadecimal", "[0x10]", "a mistake at byte 2");
        row("plus sign", "[+1]", "a mistake");
        row("comment", "{} // fine", "a mistake");
        row("comma at the end", "[1,]", "a mistake");
        row("single quotes", "{'a':1}", "a mistake");
        row("key without quotes", "{a:1}", "a mistake");
        row("bytes after the value", "{} x", "a mistake at byte 3");
        row("second value", "1 2", "a mistake at byte 2");
        row("NUL and more after the value", std::string("{}\0{", 4), "a NUL byte at byte 2");
        row("control character in a text", "\"a\nb\"", "a mistake");
        row("lone surrogate", R"("\ud800")", "a mistake");
        row("65 levels", nested(65), "nested too deeply");
        row("a million open brackets", std::string(1'000'000, '['), "nested too deeply");
        row("two hundred open objects", openObjects(200), "nested too deeply");
        row("cut character", "\"\xE6\xBC", "UTF-8, at byte 1");
        row("overlong slash", "\"\xC0\xAF\"", "UTF-8, at byte 1");
        row("overlong in three bytes", "\"\xE0\x80\xAF\"", "UTF-8, at byte 1");
        row("surrogate in UTF-8", "\"ab\xED\xA0\x80\"", "UTF-8, at byte 3");
        row("beyond the last character", "\"\xF4\x90\x80\x80\"", "UTF-8, at byte 1");
        row("Latin-1", "{\"caf\xE9\":1}", "UTF-8, at byte 5");
        row("UTF-16", std::string("\xFF\xFE{\0}\0", 6), "a NUL byte");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QString said = complaint(bytes.toStdString());
        QVERIFY2(said.contains(says), qPrintable("said: " + said));
        QVERIFY2(said.startsWith("config.json"), qPrintable("names the file: " + said));
        QVERIFY(said.size() < 300);
    }

    void refusesTooManyValues()
    {
        std::string many = "[0";
        for (int i = 0; i < 4'000'000; ++i)
            many += ",0";
        QVERIFY(complaint(many + "]").contains("more than 4000000 values"));
    }

    void writesOnOneLine()
    {
        const Json json = Json::object({{"a", 1}, {"b", Json::array({1.0, 0.1, true, nullptr})},
            {"c", Json::object({})}, {"d", "q\"\\\n\x01\xC3\xA9"}});
        QCOMPARE(jsonText(json),
            std::string(
                "{\"a\":1,\"b\":[1.0,0.1,true,null],\"c\":{},\"d\":\"q\\\"\\\\\\n\\u0001\xC3\xA9\"}"));
    }

    void writesForPeople()
    {
        const Json json = Json::object({{"shape", Json::array({2, 3})}, {"none", Json::array({})},
            {"layers", Json::array({Json::object({{"heads", 4}}), 7})}});
        QCOMPARE(jsonText(json, 2), std::string(R"({
  "shape": [2, 3],
  "none": [],
  "layers": [
    {
      "heads": 4
    },
    7
  ]
})"));
    }

    void numbersSurviveWritingAndReading()
    {
        for (const double number :
            {0.1, 1.0 / 3.0, 1e300, 5e-324, -0.0, 1.7976931348623157e308, 123456789.0}) {
            const Json back = parseJson(jsonText(number), "f");
            QVERIFY(back.kind() == Json::Kind::Number);
            QVERIFY(back.number() == number && std::signbit(back.number()) == std::signbit(number));
        }
        for (const std::int64_t number : {std::numeric_limits<std::int64_t>::min(), std::int64_t{0},
                 std::numeric_limits<std::int64_t>::max()})
            QCOMPARE(parseJson(jsonText(number), "f").integer(), number);
        QCOMPARE(jsonText(0.1), std::string("0.1"));
    }

    void refusesToWriteWhatJsonCannotHold()
    {
        QVERIFY_EXCEPTION_THROWN(jsonText(std::nan("")), Error);
        QVERIFY_EXCEPTION_THROWN(jsonText(Json::array({-std::numeric_limits<double>::infinity()})), Error);
        QVERIFY_EXCEPTION_THROWN(jsonText("\xFF"), Error);
        QVERIFY_EXCEPTION_THROWN(Json(~std::uint64_t{0}), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(Json::object({{"a", 1}, {"a", 2}}), std::invalid_argument);
    }
};

QTEST_APPLESS_MAIN(TestStrictJson)
#include "tst_strict_json.moc"
