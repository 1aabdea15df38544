#include "app/window/main_window.h"

#include "app/evidence/evidence_panel.h"
#include "app/experiments/pages.h"
#include "app/help/what_is.h"
#include "app/models/dropping.h"
#include "app/models/memory_question.h"
#include "app/models/model_opening.h"
#include "app/models/recent_models.h"
#include "app/places/place_book.h"
#include "app/places/places_panel.h"
#include "app/places/session_document.h"
#include "app/places/session_questions.h"
#include "app/presentation/presentation.h"
#include "app/sentences/recent_sentences.h"
#include "app/sentences/word_offers.h"
#include "app/session/history.h"
#include "app/session/jobs/bank_gathering.h"
#include "app/session/jobs/gathering.h"
#include "app/session/trail.h"
#include "app/window/action_set.h"
#include "app/window/lines/busy_notice.h"
#include "app/window/lines/change_bar.h"
#include "app/window/lines/input_bar.h"
#include "app/window/lines/layer_run.h"
#include "app/window/lines/note_line.h"
#include "app/window/lines/number_editor.h"
#include "app/window/lines/passing_notice.h"
#include "app/window/lines/show_me.h"
#include "app/window/lines/walk_choice.h"
#include "app/window/look/focus_ring.h"
#include "app/window/look/settings.h"
#include "app/window/opening_cover.h"
#include "app/window/panels.h"
#include "app/window/side_panel.h"
#include "app/window/stage.h"
#include "app/window/tab_order.h"
#include "core/file/bytes/byte_file.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/machine/step_bar.h"
#include "widgets/pictures/picture.h"
#include "widgets/pictures/picture_keys.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace glassformer {
namespace {

QWidget* hairline()
{
    auto* line = new QWidget;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

void paintAsCard(QWidget* widget)
{
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Base);
}

} // namespace

MainWindow::MainWindow(Session& session, InterfaceLanguage& language, Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_gathering(std::make_unique<Gathering>(session))
    , m_bank(std::make_unique<BankGathering>(session))
    , m_places(new PlaceBook(this))
    , m_document(new SessionDocument(session, *m_places, this))
    , m_places_panel(new PlacesPanel(*m_places))
    , m_input(new InputBar)
    , m_note(new NoteLine(session, *m_input))
    , m_changes(new ChangeBar(session))
    , m_map(new ArchitectureMap)
    , m_stage(new Stage(session, *m_gathering))
    , m_panel(new ExplanationPanel)
    , m_side(new SidePanel(m_panel, new EvidencePanel(session, *m_gathering, *m_bank), m_places_panel))
    , m_panels(new Panels(*m_map, *m_stage, *m_side))
    , m_pages(new Pages(session, *m_stage, m_panels))
    , m_step_bar(new StepBar)
    , m_editor(new NumberEditor(session))
    , m_history(new History(session, this))
    , m_trail(new Trail(session, this))
    , m_show_me(new ShowMe(*m_stage, *m_panel, this))
{
    layOut();
    m_presentation = new Presentation(
        {*this, session, theme, *m_stage, *m_pages, *m_panels, *m_side, *m_above, *m_below, *m_busy});
    m_actions = new ActionSet({*this, session, *m_gathering, language, theme, *m_input, *m_note, *m_passing,
        *m_stage, *m_pages, *m_side, *m_history, *m_trail, *m_editor, *m_panels, *m_presentation, *m_show_me,
        *m_places, *m_document});
    auto* figure = new QMenu(this);
    figure->addActions(
        {m_actions->action(QStringLiteral("figure")), m_actions->action(QStringLiteral("copy-figure"))});
    m_input->setExportMenu(figure);
    auto* comparison = new QMenu(this);
    comparison->addActions({m_actions->action(QStringLiteral("compare-sentence")),
        m_actions->action(QStringLiteral("compare"))});
    m_input->setCompareMenu(comparison);
    addInspectorButtons();
    new FocusRing(*centralWidget());
    qApp->installEventFilter(new WhatIs(this));
    resize(1440, 900);
    setAcceptDrops(true);
    connectParts();
    connectChanges();
    connectPlaces();
    offerModels(*m_input, session);
    showRequest();
    refresh();
    setFocus();
}

MainWindow::~MainWindow() = default;

StepView* MainWindow::currentView() const
{
    return m_stage->currentView();
}

/** Widgets below each other that come and go together. */
QWidget* MainWindow::makeBand(std::initializer_list<QWidget*> widgets)
{
    auto* band = new QWidget;
    auto* column = new QVBoxLayout(band);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* widget : widgets)
        column->addWidget(widget);
    return band;
}

void MainWindow::layOut()
{
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    paintAsCard(m_input);
    paintAsCard(m_step_bar);
    m_above = makeBand({m_input, hairline(), m_note, new WordOffers(m_session, *m_input), m_changes});
    m_below = makeBand({hairline(), m_step_bar});
    for (QWidget* widget : std::initializer_list<QWidget*>{m_above, m_pages, m_below})
        column->addWidget(widget, widget == m_pages ? 1 : 0);
    setCentralWidget(centre);
    m_busy = new BusyNotice(*centre, *m_input, m_session);
    m_passing = new PassingNotice(*centre, *m_below);
}

void MainWindow::addInspectorButtons()
{
    m_panel->actions()->setContentsMargins(0, 8, 0, 0);
    for (const char* id : {"swap-word", "toggle-head"}) {
        QPushButton* button = m_actions->makeButton(QString::fromLatin1(id));
        button->setObjectName(QString::fromLatin1(id) + QStringLiteral("-button"));
        m_panel->actions()->addWidget(button, 0, Qt::AlignLeft);
    }
    m_panel->actions()->addWidget(m_editor);
}

void MainWindow::showOpening(const QString& model, const QString& text)
{
    m_is_opening = true;
    m_input->setModels(model, {}, {});
    m_input->setSourceLanguages({}, {});
    m_input->setTasks({});
    m_input->setRequest(text, {});
    auto* const cover = new OpeningCover(*m_pages, m_session);
    connect(cover, &OpeningCover::left, this, &MainWindow::endOpening);
    refresh();
}

void MainWindow::endOpening()
{
    m_is_opening = false;
    offerModels(*m_input, m_session);
    showRequest();
    refresh();
}

std::optional<ComparedView> MainWindow::compared() const
{
    return m_pages->compared();
}

void MainWindow::showCompared(const std::optional<ComparedView>& compared)
{
    m_pages->showCompared(compared);
}

void MainWindow::keepLayout()
{
    m_presentation->end();
    settings().setValue(setting::geometry, saveGeometry());
    settings().setValue(setting::panels, m_panels->saveState());
    settings().setValue(setting::has_machine, m_panels->isShown(PanelPlace::Machine));
    settings().setValue(setting::has_inspector, m_panels->isShown(PanelPlace::Inspector));
}

void MainWindow::restoreLayout()
{
    restoreGeometry(settings().value(setting::geometry).toByteArray());
    m_panels->restoreArrangement(settings().value(setting::panels).toByteArray());
    m_panels->setShown(PanelPlace::Machine, settings().value(setting::has_machine, true).toBool());
    m_panels->setShown(PanelPlace::Inspector, settings().value(setting::has_inspector, true).toBool());
}

void MainWindow::connectParts()
{
    connect(m_input, &InputBar::runWanted, &m_session, &Session::runText);
    connect(m_input, &InputBar::runWanted, this, [](const QString& text) { rememberSentence(text); });
    connect(m_input, &InputBar::sourceLanguageWanted, &m_session, &Session::chooseSourceLanguage);
    connect(m_input, &InputBar::modelWanted, this,
        [this](const QString& name) { openBundledModel(m_session, name); });
    connect(m_input, &InputBar::comparisonEnded, m_pages, &Pages::endComparison);
    connect(m_pages, &Pages::comparingChanged, this, &MainWindow::showComparing);
    connect(m_map, &ArchitectureMap::selectionWanted, &m_session, &Session::select);
    connect(m_input, &InputBar::sentencesWanted, m_actions->action(QStringLiteral("sentences")),
        &QAction::trigger);
    connect(m_panels, &Panels::changed, this, [this] { m_actions->refresh(); });
    connect(m_presentation, &Presentation::changed, this, [this] { m_actions->refresh(); });
    connect(m_step_bar, &StepBar::stepWanted, &m_session, &Session::goToStep);
    connect(m_step_bar, &StepBar::pathWanted, this, [this](WalkPath path) { choosePath(m_session, path); });
    connect(m_show_me, &ShowMe::changed, m_actions, &ActionSet::refresh);
    connect(&m_stage->layerRun(), &LayerRun::changed, m_actions, &ActionSet::refresh);
    connect(&m_session, &Session::modelChanged, this, &MainWindow::showModel);
    connect(&m_session, &Session::runChanged, this, [this] {
        showRequest();
        refresh();
    });
    connect(&m_session, &Session::selectionChanged, this, &MainWindow::refresh);
    connect(&m_session, &Session::textRefused, m_input, &InputBar::keepDraft);
    connect(&m_session, &Session::openingDropped, this, &MainWindow::showRequest);
    askForMemory(m_session, this);
}

void MainWindow::connectChanges()
{
    connect(m_changes, &ChangeBar::placeWanted, m_trail, &Trail::follow);
    connect(m_changes, &ChangeBar::placeHovered, this, [this](const std::optional<Selection>& look) {
        m_map->showRun(m_session.trace(), look.value_or(m_session.selection()));
    });
    connect(m_panel, &ExplanationPanel::linkFollowed, m_trail, &Trail::follow);
    connect(m_stage, &Stage::menuWanted, this, &MainWindow::showPlaceMenu);
    connect(m_history, &History::changed, m_actions, &ActionSet::refresh);
    m_history->setBeside({[this] { return m_pages->compared(); },
        [this](const std::optional<ComparedView>& compared) { m_pages->showCompared(compared); },
        [this] { return m_pages->isBusy(); }});
    connect(m_pages, &Pages::comparedChanged, m_history, &History::noticeBeside);
}

/** What can be changed at the chosen place, where it was asked for. */
void MainWindow::showPlaceMenu(const QPoint& at)
{
    m_actions->refresh();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("placeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions->possible(ActionMenu::Change));
    menu->removeAction(m_actions->action(QStringLiteral("change-here")));
    menu->popup(at);
}

void MainWindow::showModel()
{
    offerModels(*m_input, m_session);
    if (m_session.isRecorded())
        return;
    if (const std::filesystem::path folder = m_session.model().folder(); !folder.empty())
        rememberModel(QString::fromStdString(pathText(folder)));
}

void MainWindow::showRequest()
{
    offerRequest(*m_input, m_session);
    if (m_input->isTextFocused() && !m_input->hasDraft())
        m_stage->setFocus(); // what was typed is shown: now the arrow keys are for the steps
}

void MainWindow::showComparing(bool is_comparing)
{
    m_input->setComparing(is_comparing);
    m_changes->setAside(is_comparing && !m_pages->isPatching()); // each side shows its own
    m_actions->refresh();
}

void MainWindow::refresh()
{
    const auto trace = m_session.trace();
    refreshTitle();
    m_stage->refresh();
    m_map->showRun(trace, m_session.selection());
    m_show_me->setContent(explanationOf(m_session.context()));
    QStringList titles;
    for (const StepKind kind : m_session.steps())
        titles << entryOf(kind).title(trace->config);
    m_step_bar->setPath(m_session.path());
    m_step_bar->setSteps(m_is_opening ? QStringList() : titles, m_session.stepIndex());
    m_note->refresh();
    m_changes->refresh();
    m_editor->refresh();
    m_actions->refresh();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedPaths(*event->mimeData()).empty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const std::vector<std::filesystem::path> paths = droppedPaths(*event->mimeData());
    if (paths.empty())
        return;
    event->acceptProposedAction();
    const QString first = QString::fromStdU16String(paths.front().u16string());
    if (paths.size() == 1 && isSessionFile(first))
        return unlessUnsaved(*m_document, this, [this, first] { m_document->open(first); });
    openDropped(m_session, paths);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (doingOf(*event) == PictureDoing::Open && qobject_cast<Picture*>(focusWidget())) {
        m_panels->setShown(PanelPlace::Inspector, true);
        m_side->showEvidence(false);
        return m_panel->setFocus(Qt::TabFocusReason);
    }
    if (doingOf(*event) == PictureDoing::Leave && focusWidget() == m_panel)
        return setFocus();
    for (QAction* action : actions())
        if (action->isEnabled() && action->shortcuts().contains(QKeySequence(event->keyCombination())))
            return action->trigger();
    QMainWindow::keyPressEvent(event);
}

/** Space is the button's that has the focus, and the list's; only where nobody wants it, it shows how a number is made. */
bool MainWindow::event(QEvent* event)
{
    const bool is_space =
        event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (is_space
        && (qobject_cast<QAbstractButton*>(focusWidget()) || qobject_cast<QComboBox*>(focusWidget()))) {
        event->accept();
        return true;
    }
    return QMainWindow::event(event);
}

bool MainWindow::focusNextPrevChild(bool is_next)
{
    std::vector<QWidget*> panels{m_map, m_stage, m_side};
    std::sort(panels.begin(), panels.end(), [this](const QWidget* left, const QWidget* right) {
        return left->mapTo(this, QPoint()).x() < right->mapTo(this, QPoint()).x();
    });
    std::vector<QWidget*> parts{m_above};
    parts.insert(parts.end(), panels.begin(), panels.end());
    for (QWidget* part : std::initializer_list<QWidget*>{m_pages, m_below})
        parts.push_back(part);
    return moveFocus(*this, parts, is_next);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (!m_actions || !m_session.trace())
        return;
    if (event->type() == QEvent::LanguageChange)
        refresh();
    else if (event->type() == QEvent::PaletteChange)
        m_stage->refresh();
}

} // namespace glassformer
