#pragma once

#include "app/figures/figure_file.h"
#include "app/session/session.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QActionGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace glassformer {

class ArchitectureMap;
class BusyNotice;
class CompareView;
class ExplanationPanel;
class InputBar;
class InterfaceLanguage;
class Stage;
class StepBar;
class StepView;
class Theme;

/** Assembles the window: input bar, machine, stage, inspector, step bar, menus. It shows the session and sends it what
 * users want. */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session& session, InterfaceLanguage& language, Theme& theme, QWidget* parent = nullptr);

    StepView* currentView() const;
    /** Shows no sentence but the text, until what the program was started with is open. */
    void showOpening(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeInspector();
    void makeMenus();
    void makeFileMenu();
    void makeViewMenu();
    void makeModelMenu();
    void makeExperimentMenu();
    void makeHelpMenu();
    /** An action whose text is asked again when the language changes. */
    QAction* addAction(
        QMenu* menu, const QKeySequence& key, std::function<QString()> text, std::function<void()> execute);
    QMenu* addMenu(QMenu* parent, std::function<QString()> text);
    void refresh();
    void retranslate();
    void showModel();
    void showRequest();
    void openModel(const QString& folder);
    void openBundledModel(const QString& name);
    void fillRecentModels();
    void chooseTrace();
    void aboutModel();
    void setComparing(bool is_comparing);
    void moveStep(int by);
    void savePicture();
    void copyPicture();
    Figure figure() const;
    void showAbout();
    void swapWord();
    void toggleHead();

    Session& m_session;
    InterfaceLanguage& m_language;
    Theme& m_theme;
    InputBar* m_input = nullptr;
    QLabel* m_note = nullptr;
    ArchitectureMap* m_map = nullptr;
    Stage* m_stage = nullptr;
    QStackedWidget* m_pages = nullptr; ///< the run step by step; the comparison while there is one
    CompareView* m_compare = nullptr;
    ExplanationPanel* m_panel = nullptr;
    StepBar* m_step_bar = nullptr;
    BusyNotice* m_busy = nullptr;
    QPushButton *m_swap = nullptr, *m_head_switch = nullptr;
    QAction *m_compare_action = nullptr, *m_card_action = nullptr;
    QAction *m_swap_action = nullptr, *m_head_action = nullptr, *m_all_heads_action = nullptr;
    QMenu* m_recent = nullptr;
    std::vector<std::function<void()>> m_retranslators;
    Message m_trouble; ///< why the last sentence could not be run
};

} // namespace glassformer
