#include "app/models/model_card.h"
#include "core/error.h"
#include "core/file/bytes/folder_files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace glassformer;

class TestModelCard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_config.encoder_layers = 4;
        m_config.decoder_layers = 2;
        m_config.n_heads = 4;
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aFolderWithoutCardHasAnEmptyOne()
    {
        const ModelCard card = read();
        QVERIFY(!card.pointing_head);
        QVERIFY(card.swaps.empty());
    }

    void readsHeadAndSwaps()
    {
        write(R"({"pointing_head": "encoder.3.head.1", "swaps": [["tired", "wide"]]})");
        const ModelCard card = read();
        QCOMPARE(card.pointing_head->layer, 3);
        QCOMPARE(card.pointing_head->head, 1);
        QCOMPARE(card.swaps.front().second, std::string("wide"));
    }

    void readsWhatItsHeadsDo()
    {
        write(R"({"sentences": 300, "heads": [{"name": "encoder.1.head.0", "removed": false,
            "roles": [{"role": "noun to adjective", "share": 0.864, "n": 96}]}]})",
            "roles.json");
        const MeasuredRoles roles = read().roles;
        QCOMPARE(roles.sentences, 300);
        QCOMPARE(roles.heads.size(), std::size_t(1));
        QCOMPARE(roles.heads[0].head.layer, 1);
        QCOMPARE(roles.heads[0].roles[0].role, std::string("noun to adjective"));
        QCOMPARE(roles.heads[0].roles[0].share, 0.864);
        QCOMPARE(roles.heads[0].roles[0].n, 96);
    }

    void refusesRolesThatCannotBe_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("a head that the model lacks") << QByteArray(
            R"({"sentences": 3, "heads": [{"name": "encoder.9.head.0", "removed": false, "roles": []}]})")
                                                     << QStringLiteral("encoder.9.head.0");
        QTest::newRow("a share above one")
            << QByteArray(R"({"sentences": 3, "heads": [{"name": "encoder.1.head.0", "removed": false,
                   "roles": [{"role": "itself", "share": 1.5, "n": 2}]}]})")
            << QStringLiteral("share");
        QTest::newRow("no sentence") << QByteArray(R"({"sentences": 0, "heads": []})")
                                     << QStringLiteral("sentences");
    }
    void refusesRolesThatCannotBe()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        write(json, "roles.json");
        try {
            read();
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString::fromStdString(error.what()).contains(named), error.what());
        }
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("a head that the model lacks")
            << QByteArray(R"({"pointing_head": "encoder.9.head.0"})") << QStringLiteral("encoder.9.head.0");
        QTest::newRow("a swap of three")
            << QByteArray(R"({"swaps": [["a", "b", "c"]]})") << QStringLiteral("swaps");
        QTest::newRow("an unknown field") << QByteArray(R"({"colour": 1})") << QStringLiteral("colour");
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        write(json);
        try {
            read();
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY2(QString::fromStdString(error.what()).contains(named), error.what());
        }
    }

private:
    ModelCard read() const { return readModelCard(FolderFiles(m_folder->path().toStdU16String()), m_config); }
    void write(const QByteArray& json, const char* name = "card.json") const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    }

    ModelConfig m_config;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestModelCard)
#include "tst_model_card.moc"
