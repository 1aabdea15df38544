#include "core/error.h"
#include "core/file/json/strict_json.h"

#include <QTest>

#include <functional>

using namespace glassformer;

namespace {

const Json config =
    Json::object({{"d_model", 64}, {"name", "six"}, {"rate", 0.5}, {"tied", true}, {"none", nullptr},
        {"layers", Json::array({Json::object({{"heads", 4}}), Json::object({{"heads", "four"}})})}});

QString complaint(const std::function<void(const JsonField&)>& act)
{
    try {
        act(JsonField(config, "config.json"));
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestJsonField : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsThere()
    {
        const JsonField root(config, "config.json");
        QCOMPARE(root["d_model"].integer(1, 64), std::int64_t{64});
        QCOMPARE(root["d_model"].integer(64, 65), std::int64_t{64});
        QCOMPARE(root["d_model"].number(0, 64), 64.0);
        QCOMPARE(root["rate"].number(0.5, 1), 0.5);
        QCOMPARE(root["name"].text(), std::string("six"));
        QCOMPARE(root["name"].oneOf({"five", "six"}), std::string("six"));
        QCOMPARE(root["tied"].boolean(), true);
        QCOMPARE(root["layers"].size(), std::size_t{2});
        QCOMPARE(root["layers"].at(0)["heads"].integer(1, 8), std::int64_t{4});
        QVERIFY(!root.find("missing"));
        QVERIFY(root.find("none")->json().isNull());
        root["layers"].at(0).requireOnly({"heads", "width"});
    }

    void saysWhatIsWrong()
    {
        const auto says = [](const std::function<void(const JsonField&)>& act, const char* expected) {
            QCOMPARE(complaint(act), QString(expected));
        };
        says([](const JsonField& root) { root["name"].integer(1, 65536); },
            "config.json, name: the text \"six\"; expected a whole number from 1 to 65536");
        says([](const JsonField& root) { root["d_model"].integer(1, 63); },
            "config.json, d_model: the whole number 64; expected a whole number from 1 to 63");
        says([](const JsonField& root) { root["d_model"].integer(65, 99); },
            "config.json, d_model: the whole number 64; expected a whole number from 65 to 99");
        says([](const JsonField& root) { root["rate"].integer(0, 1); },
            "config.json, rate: the number 0.5; expected a whole number from 0 to 1");
        says([](const JsonField& root) { root["none"].integer(0, 1); },
            "config.json, none: null; expected a whole number from 0 to 1");
        says([](const JsonField& root) { root["rate"].number(0.6, 1); },
            "config.json, rate: the number 0.5; expected a number from 0.6 to 1");
        says([](const JsonField& root) { root["rate"].number(0, 0.4); },
            "config.json, rate: the number 0.5; expected a number from 0 to 0.4");
        says([](const JsonField& root) { root["tied"].number(0, 1); },
            "config.json, tied: true; expected a number from 0 to 1");
        says([](const JsonField& root) { root["layers"].text(); },
            "config.json, layers: a list; expected a text");
        says([](const JsonField& root) { root["d_model"].boolean(); },
            "config.json, d_model: the whole number 64; expected true or false");
        says([](const JsonField& root) { root.size(); }, "config.json: an object; expected a list");
        says([](const JsonField& root) { root["name"].find("x"); },
            "config.json, name: the text \"six\"; expected an object");
        says(
            [](const JsonField& root) {
                root["name"].oneOf({"pre", "post"});
            },
            "config.json, name: the text \"six\"; expected one of \"pre\", \"post\"");
        says([](const JsonField& root) { root["width"]; },
            "config.json: no field \"width\"; expected a field \"width\"");
        says([](const JsonField& root) { root["layers"].at(1)["heads"].integer(1, 8); },
            "config.json, layers[1].heads: the text \"four\"; expected a whole number from 1 to 8");
        says([](const JsonField& root) { root["layers"].at(0).requireOnly({"head"}); },
            "config.json, layers[0]: an unknown field \"heads\"; expected only \"head\"");
        says(
            [](const JsonField& root) {
                root["d_model"].refuse(Message::tr("a multiple of 3"), {}, Message::tr("Change it."));
            },
            "config.json, d_model: the whole number 64; expected a multiple of 3. Change it.");
    }

    void cutsLongTextsBetweenCharacters()
    {
        std::string text(59, 'x');
        text += "\xE6\xBC\xA2\n";
        const Json json = Json::object({{"a\nb", text}});
        try {
            JsonField(json, "f")["a\nb"].boolean();
            QFAIL("a text is no truth value");
        } catch (const Error& error) {
            QCOMPARE(error.text().where.english(), std::string("f, a?b"));
            QCOMPARE(error.text().found.english(), "the text \"" + std::string(59, 'x') + "...\"");
        }
    }
};

QTEST_APPLESS_MAIN(TestJsonField)
#include "tst_json_field.moc"
