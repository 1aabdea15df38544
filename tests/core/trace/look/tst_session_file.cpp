#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/trace/look/session_file.h"
#include "core/trace/step/step_list.h"

#include <QtTest>

#include <functional>

using namespace glassformer;

namespace {

const std::string where = "lesson.glassformer";

/** What a person is told of a session that is refused; empty if it is read. */
QString refusal(const std::string& text)
{
    try {
        sessionFromText(text, where);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

std::string session(const std::string& members)
{
    return R"({"format": "glassformer-session", "version": 1, "program": "Glassformer 9", )" + members + "}";
}

std::string fixture()
{
    return readFile(GLASSFORMER_TEST_DATA "/sessions/version-1.glassformer", largest_session);
}

} // namespace

class TestSessionFile : public QObject
{
    Q_OBJECT

private slots:
    void versionOneIsReadForEver()
    {
        const SessionFile read = sessionFromText(fixture(), where);
        QCOMPARE(read.program, std::string("Glassformer 0.1.0"));
        QCOMPARE(read.places.size(), 2U);
        QVERIFY(read.place && *read.place == 1);
        QCOMPARE(read.places[0].name, std::string("The pronoun"));
        QCOMPARE(read.places[0].note, std::string("Ask first: what is “it”?"));
        const View pronoun = read.places[0].view.over({});
        QCOMPARE(pronoun.model.name, std::string("translator"));
        QCOMPARE(pronoun.request.target_language, std::string("fr"));
        QCOMPARE(pronoun.selection.step, StepKind::Softmax);
        QCOMPARE(pronoun.selection.encoder_layer, 2);
        QCOMPARE(pronoun.selection.head, 3);
        QVERIFY(pronoun.selection.query == 8 && !pronoun.selection.key);
        QCOMPARE(read.places[1].name, std::string("一个头关闭"));
        QVERIFY(read.places[1].note.empty());
        QCOMPARE(read.places[1].view.over({}).request.changes.size(), 1U);
        QCOMPARE(read.view.over({}).request.text, std::string("The dog slept."));
        QCOMPARE(read.view.over({}).model.digest, std::string("0123456789abcdef0123456789abcdef"));
    }

    void whatIsWrittenIsReadAsItWas()
    {
        SessionFile written;
        written.program = "Glassformer 0.1.0";
        written.saved_as = "/home/a/课.glassformer";
        View view;
        view.model = {"gap", "0123456789abcdef0123456789abcdef"};
        view.request.text = "a \"quoted\"\nline & 狗";
        view.selection.step = StepKind::Scores;
        written.view = ViewText::of(view);
        for (int i = 0; i < 3; ++i) {
            view.selection.head = i;
            written.places.push_back({"place " + std::to_string(i), "note\n", ViewText::of(view)});
        }
        written.place = 2;
        const SessionFile read = sessionFromText(sessionText(written), where);
        QVERIFY(read.places == written.places);
        QVERIFY(read.place == written.place);
        QCOMPARE(read.saved_as, written.saved_as);
        QCOMPARE(read.program, written.program);
        QVERIFY(read.view.over({}) == written.view.over({}));
        QVERIFY(sessionText(read) == sessionText(written));
    }

    void oneBeginsWithWhatWasShownOrElseWithTheFirstPlace()
    {
        SessionFile session = sessionFromText(fixture(), where);
        QCOMPARE(session.beginning().over({}).request.text, std::string("The dog slept."));
        session.view = {};
        QVERIFY(session.beginning().over({}).request.text.find("too tired") != std::string::npos);
        session.places.clear();
        QVERIFY(session.beginning().fields().empty());
    }

    void aNewerVersionIsRefusedByItsNameWhateverElseItHolds()
    {
        const QString told = refusal(R"({"format": "glassformer-session", "version": 7,
            "program": "Glassformer 3.2", "places": {"new": "form"}, "camera": 1})");
        QVERIFY2(told.contains("version 7") && told.contains("Glassformer 3.2"), qPrintable(told));
        QVERIFY2(told.contains("version 1 or older") && told.contains("newer one"), qPrintable(told));
        QVERIFY(refusal(R"({"format": "glassformer-session", "version": 9223372036854775807})")
                    .contains("version 9223372036854775807"));
    }

    void whatIsDamagedIsToldWithFileAndField_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const std::string& text, const char* field) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromUtf8(field);
        };
        row("nothing", "", "lesson.glassformer");
        row("no JSON", "{\"format\"", "byte");
        row("another file", "{}", "format");
        row("another format", R"({"format": "svg"})", "format");
        row("no version", R"({"format": "glassformer-session"})", "version");
        row("version zero", R"({"format": "glassformer-session", "version": 0})", "version");
        row("version text", R"({"format": "glassformer-session", "version": "1"})", "version");
        row("version half", R"({"format": "glassformer-session", "version": 1.5})", "version");
        row("version huge", R"({"format": "glassformer-session", "version": 18446744073709551616})",
            "version");
        row("no places", session(R"("place": null)"), "places");
        row("places no list", session(R"("places": {})"), "places");
        row("place no object", session(R"("places": [7])"), "places[0]");
        row("no name", session(R"("places": [{"view": {}}])"), "places[0]");
        row("name a number", session(R"("places": [{"name": 1, "view": {}}])"), "places[0].name");
        row("no view", session(R"("places": [{"name": "a"}])"), "places[0]");
        row("view a list", session(R"("places": [{"name": "a", "view": []}])"), "places[0].view");
        row("note a list", session(R"("places": [{"name": "a", "note": [], "view": {}}])"), "places[0].note");
        row("unknown field of a place", session(R"("places": [{"name": "a", "view": {}, "x": 1}])"), "\"x\"");
        row("unknown field", session(R"("places": [], "colour": 1)"), "\"colour\"");
        row("view with an unknown field", session(R"("places": [{"name": "a", "view": {"colour": 1}}])"),
            "places[0].view, colour");
        row("view of a negative head", session(R"("places": [{"name": "a", "view": {"head": -1}}])"),
            "places[0].view, head");
        row("head beyond all numbers", session(R"("view": {"head": 2147483648}, "places": [])"),
            "view, head");
        row("step of no name", session(R"("view": {"step": "dance"}, "places": [])"), "view, step");
        row("damaged digest", session(R"("view": {"digest": "xyz"}, "places": [])"), "view, digest");
        row("place of none", session(R"("places": [], "place": 0)"), "place");
        row("place behind the last", session(R"("places": [{"name": "a", "view": {}}], "place": 1)"),
            "place");
        row("place below the first", session(R"("places": [{"name": "a", "view": {}}], "place": -1)"),
            "place");
        row("place null", session(R"("places": [{"name": "a", "view": {}}], "place": null)"), "place");
        row("twice the same", session(R"("places": [], "places": [])"), "places");
    }
    void whatIsDamagedIsToldWithFileAndField()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        const QString told = refusal(text.toStdString());
        QVERIFY2(told.contains(QString::fromStdString(where)), qPrintable(told));
        QVERIFY2(told.contains(field), qPrintable(told));
    }

    void aCutFileIsAlwaysRefused()
    {
        const std::string whole = fixture();
        const std::size_t end = whole.find_last_of('}');
        for (std::size_t size = 0; size <= end; ++size)
            QVERIFY2(!refusal(whole.substr(0, size)).isEmpty(), std::to_string(size).c_str());
    }

    void whatIsTooMuchIsRefused()
    {
        std::string places;
        for (std::size_t i = 0; i <= most_places; ++i)
            places += (i ? "," : "") + std::string(R"({"name": "a", "view": {}})");
        QVERIFY(refusal(session("\"places\": [" + places + "]")).contains("at most 1000 places"));
        const std::string name(longest_place_name + 1, 'a'), note(longest_place_note + 1, 'a');
        QVERIFY(refusal(session(R"("places": [{"name": ")" + name + R"(", "view": {}}])"))
                    .contains("places[0].name"));
        QVERIFY(refusal(session(R"("places": [{"name": "a", "note": ")" + note + R"(", "view": {}}])"))
                    .contains("places[0].note"));
    }

    void aViewIsReadFromALinkFromJsonAndFromASession()
    {
        QCOMPARE(viewFromText(" glassformer:?head=2\n", "a").over({}).selection.head, 2);
        QCOMPARE(viewFromText("{\"head\": 2}", "a").over({}).selection.head, 2);
        QCOMPARE(viewFromText(fixture(), "a").over({}).request.text, std::string("The dog slept."));
        QVERIFY(isSession(fixture(), "a"));
        QVERIFY(!isSession("{\"head\": 2}", "a") && !isSession("[]", "a") && !isSession("7", "a"));
        QVERIFY_EXCEPTION_THROWN(viewFromText(session(R"("places": [])"), "a"), Error);
        QVERIFY_EXCEPTION_THROWN(viewFromText("{", "a"), Error);
    }
};

QTEST_APPLESS_MAIN(TestSessionFile)
#include "tst_session_file.moc"
