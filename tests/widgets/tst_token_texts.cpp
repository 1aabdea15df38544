#include "core/trace/step/step_list.h"
#include "tests/builders/trace_builder.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/pictures/trace_content.h"
#include "widgets/steps/output/next_word_view.h"
#include "widgets/steps/step_entry.h"

#include <QPushButton>
#include <QtTest>

using namespace glassformer;

namespace {

/** Every token named so, with its place behind: texts with another name differ in nothing but the name. */
Trace named(const std::string& name)
{
    Trace trace = TraceBuilder().build();
    for (std::vector<Token>* tokens : {&trace.source, &trace.target, &trace.written})
        for (Token& token : *tokens)
            token.text = name;
    return trace;
}

} // namespace

/** Tokens are whatever a file or a user holds: nothing in them is a place holder, markup or a shortcut. */
class TestTokenTexts : public QObject
{
    Q_OBJECT

private slots:
    void explanationsTakeNoTokenForAFormat_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
            {"%1", "%L1", "%2", "%3", "100%2", "%0A", "%%1", "<b>x</b>", "a_b^c*d`e{q:f}", "&amp;"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void explanationsTakeNoTokenForAFormat()
    {
        QFETCH(QString, name);
        const QString plain = QStringLiteral("QQQ");
        const auto strange_run = std::make_shared<const Trace>(named(name.toStdString()));
        const auto plain_run = std::make_shared<const Trace>(named(plain.toStdString()));
        ExplanationPanel panel;
        for (const StepKind step : stepsOf(*plain_run)) {
            Selection selection;
            selection.step = step;
            selection.query = 3;
            selection.key = 2;
            selection.token = 3;
            selection.position = 3;
            selection.dimension = 1;
            panel.setContent(explanationOf({*plain_run, selection}));
            QString expected = panel.findChild<ExplanationPage*>()->plainText();
            expected.replace(plain, name);
            panel.setContent(explanationOf({*strange_run, selection}));
            QCOMPARE(panel.findChild<ExplanationPage*>()->plainText(), expected);
        }
    }

    void aButtonShowsAnAmpersand()
    {
        NextWordView view;
        view.showRun(std::make_shared<const Trace>(named("R&D")), {});
        for (const QPushButton* button : view.findChildren<QPushButton*>()) {
            QVERIFY(button->shortcut().isEmpty());
            QVERIFY(!button->text().contains(u'R') || button->text().contains(QStringLiteral("R&&D")));
        }
    }

    void noBlockOfTheMachineHasAShortcut()
    {
        ArchitectureMap map;
        map.showRun(std::make_shared<const Trace>(named("R&D")), {});
        const auto blocks = map.findChildren<MapBlock*>();
        QVERIFY(!blocks.isEmpty());
        for (const MapBlock* block : blocks)
            QVERIFY2(block->shortcut().isEmpty(), qPrintable(block->text()));
    }
};

QTEST_MAIN(TestTokenTexts)
#include "tst_token_texts.moc"
