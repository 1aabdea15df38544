#include "app/session/history.h"
#include "app/start/last_time.h"
#include "app/start/start_options.h"
#include "app/window/look/settings.h"
#include "core/model/changes/change.h"
#include "tests/builders/compared_window.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace glassformer;

/** A comparison comes back with a link, with the next start and with undo: both runs, each with its own changes. */
class TestCompareLink : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        settings().clear();
        m_shown = open();
        QVERIFY(m_shown.opened);
    }
    void cleanup()
    {
        m_shown = {};
        settings().clear();
    }

    void aCopiedLinkShowsBothSentencesAgain()
    {
        compareWith(QStringLiteral("The animal didn't cross the street because it was too old."));
        m_shown.right().toggle(off);
        m_shown.left().toggle(other_off);
        settle(m_shown);
        const std::string text = m_shown.right().request().text;
        m_shown.action("copy-link")->trigger();

        const ComparedWindow other = open();
        other.action("open-link")->trigger();
        QTRY_VERIFY(pages(other).comparedWith() == ComparedWith::Sentence);
        settle(other);
        QTRY_COMPARE(other.right().request().text, text);
        QTRY_COMPARE(other.right().request().changes, Changes{off});
        QCOMPARE(other.left().request().changes, Changes{other_off});
        QCOMPARE(other.left().request().text, std::string(tired_sentence));
        QVERIFY(!pages(other).isPatching());
    }

    void theTableOfVectorsComesBackToo()
    {
        m_shown.action("patch-table")->trigger();
        settle(m_shown);
        m_shown.action("copy-link")->trigger();
        const ComparedWindow other = open();
        other.action("open-link")->trigger();
        QTRY_VERIFY(pages(other).isPatching());
        settle(other);
        QCOMPARE(other.rightText(), QString::fromLatin1(wide_sentence));
        // It is the twin still, and goes with the sentence on the left.
        other.left().runText(QString::fromLatin1(wide_sentence), QStringLiteral("fr"));
        settle(other);
        QTRY_COMPARE(other.rightText(), QString::fromLatin1(tired_sentence));
    }

    void aCopiedLinkShowsTheSecondModelAgain()
    {
        m_shown.action("compare")->trigger();
        m_shown.view()->comparison().openOnRight(QStringLiteral(GLASSFORMER_TEST_DATA "/models/marian"));
        QTRY_COMPARE(QString::fromStdString(m_shown.right().model().transformer.config.name),
            QStringLiteral("marian"));
        m_shown.right().toggle(off);
        settle(m_shown);
        m_shown.action("copy-link")->trigger();
        const ComparedWindow other = open();
        other.action("open-link")->trigger();
        QTRY_VERIFY(pages(other).comparedWith() == ComparedWith::Model);
        QTRY_COMPARE(
            QString::fromStdString(other.right().model().transformer.config.name), QStringLiteral("marian"));
        settle(other);
        QCOMPARE(other.right().request().changes, Changes{off});
    }

    void aLinkToOneRunEndsTheComparison()
    {
        m_shown.action("copy-link")->trigger();
        compareWith(QString::fromLatin1(wide_sentence));
        m_shown.action("open-link")->trigger();
        QTRY_VERIFY(!pages(m_shown).isComparing());
    }

    void theNextStartShowsItAgain()
    {
        compareWith(QStringLiteral("The animal didn't cross the street because it was too old."));
        keepForNextTime(m_shown.left(), m_shown.window());
        const std::optional<ComparedView> kept = firstView({}).over({}).compared;
        QVERIFY(kept);
        QCOMPARE(*kept, *m_shown.window().compared());
        const ComparedWindow next = open();
        next.window().showCompared(kept);
        settle(next);
        QCOMPARE(*next.window().compared(), *kept);
    }

    void itIsUndoneAndRedone()
    {
        QAction* const undo = m_shown.action("undo");
        QAction* const redo = m_shown.action("redo");
        compareWith(QStringLiteral("The animal didn't cross the street because it was too old."));
        const ComparedView before = *pages(m_shown).compared();
        m_shown.right().toggle(off);
        settle(m_shown);
        const ComparedView changed = *pages(m_shown).compared();
        QVERIFY(changed != before);
        undo->trigger();
        QTRY_VERIFY(*pages(m_shown).compared() == before);
        settle(m_shown);
        redo->trigger();
        QTRY_VERIFY(*pages(m_shown).compared() == changed);
        settle(m_shown);
        for (int i = 0; i < 3 && pages(m_shown).isComparing(); ++i) {
            undo->trigger();
            settle(m_shown);
        }
        QVERIFY(!pages(m_shown).isComparing());
        QCOMPARE(m_shown.left().request().text, std::string(tired_sentence));
    }

private:
    static ComparedWindow open()
    {
        return windowToCompare(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QString::fromLatin1(tired_sentence), QStringLiteral("fr"));
    }
    static Pages& pages(const ComparedWindow& shown) { return *shown.window().findChild<Pages*>(); }
    static void settle(const ComparedWindow& shown)
    {
        QTRY_VERIFY(!shown.left().isBusy() && !pages(shown).isBusy());
        QCoreApplication::processEvents();
    }
    void compareWith(const QString& text)
    {
        m_shown.action("compare-sentence")->trigger();
        settle(m_shown);
        m_shown.view()->comparison().readOnRight(text);
        settle(m_shown);
        QCOMPARE(m_shown.rightText(), text);
    }

    const Change off = headOff({AttentionSite::Encoder, 1, 2}),
                 other_off = feedForwardOff(AttentionSite::Encoder, 0);
    ComparedWindow m_shown;
};

QTEST_MAIN(TestCompareLink)
#include "tst_compare_link.moc"
