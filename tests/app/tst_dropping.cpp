#include "app/figures/files/figure_origin.h"
#include "app/models/dropping.h"
#include "app/models/recent_models.h"
#include "tests/builders/opened_window.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace glassformer;

namespace {

const QString gpt2 = QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2/");
const QString bundled = QStringLiteral(GLASSFORMER_RESOURCES "/models/");

} // namespace

/** What is dropped on the window together is a model, or it is said what is missing. */
class TestDropping : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = openWindow(bundled + "next-word", QStringLiteral("The cat sat"));
        QVERIFY(m_opened);
        m_opened->language.choose(QStringLiteral("en"));
    }
    void cleanup() { m_opened.reset(); }

    void theFilesOfAModelOpenTogether()
    {
        const QStringList recent = recentModels();
        drop({gpt2 + "config.json", gpt2 + "model.safetensors", gpt2 + "vocab.json", gpt2 + "merges.txt"});
        QCOMPARE(family(), QStringLiteral("gpt2"));
        QVERIFY(session().model().folder().empty());
        QCOMPARE(recentModels(), recent); // there is no folder to open again
        QVERIFY(note().isEmpty());
    }

    void aViewInAFileOfItsOwnIsShown()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.glassformer")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("glassformer:?model=next-word&text=The%20dog%20slept&step=softmax");
        file.close();
        drop({file.fileName()});
        QTRY_COMPARE(session().trace()->source_text, std::string("The dog slept"));
        QVERIFY(note().isEmpty());
    }

    void aFigureOpensTheViewThatItShows()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.svg"));
        const auto write = [&path](const QByteArray& link) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(svgWithOrigin("<svg xmlns=\"http://www.w3.org/2000/svg\"><defs></defs></svg>",
                {link.toStdString(), "", "Glassformer"}));
        };
        write("glassformer:?model=next-word&digest=0123456789abcdef0123456789abcdef&text=The%20dog%20ran&"
              "step=softmax&decoder_layer=1&"
              "head=1");
        openDropped(session(), {path.toStdU16String()});
        QTRY_COMPARE(session().trace()->source_text, std::string("The dog ran"));
        QTRY_COMPARE(session().selection().step, StepKind::Softmax);
        QCOMPARE(session().selection().head, 1);
        QTRY_VERIFY2(note().contains(QStringLiteral("made with another model")), qPrintable(note()));
        write("glassformer:?colour=red");
        openDropped(session(), {path.toStdU16String()});
        QTRY_VERIFY2(note().contains(QStringLiteral("colour")), qPrintable(note()));
    }

    void theFilesMayLieInDifferentFolders()
    {
        const QTemporaryDir other;
        const QString merges = other.filePath(QStringLiteral("merges.txt"));
        QVERIFY(QFile::copy(gpt2 + "merges.txt", merges));
        drop({gpt2 + "config.json", merges, gpt2 + "vocab.json", gpt2 + "model.safetensors"});
        QCOMPARE(family(), QStringLiteral("gpt2"));
    }

    void whatIsMissingIsNamed_data()
    {
        QTest::addColumn<QStringList>("dropped");
        QTest::addColumn<QString>("missing");
        QTest::newRow("no tokenizer")
            << QStringList{"config.json", "model.safetensors"} << "no tokenizer.json";
        QTest::newRow("half a tokenizer")
            << QStringList{"config.json", "model.safetensors", "vocab.json"} << "no merges.txt";
        QTest::newRow("no weights") << QStringList{"config.json", "vocab.json", "merges.txt"}
                                    << "no model.safetensors";
        QTest::newRow("no config") << QStringList{"model.safetensors", "vocab.json", "merges.txt"}
                                   << "no config.json";
    }
    void whatIsMissingIsNamed()
    {
        QFETCH(QStringList, dropped);
        QFETCH(QString, missing);
        for (QString& name : dropped)
            name.prepend(gpt2);
        refuses(dropped, missing);
        QVERIFY2(
            note().contains(QStringLiteral("Choose all files of the model together")), qPrintable(note()));
    }

    void weightsOfAnotherFormatAreNamedWithTheWayOut()
    {
        const QTemporaryDir folder;
        const QString bin = folder.filePath(QStringLiteral("pytorch_model.bin"));
        QVERIFY(QFile::copy(gpt2 + "model.safetensors", bin));
        refuses({gpt2 + "config.json", bin, gpt2 + "vocab.json", gpt2 + "merges.txt"},
            QStringLiteral("no model.safetensors, but pytorch_model.bin"));
        QVERIFY2(note().contains(QStringLiteral("save_pretrained")), qPrintable(note()));
    }

    void twoModelsAreNotMixed()
    {
        refuses({gpt2 + "config.json", bundled + "gap/config.json", gpt2 + "model.safetensors"},
            QStringLiteral("two files of the same name"));
        refuses({gpt2.chopped(1), bundled + "gap"}, QStringLiteral("a folder and something else"));
        refuses({gpt2.chopped(1), gpt2 + "config.json"}, QStringLiteral("a folder and something else"));
    }

    void aFolderAndAFileInItStandForTheModel()
    {
        drop({gpt2.chopped(1)});
        QCOMPARE(family(), QStringLiteral("gpt2"));
        drop({QStringLiteral(GLASSFORMER_TEST_DATA "/models/bert/config.json")});
        QCOMPARE(family(), QStringLiteral("bert"));
    }

    void aLinkToAnotherComputerIsNotTaken()
    {
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("https://example.org/model.safetensors"))});
        QVERIFY(!isAccepted(data));
        data.setUrls({QUrl::fromLocalFile(gpt2 + "config.json"), data.urls().first()});
        QVERIFY(!isAccepted(data));
        data.setUrls({});
        QVERIFY(!isAccepted(data));
    }

private:
    Session& session() const { return *m_opened->session; }
    QString family() const { return QString::fromStdString(session().trace()->config.family); }
    QString note() const { return m_opened->window->findChild<QLabel*>(QStringLiteral("note"))->text(); }

    bool isAccepted(const QMimeData& data) const
    {
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(m_opened->window.get(), &enter);
        return enter.isAccepted();
    }

    void drop(const QStringList& paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        QVERIFY(isAccepted(data));
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_opened->window.get(), &event);
        QTRY_VERIFY_WITH_TIMEOUT(!session().isBusy(), 30'000);
    }

    void refuses(const QStringList& paths, const QString& reason)
    {
        const auto before = session().trace();
        drop(paths);
        QCOMPARE(session().trace(), before);
        QVERIFY2(note().contains(reason), qPrintable(note()));
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestDropping)
#include "tst_dropping.moc"
