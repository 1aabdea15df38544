// How long it takes from a key or a move of the mouse until the window is painted again: a step, another head, another
// cell, the pointer over the pictures. On the real window, in milliseconds, median and worst of all that was tried, and
// the median of the time that the processor worked for it.
// Usage: bench_glance [MODEL] [TOKENS] [WIDTHxHEIGHT]   (MODEL: translator, next-word, gap or a folder. Without: all three
// with 40 tokens and with as many as they read at 1440x900, and with 40 at 3840x2160; QT_SCALE_FACTOR=2 makes the letters of
// such a screen.)

#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"
#include "core/trace/step/step_list.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/attention/head_gallery.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/steps/step_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace glassformer;

namespace {

constexpr int rounds = 3;

/** Of this thread: on a busy machine this says more than the clock on the wall. */
double processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double medianOf(std::vector<double>& values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Times
{
    std::vector<double> all, processor;

    void add(const std::function<void()>& event)
    {
        QElapsedTimer timer;
        timer.start();
        const double begin = processorTime();
        event();
        QCoreApplication::processEvents(); // paints, and lays out before if that is asked for
        processor.push_back(processorTime() - begin);
        all.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    void print(const char* what, double budget)
    {
        if (all.empty())
            return;
        const double median = medianOf(all);
        std::printf("  %-24s median %6.1f  worst %6.1f  processor %6.1f   (of %zu; wanted %.0f)\n", what,
            median, all.back(), medianOf(processor), all.size(), budget);
    }
};

void settle(const Session& session)
{
    QElapsedTimer timer;
    timer.start();
    // What the window finds out on its own after a run goes on for some time.
    while (session.isBusy() || timer.elapsed() < 300)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

QString textOf(const Model& model, int tokens)
{
    if (model.transformer.config.max_length > 0) // special tokens have their room
        tokens = std::min(tokens, model.transformer.config.max_length - 4);
    const QStringList words =
        QStringLiteral("The animal didn't cross the street because it was too tired and the dog saw the cat")
            .split(u' ');
    QString text;
    for (int i = 0;; ++i) {
        const QString longer = text + (i ? QStringLiteral(" ") : QString()) + words[i % words.size()];
        if (int(model.tokenizer.encode(longer.toStdString()).tokens.size()) > tokens)
            return text;
        text = longer;
    }
}

/** The centre of some cells, one after the other: rows far apart, so that nothing that is remembered helps. */
std::vector<QPoint> placesIn(const HeatmapGeometry& geometry)
{
    std::vector<QPoint> places;
    for (int i = 0; i < 20; ++i) {
        const int row = geometry.rows > 0 ? i * 7 % geometry.rows : 0;
        const int column = geometry.columns > 0 ? i * 5 % geometry.columns : 0;
        places.push_back(geometry.cellRect(row, column).center().toPoint());
    }
    return places;
}

void move(QWidget& widget, const QPoint& at)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&widget, &event);
}

void measure(const QString& folder, int tokens, const QSize& size, double budget)
{
    InterfaceLanguage language;
    language.choose(QStringLiteral("en"));
    Theme theme;
    Session session(std::make_shared<const Model>(Model::load(folder.toStdU16String())));
    if (!session.runFirst(textOf(session.model(), tokens), {})) {
        std::printf("%s reads no text of %d tokens\n", qPrintable(folder), tokens);
        return;
    }
    MainWindow window(session, language, theme);
    window.resize(size);
    window.show();
    QApplication::setActiveWindow(&window);
    settle(session);
    std::printf("%s, %zu tokens, %dx%d\n", qPrintable(folder.section(u'/', -1)),
        session.trace()->source.size(), size.width(), size.height());
    const auto press = [&window](Qt::Key key) { QTest::keyClick(&window, key); };

    Times first, steps;
    const auto count = int(session.steps().size());
    for (int round = 0; round < rounds; ++round)
        for (int i = 1; i < 2 * count - 1; ++i)
            (round == 0 && i < count ? first : steps).add([&] {
                press(i < count ? Qt::Key_Right : Qt::Key_Left);
            });
    first.print("step, seen first", budget);
    steps.print("step", budget);

    for (const StepKind kind : {StepKind::Softmax, StepKind::MaskedAttention, StepKind::FeedForward}) {
        const auto& all = session.steps();
        const auto found = std::find(all.begin(), all.end(), kind);
        if (found == all.end())
            continue;
        session.goToStep(int(found - all.begin()));
        settle(session);
        std::printf(" %s\n", std::string(stepId(kind)).c_str());
        auto* map = window.currentView()->findChild<Heatmap*>();
        const std::vector<QPoint> places = placesIn(map->geometryNow());
        Times choices, hovers, heads, lines;
        for (int round = 0; round < rounds; ++round)
            for (const QPoint& at : places) {
                hovers.add([&] { move(*map, at); });
                choices.add([&] { QTest::mouseClick(map, Qt::LeftButton, {}, at); });
            }
        choices.print("another cell", budget);
        hovers.print("pointer over the map", budget);
        if (auto* picture = window.currentView()->findChild<AttentionLines*>();
            picture && picture->isVisible())
            for (int i = 0; i < 60; ++i)
                lines.add([&] { move(*picture, {20, 40 + i * (picture->height() - 60) / 60}); });
        lines.print("pointer over the lines", budget);
        if (showsHead(kind))
            for (int i = 0; i < 20; ++i)
                heads.add([&] { press(i % 6 < 3 ? Qt::Key_BracketRight : Qt::Key_BracketLeft); });
        heads.print("another head", budget);
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const auto folderOf = [](const QString& model) {
        return model.contains(u'/') ? model : QStringLiteral(GLASSFORMER_RESOURCES "/models/") + model;
    };
    if (argc > 1) {
        const int tokens = argc > 2 ? QByteArray(argv[2]).toInt() : 40;
        const QStringList size = QString::fromLocal8Bit(argc > 3 ? argv[3] : "1440x900").split(u'x');
        measure(folderOf(QString::fromLocal8Bit(argv[1])), tokens, {size[0].toInt(), size.value(1).toInt()},
            tokens > 100 ? 50 : 16);
        return 0;
    }
    for (const char* model : {"translator", "next-word", "gap"}) {
        measure(folderOf(QString::fromLatin1(model)), 40, {1440, 900}, 16);
        measure(folderOf(QString::fromLatin1(model)), 300, {1440, 900}, 50);
        measure(folderOf(QString::fromLatin1(model)), 40, {3840, 2160}, 33);
    }
    return 0;
}
