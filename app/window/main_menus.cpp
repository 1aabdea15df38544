#include "app/window/input_bar.h"
#include "app/window/interface_language.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/theme.h"
#include "widgets/steps/step_view.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>

namespace glassformer {

QAction* MainWindow::addAction(
    QMenu* menu, const QKeySequence& key, std::function<QString()> text, std::function<void()> execute)
{
    auto* action = new QAction(this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(execute));
    menu->addAction(action);
    m_retranslators.push_back([action, text = std::move(text)] { action->setText(text()); });
    return action;
}

QMenu* MainWindow::addMenu(QMenu* parent, std::function<QString()> text)
{
    QMenu* menu = parent ? parent->addMenu(QString()) : menuBar()->addMenu(QString());
    m_retranslators.push_back([menu, text = std::move(text)] { menu->setTitle(text()); });
    return menu;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeViewMenu();
    makeModelMenu();
    makeExperimentMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu* file = addMenu(nullptr, [] { return tr("&File"); });
    addAction(
        file, {}, [] { return tr("Open &trace…"); }, [this] { chooseTrace(); });
    file->addSeparator();
    QAction* save = addAction(
        file, QKeySequence::Save, [] { return tr("&Save picture…"); }, [this] { savePicture(); });
    QAction* copy = addAction(
        file, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [] { return tr("&Copy picture"); },
        [this] { copyPicture(); });
    file->addSeparator();
    addAction(
        file, QKeySequence::Quit, [] { return tr("&Quit"); }, [this] { close(); });
    auto* figure = new QMenu(this);
    figure->addActions({save, copy});
    m_input->setExportMenu(figure);
}

void MainWindow::makeViewMenu()
{
    QMenu* view = addMenu(nullptr, [] { return tr("&View"); });
    addAction(
        view, QKeySequence(Qt::Key_PageUp), [] { return tr("Layer before"); },
        [this] { m_session.moveLayer(-1); });
    addAction(
        view, QKeySequence(Qt::Key_PageDown), [] { return tr("Layer after"); },
        [this] { m_session.moveLayer(1); });
    addAction(
        view, QKeySequence(Qt::CTRL | Qt::Key_PageUp), [] { return tr("Head before"); },
        [this] { m_session.moveHead(-1); });
    addAction(
        view, QKeySequence(Qt::CTRL | Qt::Key_PageDown), [] { return tr("Head after"); },
        [this] { m_session.moveHead(1); });
    addAction(
        view, QKeySequence(Qt::CTRL | Qt::Key_L), [] { return tr("Type a sentence"); },
        [this] { m_input->focusText(); });
    view->addSeparator();
    addAction(
        view, QKeySequence::Find, [] { return tr("Find a token or place…"); },
        [this] { currentView()->find(); });
    addAction(
        view, QKeySequence(Qt::CTRL | Qt::Key_0), [] { return tr("Show all of the map"); },
        [this] { currentView()->showAll(); });
    view->addSeparator();

    QMenu* languages = addMenu(view, [] { return tr("&Language"); });
    auto* language_group = new QActionGroup(this);
    for (const QString& code : InterfaceLanguage::codes()) {
        QAction* action = addAction(
            languages, {}, [code] { return InterfaceLanguage::ownName(code); },
            [this, code] {
                m_language.choose(code);
                settings().setValue(setting::language, code);
            });
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("language-") + code);
        language_group->addAction(action);
        action->setChecked(code == m_language.code());
    }

    QMenu* themes = addMenu(view, [] { return tr("&Colours"); });
    auto* theme_group = new QActionGroup(this);
    for (const auto choice : {Theme::Choice::Desktop, Theme::Choice::Light, Theme::Choice::Dark}) {
        QAction* action = addAction(
            themes, {},
            [choice] {
                return choice == Theme::Choice::Light ? tr("Light")
                    : choice == Theme::Choice::Dark   ? tr("Dark")
                                                      : tr("As the desktop");
            },
            [this, choice] {
                m_theme.choose(choice);
                settings().setValue(setting::theme, Theme::id(choice));
            });
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("theme-") + Theme::id(choice));
        theme_group->addAction(action);
        action->setChecked(choice == m_theme.choice());
    }
}

void MainWindow::makeExperimentMenu()
{
    QMenu* experiment = addMenu(nullptr, [] { return tr("&Experiment"); });
    m_swap_action = addAction(
        experiment, QKeySequence(Qt::CTRL | Qt::Key_T), [] { return tr("Swap the deciding word"); },
        [this] { swapWord(); });
    m_head_action = addAction(
        experiment, QKeySequence(Qt::CTRL | Qt::Key_H), [] { return tr("Switch this head off or on"); },
        [this] { toggleHead(); });
    m_all_heads_action = addAction(
        experiment, {}, [] { return tr("Switch all heads on"); }, [this] { m_session.switchAllHeadsOn(); });
}

void MainWindow::makeHelpMenu()
{
    QMenu* help = addMenu(nullptr, [] { return tr("&Help"); });
    addAction(
        help, {}, [] { return tr("&About Glassformer"); }, [this] { showAbout(); });
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Glassformer"),
        tr("<b>Glassformer %1</b><p>Opens a Transformer like a glass box: every picture is a tensor of a "
           "real "
           "run of a trained model, and every number can be clicked to see how it was made.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QApplication::applicationVersion()),
        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace glassformer
