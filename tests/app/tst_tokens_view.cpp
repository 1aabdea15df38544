#include "tests/builders/opened_window.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/words/normal_text.h"
#include "widgets/steps/step_view.h"

#include <QtTest>

#include <algorithm>

using namespace glassformer;

/** The step of tokens: what was typed beside what is cut, whatever the tokenizer. */
class TestTokensView : public QObject
{
    Q_OBJECT

    NormalText* normal() { return m_opened->window->currentView()->findChild<NormalText*>(); }
    QString written()
    {
        QStringList texts;
        for (const Card* card : m_opened->window->currentView()->findChildren<Card*>())
            texts << card->remark();
        return texts.join(u'\n');
    }
    void open(const QString& model, const QString& text, const QString& language = {})
    {
        m_opened = openWindow(model, text, language);
        QVERIFY(m_opened);
        m_opened->window->resize(1280, 720);
        QVERIFY(QTest::qWaitForWindowExposed(m_opened->window.get()));
        Selection look = m_opened->session->selection();
        look.step = StepKind::Tokens;
        m_opened->session->select(look);
    }

private slots:
    void cleanup() { m_opened.reset(); }

    void aTextThatIsCutAsItWasTypedSaysSo()
    {
        open(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The dog ate the cake."), QStringLiteral("fr"));
        QVERIFY(!normal()->isVisible());
        QVERIFY(written().contains(QStringLiteral("exactly as it was typed")));
    }

    void whatWasChangedStandsBesideWhatWasTyped_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("cut");
        const QString data = QStringLiteral(GLASSFORMER_TEST_DATA "/models/");
        QTest::newRow("joiner") << QStringLiteral(GLASSFORMER_RESOURCES "/models/gap")
                                << QStringLiteral("The \uff24og slept.") << QStringLiteral("\uff24")
                                << QStringLiteral("D");
        QTest::newRow("word pieces") << data + QStringLiteral("bert") << QStringLiteral("the Animal")
                                     << QStringLiteral("A") << QStringLiteral("a");
        QTest::newRow("sentence pieces") << data + QStringLiteral("t5") << QStringLiteral("the \ufb01sh")
                                         << QStringLiteral("\ufb01") << QStringLiteral("fi");
    }
    void whatWasChangedStandsBesideWhatWasTyped()
    {
        QFETCH(QString, model);
        QFETCH(QString, text);
        QFETCH(QString, typed);
        QFETCH(QString, cut);
        open(model, text);
        QVERIFY(normal()->isVisible());
        const std::vector<NormalTextPart>& parts = normal()->content().parts;
        QVERIFY(std::any_of(parts.begin(), parts.end(), [&](const NormalTextPart& part) {
            return part.is_changed && part.typed == typed && part.cut == cut;
        }));
        QVERIFY(normal()->accessibleDescription().contains(typed));
    }

private:
    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestTokensView)
#include "tst_tokens_view.moc"
