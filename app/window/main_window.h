#pragma once

#include "app/session/session.h"
#include "app/window/user_action.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace glassformer {

class ActionSet;
class ArchitectureMap;
class BankGathering;
class BusyNotice;
class ChangeBar;
class ExplanationPanel;
class Gathering;
class SidePanel;
class History;
class NumberEditor;
class PassingNotice;
class PlaceBook;
class PlacesPanel;
class Presentation;
class SessionDocument;
class ShowMe;
class StepBar;
class StepView;
class Trail;

/** Assembles the window: input bar, machine, stage, inspector, step bar, menus. It shows the session and sends it what
 * users want; what they can do stands in app/window/actions. */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session& session, InterfaceLanguage& language, Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    StepView* currentView() const;
    /** Shows no model but this one and no sentence but the text, until what the program was started with is open. */
    void showOpening(const QString& model, const QString& text);
    /** The comparison that is shown, if there is one; or shows one. */
    std::optional<ComparedView> compared() const;
    void showCompared(const std::optional<ComparedView>& compared);
    /** Size, place and panels, for the next start; a presentation ends. */
    void keepLayout();
    void restoreLayout();
    /** The file of the places, saved or not. */
    SessionDocument& document() { return *m_document; }

protected:
    /** Asks before places that are not saved would be lost. */
    void closeEvent(QCloseEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    /** In the order of reading, wherever the panels stand. */
    bool focusNextPrevChild(bool is_next) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    /** Of keys that a picture kept and had no use for. */
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeBand(std::initializer_list<QWidget*> widgets);
    void layOut();
    void addInspectorButtons();
    void connectParts();
    void connectChanges();
    void connectPlaces();
    void refresh();
    void refreshTitle();
    void showModel();
    void showRequest();
    void endOpening();
    void showComparing(bool is_comparing);
    void showPlaceMenu(const QPoint& at);

    Session& m_session;
    std::unique_ptr<Gathering> m_gathering;
    std::unique_ptr<BankGathering> m_bank;
    PlaceBook* m_places = nullptr;
    SessionDocument* m_document = nullptr;
    PlacesPanel* m_places_panel = nullptr;
    bool m_may_close = false; ///< what is not saved may go
    bool m_is_opening = false; ///< the run that is there is not shown
    InputBar* m_input = nullptr;
    NoteLine* m_note = nullptr;
    PassingNotice* m_passing = nullptr;
    ChangeBar* m_changes = nullptr;
    ArchitectureMap* m_map = nullptr;
    Stage* m_stage = nullptr;
    ExplanationPanel* m_panel = nullptr;
    SidePanel* m_side = nullptr;
    Panels* m_panels = nullptr;
    Pages* m_pages = nullptr;
    StepBar* m_step_bar = nullptr;
    NumberEditor* m_editor = nullptr;
    History* m_history = nullptr;
    Trail* m_trail = nullptr;
    QWidget *m_above = nullptr, *m_below = nullptr; ///< the pages
    BusyNotice* m_busy = nullptr;
    Presentation* m_presentation = nullptr;
    ShowMe* m_show_me = nullptr;
    ActionSet* m_actions = nullptr;
};

} // namespace glassformer
