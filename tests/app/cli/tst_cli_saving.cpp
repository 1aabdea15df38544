#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace {

const QString sentence = QStringLiteral("The dog slept because it was tired.");

struct Result
{
    int status = -1;
    bool has_crashed = false;
    QByteArray errors;
};

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/** `glassformer-cli trace --out` where it must not or cannot write: rows 22, 37 and 38 of the list of bad inputs. */
class TestCliSaving : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void row22_theOpenModelStaysAsItIs()
    {
        for (const char* name : {"config.json", "model.safetensors", "tokenizer.json"})
            QVERIFY(
                QFile::copy(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator/") + name, path(name)));
        for (const char* name : {"config.json", "model.safetensors", "tokenizer.json"}) {
            const QByteArray before = content(path(name));
            const Result result = trace(path(name), {"--model", m_dir->path()});
            QCOMPARE(result.status, 1);
            QVERIFY2(result.errors.contains("a file of the model that is open"), result.errors.constData());
            QVERIFY(content(path(name)) == before);
        }
        QCOMPARE(trace(m_dir->path(), {"--model", m_dir->path()}).status, 1);
        QCOMPARE(trace(path("run.safetensors"), {"--model", m_dir->path()}).status, 0);
    }

    void row37_whatCannotBeWrittenIsTold_data()
    {
        QTest::addColumn<QString>("out");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a folder") << "folder" << QByteArray("a folder; expected a file");
        QTest::newRow("below a file") << "old/run" << QByteArray("a folder that does not exist");
        QTest::newRow("folder removed") << "none/run" << QByteArray("a folder that does not exist");
        QTest::newRow("write-protected") << "protected" << QByteArray("write-protected");
        QTest::newRow("full disk") << "/dev/full" << QByteArray("no room for");
        QTest::newRow("name too long") << QString(300, 'n') << QByteArray("nnn");
    }
    void row37_whatCannotBeWrittenIsTold()
    {
        QFETCH(QString, out);
        QFETCH(QByteArray, says);
        QVERIFY(QDir(m_dir->path()).mkdir("folder"));
        write(path("old"), "old");
        write(path("protected"), "old");
        QVERIFY(QFile::setPermissions(path("protected"), QFileDevice::ReadOwner));
        const Result result = trace(out.startsWith('/') ? out : path(out));
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains(says), result.errors.constData());
        QCOMPARE(content(path("old")), QByteArray("old"));
        QCOMPARE(content(path("protected")), QByteArray("old"));
        QVERIFY(leftovers().isEmpty());
    }

    void row37_aLimitOfFileSizesLeavesTheOldFile()
    {
#ifdef Q_OS_UNIX
        write(path("run"), "old");
        const auto limit = [] {
            const rlimit small{64 << 10, 64 << 10};
            setrlimit(RLIMIT_FSIZE, &small);
        };
        const Result result = trace(path("run"), {}, limit);
        QVERIFY(!result.has_crashed);
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("no room for"), result.errors.constData());
        QCOMPARE(content(path("run")), QByteArray("old"));
        QVERIFY(leftovers().isEmpty());
#else
        QSKIP("no such limits here");
#endif
    }

    /** Killed at 50 moments of its run, more of them near its end, where it writes. */
    void row38_killedAtAnyMomentItLeavesTheOldFileOrTheNew()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(trace(path("whole")).status, 0);
        const qint64 whole_time = timer.nsecsElapsed() / 1000;
        const QByteArray whole = content(path("whole"));
        QVERIFY(whole.size() > 100'000);
        QRandomGenerator random(38);
        for (int i = 0; i < 50; ++i) {
            write(path("run"), "old");
            QProcess process;
            process.start(
                QStringLiteral(GLASSFORMER_CLI), {"trace", "--text", sentence, "--out", path("run")});
            const double share = i < 10 ? random.generateDouble() : 0.7 + 0.5 * random.generateDouble();
            QThread::usleep(static_cast<unsigned long>(share * double(whole_time)));
            process.kill();
            QVERIFY(process.waitForFinished(10'000));
            const QByteArray left = content(path("run"));
            QVERIFY2(left == "old" || left == whole, qPrintable(QString::number(left.size())));
        }
    }

private:
    QString path(const QString& name) const
    {
        return m_dir->filePath(name);
    }

    /** Half-written files that a run left behind. */
    QStringList leftovers() const
    {
        return QDir(m_dir->path()).entryList({".glassformer-*"}, QDir::Files | QDir::Hidden);
    }

    Result trace(
        const QString& out, const QStringList& more = {}, const std::function<void()>& before = {}) const
    {
        QProcess process;
#ifdef Q_OS_UNIX
        if (before)
            process.setChildProcessModifier(before);
#endif
        process.start(
            QStringLiteral(GLASSFORMER_CLI), QStringList{"trace", "--text", sentence, "--out", out} + more);
        process.waitForFinished(60'000);
        return {
            process.exitCode(), process.exitStatus() == QProcess::CrashExit, process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestCliSaving)
#include "tst_cli_saving.moc"
