#include "app/models/model_list.h"
#include "app/window/side_panel.h"
#include "core/experiment/effect/model_part.h"
#include "core/learn/evaluation/head_roles.h"
#include "tests/builders/opened_window.h"
#include "widgets/pictures/attention/map_multiples.h"
#include "widgets/pictures/numbers/effect_list.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace glassformer;

/** Evidence over many sentences, gathered in the real window by those who click. */
class TestEvidenceBank : public QObject
{
    Q_OBJECT

    Session& session() { return *m_opened->session; }
    template <typename Kind> Kind* child(const char* name)
    {
        return m_opened->window->findChild<Kind*>(QString::fromLatin1(name));
    }
    void open(const QString& model, const QString& text, const QString& to = {})
    {
        m_opened = openWindow(model, text, to);
        QVERIFY(m_opened);
        child<SidePanel>("side")->showEvidence(true);
    }
    void openTranslator()
    {
        open(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The animal didn't cross the street because it was too tired."),
            QStringLiteral("fr"));
    }
    void click(const char* button) { QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton); }
    static void click(RowPicture* picture, int row)
    {
        QTest::mouseClick(picture, Qt::LeftButton, {}, picture->rowRect(row).center().toPoint());
    }
    /** By the dialog that the chooser opens. */
    void chooseFile(const QString& path)
    {
        auto* const source = child<QComboBox>("bankSource");
        QTRY_VERIFY(source->count() > 1);
        source->setCurrentIndex(source->count() - 1);
        emit source->activated(source->currentIndex());
        auto* const dialog = m_opened->window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->selectFile(path);
        static_cast<QDialog*>(dialog)->accept();
    }
    QString written(const char* text)
    {
        const QString path = m_folder.filePath(QStringLiteral("own.txt"));
        QFile file(path);
        file.open(QIODevice::WriteOnly);
        file.write(text);
        return path;
    }

private slots:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void cleanup() { m_opened.reset(); }

    void twinsAreToldAsTheyComeAndOpenWithAClick()
    {
        openTranslator();
        click("headsTitle");
        auto* const finding = child<QLabel>("bankFinding");
        auto* const strong = child<EffectList>("strongExamples");
        QTRY_VERIFY_WITH_TIMEOUT(finding->text().contains(QStringLiteral("twins")), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(strong->effects().size() == 3, 60000);
        click("headsButton"); // enough: the rest would be of the same kind
        QTRY_VERIFY(child<QPushButton>("headsButton")->text() != QStringLiteral("Stop"));
        QVERIFY(finding->text().contains(QStringLiteral("% [")));
        const QString text = strong->effects().front().name;
        click(strong, 0);
        QTRY_COMPARE(QString::fromStdString(session().trace()->source_text), text);
        // Of the model, not of the run: it is still there.
        QVERIFY(!strong->effects().empty());
        // What the head sees in each of them, in small, once no other examples are to come.
        auto* const maps = child<MapMultiples>("weakMaps");
        QTRY_COMPARE(maps->maps().size(), std::size_t(3));
        const auto* const weak = child<EffectList>("weakExamples");
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(maps->maps()[i].text, weak->effects()[i].name);
            QCOMPARE(maps->maps()[i].name, weak->effects()[i].number);
        }
        const QString second = maps->maps()[1].text, third = maps->maps()[2].text;
        QTest::mouseClick(maps, Qt::LeftButton, {}, maps->mapRect(1).center().toPoint());
        QTRY_COMPARE(QString::fromStdString(session().trace()->source_text), second);
        maps->setFocus();
        QTest::keyClick(maps, Qt::Key_Right);
        QTest::keyClick(maps, Qt::Key_Return);
        QTRY_COMPARE(QString::fromStdString(session().trace()->source_text), third);
    }

    void theBestHeadsOpenAtTheirMaps()
    {
        openTranslator();
        click("headsTitle");
        auto* const best = child<EffectList>("bestHeads");
        QTRY_VERIFY_WITH_TIMEOUT(best->effects().size() > 1, 60000);
        click("headsButton");
        const QString name = best->effects()[1].name;
        click(best, 1);
        QVERIFY(showsWeights(session().selection().step));
        QVERIFY(name.contains(QStringLiteral("layer %1 ").arg(session().head().layer + 1)));
        QVERIFY(name.endsWith(QStringLiteral("head %1").arg(session().head().head + 1)));
    }

    void sentencesOfOnesOwnAreAskedInEveryFamily_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("text");
        QTest::newRow("bert") << QStringLiteral(GLASSFORMER_TEST_DATA "/models/bert")
                              << QStringLiteral("the cat [MASK] here .");
        QTest::newRow("gpt2") << QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2")
                              << QStringLiteral("The cat is here");
    }
    void sentencesOfOnesOwnAreAskedInEveryFamily()
    {
        QFETCH(QString, model);
        QFETCH(QString, text);
        open(model, text);
        click("headsTitle");
        // No translator of the bundled world: it says so.
        QTRY_VERIFY(!child<QPushButton>("headsButton")->isVisible());
        QVERIFY(!child<EffectList>("bestHeads")->isVisible());
        chooseFile(written("the cat is here\n\nthe dog is there\n"));
        auto* const finding = child<QLabel>("bankFinding");
        QTRY_VERIFY(finding->isVisible() && finding->text().contains(QStringLiteral("2 sentences")));
        QVERIFY(finding->text().contains(QStringLiteral("ln p")));
        QCOMPARE(child<EffectList>("strongExamples")->effects().size(), std::size_t(2));
        chooseFile(written("\n \n"));
        QVERIFY(finding->text().contains(QStringLiteral("no sentences")));
    }

    void knownKindsAreScoredAndTheirHeadsOpen()
    {
        open(QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2"), QStringLiteral("The cat is here"));
        click("kindsTitle");
        auto* const induction = child<EffectList>("kind2");
        QTRY_VERIFY(induction->effects().size() > 1 && !child<QPushButton>("kindsButton")->isVisible());
        const QString name = induction->effects()[1].name;
        click(induction, 1);
        QVERIFY(name.endsWith(QStringLiteral("head %1").arg(session().head().head + 1)));
        QVERIFY(showsWeights(session().selection().step));
    }

    void whatHeadsLookAtIsCountedAndTheirHeadsOpen()
    {
        openTranslator();
        click("rolesTitle");
        auto* const heads = child<EffectList>("roleHeads");
        QTRY_VERIFY_WITH_TIMEOUT(heads->isVisible() && heads->effects().size() > 3, 60000);
        // The same numbers as those that the model's card was made with.
        const auto roles = headRoles(*session().weights(), Corpus::read(*worldFiles("world")), 300, 20260101);
        double largest = 0;
        for (const HeadRoles& head : roles)
            largest = std::max(largest, head.is_removed || head.roles.empty() ? 0 : head.roles.front().share);
        QCOMPARE(heads->effects().front().share, largest);
        const QString name = heads->effects()[1].name;
        click(heads, 1);
        QVERIFY(name.endsWith(QStringLiteral("head %1").arg(session().head().head + 1)));
        QTRY_VERIFY(child<QLabel>("roleFinding")->text().startsWith(name));
        // A shared checkpoint that knows nothing of this world's languages says so.
        open(QStringLiteral(GLASSFORMER_TEST_DATA "/models/marian"), QStringLiteral("The cat"));
        click("rolesTitle");
        QTRY_VERIFY(!child<QPushButton>("rolesButton")->isVisible());
        QVERIFY(!child<EffectList>("roleHeads")->isVisible());
    }

    void whatAChangeDoesIsToldTwice()
    {
        openTranslator();
        session().toggleHead({AttentionSite::DecoderCross, 0, 0});
        auto* const answer = child<QLabel>("answer");
        QTRY_VERIFY(answer->text().contains(QStringLiteral("the same as before"))
            || answer->text().contains(QStringLiteral("before:")));
        QTRY_VERIFY2(answer->text().contains(QStringLiteral(" · p ")), qPrintable(answer->text()));
    }

private:
    std::unique_ptr<OpenedWindow> m_opened;
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestEvidenceBank)
#include "tst_evidence_bank.moc"
