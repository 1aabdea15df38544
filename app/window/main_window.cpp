#include "app/window/main_window.h"

#include "app/experiments/compare_view.h"
#include "app/figures/figure_file.h"
#include "app/models/memory_question.h"
#include "app/models/recent_models.h"
#include "app/window/busy_notice.h"
#include "app/window/input_bar.h"
#include "app/window/message_text.h"
#include "app/window/note_text.h"
#include "app/window/opening_cover.h"
#include "app/window/stage.h"
#include "core/file/byte_file.h"
#include "core/trace/step_list.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/look/line_text.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/machine/step_bar.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

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
    , m_language(language)
    , m_theme(theme)
    , m_input(new InputBar)
    , m_note(new QLabel)
    , m_map(new ArchitectureMap)
    , m_stage(new Stage(session))
    , m_pages(new QStackedWidget)
    , m_step_bar(new StepBar)
{
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    paintAsCard(m_input);
    paintAsCard(m_step_bar);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setContentsMargins(16, 6, 16, 6);
    m_note->setAutoFillBackground(true);
    m_note->setBackgroundRole(QPalette::AlternateBase);
    m_note->setObjectName(QStringLiteral("note"));
    auto* splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_map);
    splitter->addWidget(m_stage);
    splitter->addWidget(makeInspector());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({215, 905, 320});
    m_pages->addWidget(splitter);
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_input, hairline(), m_note, m_pages, hairline(), m_step_bar})
        column->addWidget(widget, widget == m_pages ? 1 : 0);
    setCentralWidget(centre);
    makeMenus();
    resize(1440, 900);

    showModel();
    setAcceptDrops(true);
    connect(&m_session, &Session::modelChanged, this, [this] {
        showModel();
        if (!m_session.isRecorded())
            rememberModel(QString::fromStdString(pathText(m_session.model().folder())));
    });
    m_busy = new BusyNotice(*centre, *m_input);
    connect(&m_session, &Session::busyChanged, m_busy, &BusyNotice::setBusy);
    connect(&m_session, &Session::doing, m_busy, &BusyNotice::setDoing);
    connect(&m_session, &Session::progressed, m_busy, &BusyNotice::setProgress);
    connect(m_busy, &BusyNotice::cancelWanted, &m_session, &Session::cancel);
    showRequest();
    connect(m_input, &InputBar::runWanted, &m_session, &Session::runText);
    connect(m_input, &InputBar::sourceLanguageWanted, &m_session, &Session::chooseSourceLanguage);
    connect(m_input, &InputBar::cutText, this, [this] {
        m_trouble = Message(tr("The text is cut here: the field holds %L1 characters.")
                                .arg(InputBar::most_characters)
                                .toStdString());
        refresh();
    });
    connect(m_input, &InputBar::comparisonWanted, this, &MainWindow::setComparing);
    connect(m_input, &InputBar::modelWanted, this, &MainWindow::openBundledModel);
    connect(m_map, &ArchitectureMap::selectionWanted, &m_session, &Session::select);
    connect(m_step_bar, &StepBar::stepWanted, &m_session, &Session::goToStep);
    connect(&m_session, &Session::runChanged, this, [this] {
        m_trouble = {};
        showRequest();
        if (m_input->isTextFocused() && !m_input->hasDraft())
            m_stage->setFocus(); // what was typed is shown: now the arrow keys are for the steps
        refresh();
    });
    askForMemory(m_session, this);
    connect(&m_session, &Session::selectionChanged, this, &MainWindow::refresh);
    connect(&m_session, &Session::failed, this, [this](const Message& message) {
        m_trouble = message;
        refresh();
    });
    // Arrow keys reach the window only where nothing that has the focus wants them: a text field, a heatmap.
    connect(new QShortcut(Qt::Key_Left, this), &QShortcut::activated, this, [this] { moveStep(-1); });
    connect(new QShortcut(Qt::Key_Right, this), &QShortcut::activated, this, [this] { moveStep(1); });
    retranslate();
    refresh();
    setFocus();
}

StepView* MainWindow::currentView() const
{
    return m_stage->currentView();
}

QWidget* MainWindow::makeInspector()
{
    m_panel = new ExplanationPanel;
    m_panel->viewport()->setBackgroundRole(QPalette::Base);
    m_panel->viewport()->setAutoFillBackground(true);
    m_swap = new QPushButton;
    m_head_switch = new QPushButton;
    connect(m_swap, &QPushButton::clicked, this, &MainWindow::swapWord);
    connect(m_head_switch, &QPushButton::clicked, this, &MainWindow::toggleHead);
    m_swap->setObjectName(QStringLiteral("swap"));
    m_head_switch->setObjectName(QStringLiteral("headSwitch"));
    m_panel->actions()->setContentsMargins(0, 8, 0, 0);
    for (QPushButton* button : {m_swap, m_head_switch}) {
        button->setMinimumHeight(button->fontMetrics().height() + 14);
        m_panel->actions()->addWidget(button, 0, Qt::AlignLeft);
    }
    return m_panel;
}

void MainWindow::showOpening(const QString& text)
{
    m_input->setRequest(text, {});
    new OpeningCover(*m_pages, m_session);
}

void MainWindow::swapWord()
{
    if (const auto swap = m_session.swap())
        m_session.runText(swap->text, QString::fromStdString(m_session.request().target_language));
}

void MainWindow::toggleHead()
{
    const Selection& selection = m_session.selection();
    const AttentionSite site = m_session.site();
    m_session.toggleHead({site, selection.layerOf(site), selection.head});
}

void MainWindow::moveStep(int by)
{
    if (!m_compare) // its steps are not in sight then
        m_session.moveStep(by);
}

void MainWindow::refresh()
{
    const Selection& selection = m_session.selection();
    const auto trace = m_session.trace();
    m_stage->refresh();
    m_map->showRun(trace, selection);
    m_panel->setContent(explanationOf(m_session.context()));
    QStringList titles;
    for (const StepKind kind : m_session.steps())
        titles << entryOf(kind).title(trace->config);
    m_step_bar->setSteps(titles, m_session.stepIndex());

    m_note->setText(m_trouble.empty() ? noteText(m_session) : messageText(m_trouble));
    m_note->setVisible(!m_note->text().isEmpty());

    const auto swap = m_session.swap();
    const QString swap_text =
        swap ? tr("Swap “%1” for “%2”").arg(literalLabel(swap->from), literalLabel(swap->to)) : QString();
    m_swap->setVisible(swap.has_value());
    m_swap->setText(swap_text);
    m_swap_action->setEnabled(swap.has_value());
    const AttentionSite site = m_session.site();
    const bool off = m_session.isOff({site, selection.layerOf(site), selection.head});
    const bool has_head = showsHead(selection.step);
    const bool can_toggle = has_head && m_session.canToggle(m_session.head());
    m_head_switch->setVisible(can_toggle);
    m_head_switch->setText(off ? tr("Switch this head on") : tr("Switch this head off"));
    m_head_action->setEnabled(can_toggle);
    m_all_heads_action->setEnabled(!m_session.isRecorded() && !m_session.request().changes.empty());
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Glassformer"));
    for (const auto& retranslate : m_retranslators)
        retranslate();
}

void MainWindow::savePicture()
{
    auto* dialog = new QFileDialog(this, tr("Save picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("SVG picture (*.svg)"), tr("PNG picture (*.png)")});
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(
            filter.contains(QStringLiteral("*.png")) ? QStringLiteral("png") : QStringLiteral("svg"));
    });
    const std::string_view id = m_compare ? "comparison" : stepId(m_session.selection().step);
    dialog->selectFile(QString::fromUtf8(id.data(), qsizetype(id.size())));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_trouble = saveFigure(figure(), path);
        if (m_trouble.empty())
            statusBar()->showMessage(tr("Saved %1").arg(path), 5000);
        refresh();
    });
    dialog->open();
}

Figure MainWindow::figure() const
{
    return m_compare ? m_compare->figure() : Figure(*currentView());
}

void MainWindow::copyPicture()
{
    copyFigure(figure());
    statusBar()->showMessage(tr("Picture copied"), 5000);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_session.trace()) {
        retranslate();
        refresh();
    } else if (event->type() == QEvent::PaletteChange && m_session.trace() && m_step_bar) {
        m_stage->refresh();
    }
}

} // namespace glassformer
