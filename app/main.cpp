#include "app/models/model_list.h"
#include "app/window/first_frame.h"
#include "app/window/interface_language.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/theme.h"
#include "app/window/window_style.h"
#include "core/error.h"
#include "core/file/model_folder.h"
#include "core/tensor/memory.h"
#include "core/trace/step_list.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <new>

namespace {

constexpr const char* default_model = "translator";

bool isBundled(const QString& name)
{
    const auto models = glassformer::bundledModels();
    return std::any_of(
        models.begin(), models.end(), [&name](const auto& model) { return model.name == name; });
}

} // namespace

int main(int argc, char** argv)
{
    using namespace glassformer;
#ifdef SIGXFSZ
    std::signal(
        SIGXFSZ, SIG_IGN); // a file beyond the allowed size is an error of its writing, told like any other
#endif
    keepFreedMemory();
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Glassformer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GLASSFORMER_VERSION));
    QApplication::setStyle(new WindowStyle);

    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption model_option(QStringLiteral("model"),
        QStringLiteral("Name or folder of a model."), QStringLiteral("model"),
        QString::fromLatin1(default_model));
    const QCommandLineOption trace_option(QStringLiteral("trace"),
        QStringLiteral("A recorded run to open: a file of tensors."), QStringLiteral("file"));
    const QCommandLineOption text_option(
        QStringLiteral("text"), QStringLiteral("The sentence to read."), QStringLiteral("text"));
    const QCommandLineOption to_option(QStringLiteral("to"), QStringLiteral("Language to write: en, fr, zh."),
        QStringLiteral("language"), QStringLiteral("fr"));
    const QCommandLineOption step_option(QStringLiteral("step"), QStringLiteral("Step to begin with."),
        QStringLiteral("step"), QStringLiteral("sentence"));
    const QCommandLineOption language_option(QStringLiteral("lang"),
        QStringLiteral("Language of the window: en, zh_CN."), QStringLiteral("language"));
    const QCommandLineOption theme_option(
        QStringLiteral("theme"), QStringLiteral("Colours: desktop, light, dark."), QStringLiteral("theme"));
    const QCommandLineOption benchmark_option(QStringLiteral("benchmark-start"),
        QStringLiteral("Quit as soon as the first picture is on the screen."));
    parser.addOptions({model_option, trace_option, text_option, to_option, step_option, language_option,
        theme_option, benchmark_option});
    parser.process(application);

    keepDamagedSettings();
    InterfaceLanguage language;
    if (parser.isSet(language_option))
        language.choose(parser.value(language_option));
    else
        language.chooseAsBefore();
    Theme theme;
    if (parser.isSet(theme_option))
        theme.choose(Theme::fromId(parser.value(theme_option)));
    else
        theme.chooseAsBefore();

    try {
        // A model that came with the program is small enough to be there at once; any other opens beside the window.
        const QString wanted = parser.value(model_option);
        const bool is_bundled = isBundled(wanted);
        Session session(std::make_shared<const Model>(
            Model::load(modelFolder(is_bundled ? wanted.toStdString() : default_model, modelRoots()))));
        Message trouble;
        QObject::connect(
            &session, &Session::failed, [&trouble](const Message& message) { trouble = message; });
        const QString text = parser.isSet(text_option) ? parser.value(text_option) : session.example();
        // A text too long for the model that is shown at first waits for the one that is being opened.
        const bool can_read = session.runFirst(text, parser.value(to_option));
        if (!can_read && (is_bundled || !session.runFirst(session.example(), parser.value(to_option)))) {
            std::fprintf(stderr, "glassformer: %s\n", trouble.english().c_str());
            return 1;
        }
        if (!can_read)
            QObject::connect(
                &session, &Session::modelChanged, &session,
                [&] {
                    const auto languages = session.model().targetLanguages();
                    const QString to = parser.value(to_option);
                    const bool has_language =
                        std::find(languages.begin(), languages.end(), to.toStdString()) != languages.end();
                    session.runText(text, has_language ? to : QString());
                },
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        if (const auto step = stepFromId(parser.value(step_option).toStdString())) {
            Selection selection = session.selection();
            selection.step = *step;
            session.select(selection);
        }
        MainWindow window(session, language, theme);
        if (parser.isSet(benchmark_option) && is_bundled)
            quitAfterFirstFrame(window);
        else if (parser.isSet(benchmark_option))
            QObject::connect(
                &session, &Session::runChanged, &window, [&window] { quitAfterFirstFrame(window); });
        window.show();
        if (!is_bundled)
            session.openModel(modelFolder(wanted.toStdString(), modelRoots()));
        if (parser.isSet(trace_option))
            session.openTrace(parser.value(trace_option).toStdU16String());
        return QApplication::exec();
    } catch (const Error& error) {
        std::fprintf(stderr, "glassformer: %s\n", error.what());
        return 1;
    } catch (const std::bad_alloc&) {
        std::fprintf(stderr, "glassformer: There is not enough memory for this.\n");
        return 1;
    }
}
