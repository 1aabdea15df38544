#pragma once

#include "app/session/session.h"
#include "app/window/user_action.h"

#include <QMainWindow>

namespace glassformer {

class ActionSet;
class ArchitectureMap;
class BusyNotice;
class ExplanationPanel;
class StepBar;
class StepView;

/** Assembles the window: input bar, machine, stage, inspector, step bar, menus. It shows the session and sends it what
 * users want; what they can do stands in app/window/actions. */
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
    QWidget* makeStepsPage();
    void layOut();
    void addInspectorButtons();
    void connectParts();
    void refresh();
    void showModel();
    void showRequest();
    void showComparing(bool is_comparing);

    Session& m_session;
    InputBar* m_input = nullptr;
    NoteLine* m_note = nullptr;
    ArchitectureMap* m_map = nullptr;
    Stage* m_stage = nullptr;
    ExplanationPanel* m_panel = nullptr;
    Pages* m_pages = nullptr;
    StepBar* m_step_bar = nullptr;
    ActionSet* m_actions = nullptr;
};

} // namespace glassformer
