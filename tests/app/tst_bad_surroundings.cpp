#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

/**
 * The real program in surroundings that nobody wishes for: rows 36 and 40 of the list of bad inputs. It is started,
 * paints its first picture and ends by itself; a crash, a hang or a refusal to start is a failure.
 */
class TestBadSurroundings : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert("QT_QPA_PLATFORM", "offscreen");
        m_environment.insert("XDG_CONFIG_HOME", m_dir->path());
        QVERIFY(QDir(m_dir->path()).mkdir("Glassformer"));
        m_settings = m_dir->filePath("Glassformer/Glassformer.conf");
    }

    void row36_startsWithDamagedSettings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("[view]\nlanguage=zh_CN\nthe");
        QTest::newRow("cut in a heading") << QByteArray("[view]\nlanguage=zh_CN\n[fi");
        QTest::newRow("no settings at all") << QByteArray("\x7F"
                                                          "ELF\x02\x01\0\0\xFF\xFE[[[\n]=\n\n=\n%",
            22);
        QTest::newRow("values of no meaning") << QByteArray(
            "[view]\nlanguage=xx_YY\ntheme=@Invalid()\n[file]\nrecentModels=@Variant(\\0\\0\\0\\x7f)\n");
        QTest::newRow("values of other kinds") << QByteArray(
            "[view]\nlanguage=a, b, c\ntheme=@Size(3 4)\n[file]\nrecentModels=@Rect(1 2 3 4)\n");
        QTest::newRow("of a newer version") << QByteArray(
            "[General]\nversion=99\n[view]\nlanguage=en\ntheme=sepia\n[window]\nlayout=\"x\"\n");
        QTest::newRow("a million keys") << "[view]\n" + QByteArray("key=value\n").repeated(1'000'000);
        QTest::newRow("one long line") << "[view]\ntheme=" + QByteArray(5'000'000, 'x');
    }
    void row36_startsWithDamagedSettings()
    {
        QFETCH(QByteArray, bytes);
        write(m_settings, bytes);
        requireFirstPicture();
    }

    void row36_damagedSettingsAreKeptInACopy()
    {
        const QByteArray cut = "[view]\nlanguage=zh_CN\n[fi";
        write(m_settings, cut);
        QCOMPARE(QSettings(m_settings, QSettings::IniFormat).status(), QSettings::FormatError);
        requireFirstPicture();
        QFile copy(m_settings + ".damaged");
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), cut);
    }

    void row36_settingsThatAreAFolderOrMayNotBeRead()
    {
        QVERIFY(QDir().mkpath(m_settings));
        requireFirstPicture();
        m_environment.insert("XDG_CONFIG_HOME", "/dev/null");
        requireFirstPicture();
    }

    void row40_startsAnywhere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value"); ///< "-": not set
        const auto row = [](const char* what, const char* name, const QString& value) {
            QTest::newRow(what) << name << value;
        };
        row("C locale", "LC_ALL", "C");
        row("no such locale", "LC_ALL", "xx_YY.EBCDIC");
        row("no home", "HOME", "-");
        row("home that is no folder", "HOME", "/dev/null");
        row("home that cannot be written", "HOME", "/proc");
        row("no settings folder and no home", "XDG_CONFIG_HOME", "-");
        row("no D-Bus", "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        row("three times the size", "QT_SCALE_FACTOR", "3");
        row("half the size", "QT_SCALE_FACTOR", "0.5");
        row("no runtime folder", "XDG_RUNTIME_DIR", "-");
        row("dark desktop without a theme", "QT_QPA_PLATFORMTHEME", "nonesuch");
    }
    void row40_startsAnywhere()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        if (value == "-")
            m_environment.remove(name);
        else
            m_environment.insert(name, value);
        if (name == "XDG_CONFIG_HOME")
            m_environment.insert("HOME", "/proc");
        requireFirstPicture();
        requireFirstPicture({"--lang", "zh_CN"});
    }

    void row40_startsWithoutAnyFont_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh_CN";
    }
    void row40_startsWithoutAnyFont()
    {
        QFETCH(QString, language);
        write(m_dir->filePath("fonts.conf"),
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
        m_environment.insert("FONTCONFIG_FILE", m_dir->filePath("fonts.conf"));
        requireFirstPicture({"--lang", language});
    }

    void row40_opensAModelFromAFolderOfAnyName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("quotes") << "it's a \"model\" `$HOME`";
        QTest::newRow("line end") << "two\nlines";
        QTest::newRow("Chinese") << "模型";
        QTest::newRow("255 bytes") << QString(255, 'n');
        QTest::newRow("per cent and ampersand") << "100%1 <b>&amp;</b>";
        QTest::newRow("dash") << "-model";
        QTest::newRow("blanks") << "  ";
    }
    void row40_opensAModelFromAFolderOfAnyName()
    {
        QFETCH(QString, name);
        const QString folder = m_dir->filePath(name);
        QVERIFY(QDir().mkpath(folder));
        const QDir from(GLASSFORMER_TEST_DATA "/models/gpt2");
        for (const QString& file : from.entryList(QDir::Files))
            QVERIFY(QFile::copy(from.filePath(file), folder + '/' + file));
        requireFirstPicture({"--model", folder, "--text", "The cat"});
    }

    void aFolderThatIsNotThereIsTold()
    {
        const Started started = start({"--model", m_dir->filePath("none")});
        QVERIFY(!started.has_crashed);
        QCOMPARE(started.status, 1);
        QVERIFY2(started.errors.contains("no model and no folder of this name"), started.errors.constData());
    }

    void helpNeedsNoDisplay()
    {
        for (const QString locale : {"C.UTF-8", "zh_CN.UTF-8"}) {
            QProcessEnvironment environment = m_environment;
            for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
                environment.remove(name);
            environment.insert(QStringLiteral("LC_ALL"), locale);
            QProcess process;
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(GLASSFORMER_PROGRAM), {"--help"});
            QVERIFY(process.waitForFinished(20'000));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 0);
            QVERIFY(process.readAllStandardOutput().contains("--view"));
        }
    }

private:
    struct Started
    {
        int status = -1;
        bool has_crashed = true;
        QByteArray errors;
    };

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    Started start(const QStringList& arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(GLASSFORMER_PROGRAM), QStringList{"--benchmark-start"} + arguments);
        const bool has_ended = process.waitForFinished(20'000);
        return {process.exitCode(), !has_ended || process.exitStatus() != QProcess::NormalExit,
            process.readAllStandardError()};
    }

    void requireFirstPicture(const QStringList& arguments = {}) const
    {
        const Started started = start(arguments);
        QVERIFY2(!started.has_crashed, started.errors.constData());
        QVERIFY2(started.status == 0, started.errors.constData());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QProcessEnvironment m_environment;
    QString m_settings;
};

QTEST_GUILESS_MAIN(TestBadSurroundings)
#include "tst_bad_surroundings.moc"
