#include "app/models/model_card_dialog.h"
#include "app/models/model_list.h"
#include "tests/builders/opened_window.h"

#include <QAction>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QtTest>

#include <algorithm>

using namespace glassformer;

namespace {

/** Every number of two decimals and more, in any order: what was measured is the same in every language. */
QStringList figuresIn(const std::string& text)
{
    static const QRegularExpression figure(QStringLiteral("[0-9]+[.][0-9]{2,}"));
    QStringList figures;
    for (auto match = figure.globalMatch(QString::fromStdString(text)); match.hasNext();)
        figures << match.next().captured();
    figures.sort();
    return figures;
}

} // namespace

class TestModelCardDialog : public QObject
{
    Q_OBJECT

private slots:
    void everyBundledModel_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("translator") << "translator" << QStringLiteral("翻译模型");
        QTest::newRow("next-word") << "next-word" << QStringLiteral("续写模型");
        QTest::newRow("gap") << "gap" << QStringLiteral("填空模型");
        QCOMPARE(bundledModels().size(),
            std::size_t(3)); // a new model wants a row, and its card in both languages
    }
    void everyBundledModel()
    {
        QFETCH(QString, name);
        QFETCH(QString, chinese);
        const std::unique_ptr<OpenedWindow> opened = openWindow(
            QStringLiteral(GLASSFORMER_RESOURCES "/models/") + name, QStringLiteral("The animal"), {});
        QVERIFY(opened);
        const Files& files = *opened->session->model().files;
        QCOMPARE(figuresIn(files.bytes("README.zh_CN.md")), figuresIn(files.bytes("README.md")));

        QVERIFY(shownBy(*opened).startsWith(QStringLiteral("Model card: ") + name));
        opened->language.choose(QStringLiteral("zh_CN"));
        const QString shown = shownBy(*opened);
        QVERIFY2(shown.startsWith(QStringLiteral("模型说明：") + chinese), qPrintable(shown.left(60)));
        QVERIFY2(!shown.contains(QStringLiteral("Measured")), qPrintable(shown));
    }

    void aModelWithoutOneForALanguageShowsTheOther()
    {
        const std::unique_ptr<OpenedWindow> opened = openWindow(
            QStringLiteral(GLASSFORMER_RESOURCES "/models/gap"), QStringLiteral("The [MASK] sat."), {});
        opened->language.choose(QStringLiteral("zh_CN"));
        const ModelCardDialog dialog(opened->session->model(), QStringLiteral("de"), opened->window.get());
        QVERIFY(dialog.findChild<QTextBrowser*>()->toPlainText().startsWith(QStringLiteral("Model card")));
    }

private:
    static QString shownBy(const OpenedWindow& opened)
    {
        opened.window->findChild<QAction*>(QStringLiteral("about-model"))->trigger();
        auto* dialog = opened.window->findChild<ModelCardDialog*>();
        const QString text = dialog ? dialog->findChild<QTextBrowser*>()->toPlainText() : QString();
        delete dialog;
        return text;
    }
};

QTEST_MAIN(TestModelCardDialog)
#include "tst_model_card_dialog.moc"
