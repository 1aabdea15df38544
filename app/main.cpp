#include "app/places/autosave.h"
#include "app/places/recovery.h"
#include "app/session/session.h"
#include "app/start/last_time.h"
#include "app/start/starting.h"
#include "app/window/first_frame.h"
#include "app/window/lines/message_text.h"
#include "app/window/lines/walk_choice.h"
#include "app/window/look/colour_choice.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/settings.h"
#include "app/window/look/theme.h"
#include "app/window/look/window_style.h"
#include "app/window/main_window.h"
#include "core/error.h"
#include "core/tensor/memory.h"
#include "widgets/accessible/accessible_picture.h"
#include "widgets/pictures/picture.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>

#include <csignal>
#include <cstdio>
#include <new>
#include <optional>

namespace {

using namespace glassformer;

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("Glassformer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GLASSFORMER_VERSION));
    QGuiApplication::setDesktopFileName(
        QStringLiteral("org.glassformer.Glassformer")); // its name and icon there
}

void chooseLanguage(InterfaceLanguage& language, const QString& asked)
{
    if (asked.isEmpty())
        language.chooseAsBefore();
    else
        language.choose(asked);
}

void tellTerminal(const Message& trouble)
{
    if (!trouble.empty())
        std::fprintf(stderr, "glassformer: %s\n", trouble.english().c_str());
}

/** Says what keeps the program from starting, for people without a terminal too. */
int giveUp(const Message& trouble, bool shows_window)
{
    tellTerminal(trouble);
    if (shows_window) {
        auto* box = new QMessageBox(
            QMessageBox::Critical, QStringLiteral("Glassformer"), sentenceText(trouble), QMessageBox::Close);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->open();
        QApplication::exec();
    }
    return 1;
}

int runWindow(const StartOptions& options, InterfaceLanguage& language, Theme& theme)
{
    StartOptions asked = options;
    asked.session = firstSession(options);
    asked.view = firstView(options);
    Starting starting(asked, language.code());
    Session session(starting.firstModel());
    if (!starting.runFirst(session))
        return giveUp(starting.trouble(), !options.is_benchmark);
    choosePathAsBefore(session);
    MainWindow window(session, language, theme);
    if (!options.is_benchmark)
        window.restoreLayout();
    if (options.is_benchmark && !starting.isOpening())
        quitAfterFirstFrame(window);
    else if (options.is_benchmark)
        QObject::connect(&session, &Session::runChanged, &window, [&window] { quitAfterFirstFrame(window); });
    if (options.is_benchmark && starting.isOpening())
        QObject::connect(&session, &Session::failed, &window, [](const Message& message) {
            tellTerminal(message);
            QCoreApplication::exit(1);
        });
    window.show();
    tellTerminal(starting.trouble());
    starting.openRest(session, window);
    std::optional<Autosave> autosave;
    if (!options.is_benchmark) {
        autosave.emplace(window.document(), session, stateFolder());
        offerRecovery(stateFolder(), window.document(), session, *autosave, &window);
    }
    const int status = QApplication::exec();
    if (!options.is_benchmark)
        keepForNextTime(session, window);
    return options.is_benchmark && !starting.trouble().empty() ? 1 : status;
}

} // namespace

int main(int argc, char** argv)
{
#ifdef SIGXFSZ
    std::signal(
        SIGXFSZ, SIG_IGN); // a file beyond the allowed size is an error of its writing, told like any other
#endif
    keepFreedMemory();
    nameProgram();
    {
        // Help needs no display, and where there is none no window can be made to say so.
        const QCoreApplication application(argc, argv);
        if (const QStringList arguments = QCoreApplication::arguments(); asksForHelp(arguments)) {
            InterfaceLanguage language;
            chooseLanguage(language, languageAsked(arguments));
            startOptions(arguments);
        }
    }
    const QApplication application(argc, argv);
    QApplication::setStyle(new WindowStyle);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.glassformer.Glassformer.svg")));
    makePicturesAccessible();
    keepDamagedSettings();
    if (QCoreApplication::arguments().contains(QStringLiteral("--fresh")))
        settings().clear();
    InterfaceLanguage language;
    chooseLanguage(language, languageAsked(QCoreApplication::arguments()));
    const StartOptions options = startOptions(QCoreApplication::arguments());
    Picture::setColours(keptColours());
    Theme theme;
    if (options.theme.isEmpty())
        theme.chooseAsBefore();
    else
        theme.choose(Theme::fromId(options.theme));
    try {
        return runWindow(options, language, theme);
    } catch (const Error& error) {
        return giveUp(error.message(), !options.is_benchmark);
    } catch (const std::bad_alloc&) {
        return giveUp(Message::tr("There is not enough memory for this."), !options.is_benchmark);
    }
}
