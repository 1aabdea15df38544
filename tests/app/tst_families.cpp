#include "app/window/look/window_style.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/look/line_text.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/machine/step_bar.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QSlider>
#include <QtTest>

#include <memory>
#include <set>

using namespace glassformer;

/** The real window with a folder of every family dropped on it: each of its steps has a picture, in both languages. */
class TestFamilies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new WindowStyle); } // its scroll bars take room
    void everyStepHasAPicture_data();
    void everyStepHasAPicture();
    void everyStepFitsASmallWindow_data() { everyStepHasAPicture_data(); }
    void everyStepFitsASmallWindow();
    void everyHeadCanBeChosen_data() { everyStepHasAPicture_data(); }
    void everyHeadCanBeChosen();
    void theMachineNamesEachSumAndEachNormOfALayerOnce_data() { everyStepHasAPicture_data(); }
    void theMachineNamesEachSumAndEachNormOfALayerOnce();
    void aTokenIsNoMarkup();
    void onlyOurOwnModelsAreSaidToKnowASmallWorld();

private:
    static std::unique_ptr<OpenedWindow> open(const QString& folder, const QString& text);
};

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models");
const QString bundled = QStringLiteral(GLASSFORMER_RESOURCES "/models");

void drop(const QString& folder, QWidget& window)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

/** Whether anything was drawn: more than the few colours of an empty card. */
bool hasPicture(QWidget& view)
{
    const QImage image = view.grab().toImage();
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    return colours.size() > 8;
}

} // namespace

std::unique_ptr<OpenedWindow> TestFamilies::open(const QString& folder, const QString& text)
{
    std::unique_ptr<OpenedWindow> opened = openWindow(bundled + "/next-word", text);
    if (!opened)
        return nullptr;
    opened->window->resize(1280, 720);
    drop(folder, *opened->window);
    const auto is_there = [&opened, &folder] {
        return !opened->session->isBusy()
            && opened->session->model().folder() == std::filesystem::path(folder.toStdString());
    };
    if (!QTest::qWaitFor(is_there, 20'000))
        return nullptr;
    return opened;
}

void TestFamilies::everyStepHasAPicture_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("text");
    for (const QString& name : QDir(models).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << models + '/' + name << "The cat sat on the mat.";
    QTest::newRow("bundled gap") << bundled + "/gap"
                                 << "The animal was too [MASK].";
    QTest::newRow("bundled next-word") << bundled + "/next-word"
                                       << "The animal was too";
}

void TestFamilies::everyStepHasAPicture()
{
    QFETCH(QString, folder);
    QFETCH(QString, text);
    const std::unique_ptr<OpenedWindow> opened = open(folder, text);
    QVERIFY(opened);
    Session& session = *opened->session;
    QVERIFY(session.steps().size() >= 13);
    for (const char* language : {"en", "zh_CN"}) {
        opened->language.choose(QString::fromLatin1(language));
        for (std::size_t step = 0; step < session.steps().size(); ++step) {
            session.goToStep(static_cast<int>(step));
            StepView* view = opened->window->currentView();
            QVERIFY(view);
            const std::string id(stepId(session.steps()[step]));
            QVERIFY2(hasPicture(*view), id.c_str());
            QVERIFY2(!entryOf(session.steps()[step]).title(session.trace()->config).isEmpty(), id.c_str());
        }
    }
}

/** Random weights write what no language has: words of a hundred letters, bytes that are no characters. */
void TestFamilies::everyStepFitsASmallWindow()
{
    QFETCH(QString, folder);
    QFETCH(QString, text);
    const std::unique_ptr<OpenedWindow> opened = open(folder, text);
    QVERIFY(opened);
    MainWindow& window = *opened->window;
    window.resize(1024, 600);
    for (std::size_t step = 0; step < opened->session->steps().size(); ++step) {
        opened->session->goToStep(static_cast<int>(step));
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::processEvents();
        const std::string id(stepId(opened->session->steps()[step]));
        QVERIFY2(window.width() == 1024, id.c_str());
        const auto widthLeft = [](const QScrollArea* area) {
            return area->viewport()->width() - area->widget()->width();
        };
        QVERIFY2(widthLeft(window.findChild<ArchitectureMap*>()) >= 0, id.c_str());
        QVERIFY2(widthLeft(window.findChild<ExplanationPanel*>()) >= 0, id.c_str());
        QTRY_VERIFY2(widthLeft(window.currentView()->findChild<QScrollArea*>()) >= 0, id.c_str());
        if (const auto* slider = window.findChild<QSlider*>(); slider->isVisible())
            QVERIFY2(slider->width() >= 80, id.c_str());
    }
}

void TestFamilies::theMachineNamesEachSumAndEachNormOfALayerOnce()
{
    QFETCH(QString, folder);
    QFETCH(QString, text);
    const std::unique_ptr<OpenedWindow> opened = open(folder, text);
    QVERIFY(opened);
    const ModelConfig& config = opened->session->trace()->config;
    int sums = 0, norms = 0;
    for (const auto* block :
        opened->window->findChild<ArchitectureMap*>()->findChildren<QAbstractButton*>()) {
        sums += block->text().startsWith(QStringLiteral("Add"));
        norms += block->text() == QStringLiteral("Layer norm") || block->text() == QStringLiteral("RMSNorm");
    }
    const int blocks = config.hasCrossAttention() ? 5 : 2;
    QCOMPARE(sums, blocks);
    QCOMPARE(norms, blocks);
}

/** Also in families whose layers share their weights, or whose heads share keys. */
void TestFamilies::everyHeadCanBeChosen()
{
    QFETCH(QString, folder);
    QFETCH(QString, text);
    const std::unique_ptr<OpenedWindow> opened = open(folder, text);
    QVERIFY(opened);
    Session& session = *opened->session;
    const ModelConfig& config = session.trace()->config;
    for (std::size_t step = 0; step < session.steps().size(); ++step) {
        if (!showsHead(session.steps()[step]))
            continue;
        session.goToStep(static_cast<int>(step));
        const AttentionSite site = session.site();
        const int layers = layersOf(config, site);
        for (int layer = 0; layer < layers; ++layer) {
            session.chooseLayer(layer);
            for (int head = 0; head < config.n_heads; ++head) {
                session.chooseHead(head);
                QCoreApplication::processEvents();
                QCOMPARE(session.selection().layerOf(site), layer);
                QCOMPARE(session.selection().head, head);
                QVERIFY(!session.isRemoved({site, layer, head}));
            }
        }
    }
}

void TestFamilies::aTokenIsNoMarkup()
{
    const std::unique_ptr<OpenedWindow> opened =
        open(models + "/bart", QStringLiteral("The bridge was wide."));
    QVERIFY(opened);
    opened->session->goToStep(static_cast<int>(opened->session->steps().size()) - 1);
    Selection start = opened->session->selection();
    start.position = 0;
    opened->session->select(start);
    int texts = 0;
    for (const QLabel* label : opened->window->findChildren<QLabel*>()) {
        if (!label->text().contains(QStringLiteral("<s>")))
            continue;
        ++texts;
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY2(texts > 0, "the start token is the first that it is about to write");
}

void TestFamilies::onlyOurOwnModelsAreSaidToKnowASmallWorld()
{
    const std::unique_ptr<OpenedWindow> other = open(models + "/gpt2", QStringLiteral("The zebra sat."));
    QVERIFY(other);
    QVERIFY(other->window->findChild<QLabel*>(QStringLiteral("note"))->text().isEmpty());
    const std::unique_ptr<OpenedWindow> own =
        open(bundled + "/next-word", QStringLiteral("The xylophone was too"));
    QVERIFY(own);
    QVERIFY(own->window->findChild<QLabel*>(QStringLiteral("note"))
                ->text()
                .contains(QStringLiteral("xylophone")));
}

QTEST_MAIN(TestFamilies)
#include "tst_families.moc"
