// The window with a large model and a long text: how long it takes from the wish to its first picture, how long every layer
// takes from the wish to look at it until it is painted, how long the window stood still meanwhile, and the most memory
// that the program ever had.
// Usage: bench_window FOLDER [WORDS]   (WORDS: how often " a" is repeated; with GPT-2's vocabulary, tokens)

#include "app/models/model_list.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"
#include "core/tensor/memory.h"
#include "core/trace/step/step_list.h"
#include "tests/bench/settled.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace glassformer;

namespace {

/** The longest time between two turns of the event loop, to 2 ms: one that turned all the time would take a processor. */
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(2);
        QObject::connect(
            &m_timer, &QTimer::timeout, [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_since.start();
        m_timer.start();
    }
    qint64 takeLongest() { return std::exchange(m_longest, 0); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

QByteArray peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                return line.mid(6).simplified();
    return "unknown";
}

/** Of all threads since `begin`: on a busy machine this says more than the clock on the wall. */
double processorTime(std::clock_t begin)
{
    return 1e3 * double(std::clock() - begin) / CLOCKS_PER_SEC;
}

/** The worst of all, in milliseconds. */
struct Worst
{
    qint64 layer = 0, still = 0;
};

void visitLayers(Session& session, Heartbeat& heartbeat, StepKind kind, Worst& worst)
{
    const auto& steps = session.steps();
    session.goToStep(static_cast<int>(std::find(steps.begin(), steps.end(), kind) - steps.begin()));
    settled(session);
    const ModelConfig& config = session.trace()->config;
    qint64 longest = 0, sum = 0;
    const int layers = std::max(config.encoder_layers, config.decoder_layers);
    heartbeat.takeLongest();
    const std::clock_t begin = std::clock();
    for (int layer = layers - 1; layer >= 0; --layer) {
        session.chooseLayer(layer);
        const qint64 took = settled(session);
        longest = std::max(longest, took);
        sum += took;
    }
    const qint64 still = heartbeat.takeLongest();
    worst.layer = std::max(worst.layer, longest);
    worst.still = std::max(worst.still, still);
    std::printf("%-18s layer: mean %lld ms, longest %lld ms, processor %.0f ms; window stood still for at "
                "most %lld ms; most memory so far %s\n",
        std::string(stepId(kind)).c_str(), sum / layers, longest, processorTime(begin) / layers, still,
        peakMemory().constData());
}

} // namespace

int main(int argc, char** argv)
{
    keepFreedMemory();
    const QApplication application(argc, argv);
    if (argc < 2)
        return std::fprintf(stderr, "usage: bench_window FOLDER [WORDS]\n"), 2;
    const int words = argc > 2 ? QByteArray(argv[2]).toInt() : 16;
    QElapsedTimer timer;
    timer.start();
    InterfaceLanguage language;
    language.choose(QStringLiteral("en"));
    Theme theme;
    Session session(std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/next-word")));
    if (!session.runFirst(QStringLiteral("The cat sat"), {}))
        return 1;
    MainWindow window(session, language, theme);
    window.show();
    QCoreApplication::processEvents();
    std::printf("start to the bundled model's picture: %lld ms\n", timer.restart());
    const QString text = QStringLiteral(" a").repeated(words);
    Heartbeat heartbeat;
    std::clock_t begin = std::clock();
    ViewText view;
    view.set("text", text.toStdString());
    session.openModel(folderFiles(QString::fromLocal8Bit(argv[1])), {}, view);
    settled(session);
    const qint64 first_picture = timer.restart();
    Worst worst;
    worst.still = heartbeat.takeLongest();
    std::printf(
        "from the wish to its own text, %zu tokens: %lld ms, processor %.0f ms; window stood still for at "
        "most %lld ms\n",
        session.trace()->source.size(), first_picture, processorTime(begin), worst.still);
    begin = std::clock();
    session.runText(text + QStringLiteral(" a"), {});
    settled(session);
    std::printf("%zu tokens run: %lld ms, processor %.0f ms, %s; window stood still for at most %lld ms; "
                "most memory %s\n",
        session.trace()->source.size(), timer.restart(), processorTime(begin),
        session.trace()->late ? "only the stream kept" : "all kept", heartbeat.takeLongest(),
        peakMemory().constData());
    for (const StepKind kind : session.steps())
        visitLayers(session, heartbeat, kind, worst);
    std::printf("in short: first picture %lld ms, a layer at most %lld ms, still for at most %lld ms, most "
                "memory %s\n",
        first_picture, worst.layer, worst.still, peakMemory().constData());
    return 0;
}
