#include "app/main_window.h"

#include "app/figure_file.h"
#include "app/step_text.h"
#include "core/trace/step_list.h"
#include "widgets/explanation_panel.h"
#include "widgets/step_view.h"
#include "widgets/step_view_list.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

namespace glassformer {

MainWindow::MainWindow(Session& session, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
{
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->addWidget(makeInputBar());
    m_note = new QLabel;
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    auto* splitter = new QSplitter;
    splitter->addWidget(makeStage());
    m_panel = new ExplanationPanel;
    m_panel->setTokenOf([this](int id) { return m_session.model().tokenizer.token(id); });
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({1050, 370});
    column->addWidget(splitter, 1);
    column->addWidget(makeStepBar());
    setCentralWidget(centre);
    makeMenus();
    resize(1440, 900);

    connect(&m_session, &Session::runChanged, this, &MainWindow::refresh);
    connect(&m_session, &Session::selectionChanged, this, &MainWindow::refresh);
    connect(&m_session, &Session::failed, m_note, &QLabel::setText);
    m_text->setText(QString::fromStdString(m_session.request().text));
    retranslate();
    refresh();
    setFocus();
}

QWidget* MainWindow::makeInputBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_target = new QComboBox;
    for (const std::string& language : m_session.model().targetLanguages())
        m_target->addItem(QString(), QString::fromStdString(language));
    m_target->setCurrentIndex(
        std::max(0, m_target->findData(QString::fromStdString(m_session.request().target_language))));
    m_text = new QLineEdit;
    m_run = new QPushButton;
    m_run->setDefault(true);
    row->addWidget(m_target);
    row->addWidget(m_text, 1);
    row->addWidget(m_run);
    connect(m_text, &QLineEdit::returnPressed, this, &MainWindow::run);
    connect(m_run, &QPushButton::clicked, this, &MainWindow::run);
    connect(m_target, &QComboBox::activated, this, &MainWindow::run);
    return bar;
}

QWidget* MainWindow::makeStage()
{
    auto* stage = new QWidget;
    auto* column = new QVBoxLayout(stage);
    column->setContentsMargins(0, 0, 0, 0);
    m_title = new QLabel;
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.5);
    m_title->setFont(bold);
    m_reading = new QLabel;
    m_reading->setWordWrap(true);
    m_answer = new QLabel;
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stage = new QStackedWidget;
    column->addWidget(m_title);
    column->addWidget(m_reading);
    column->addWidget(m_answer);
    column->addWidget(makeChooserBar());
    column->addWidget(m_stage, 1);
    return stage;
}

/** Layer, head, and the place that the decoder writes. */
QWidget* MainWindow::makeChooserBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_layer = new QComboBox;
    m_head = new QComboBox;
    m_head_switch = new QPushButton;
    m_position_label = new QLabel;
    m_position = new QSlider(Qt::Horizontal);
    m_position->setMaximumWidth(260);
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_layer, m_head, m_head_switch, m_position_label, m_position})
        row->addWidget(widget);
    row->addStretch(1);
    connect(m_layer, &QComboBox::activated, this, [this](int layer) {
        Selection selection = m_session.selection();
        (site() == AttentionSite::Encoder ? selection.encoder_layer : selection.decoder_layer) = layer;
        m_session.select(selection);
    });
    connect(m_head, &QComboBox::activated, this, [this](int head) {
        Selection selection = m_session.selection();
        selection.head = head;
        m_session.select(selection);
    });
    connect(m_head_switch, &QPushButton::clicked, this, &MainWindow::toggleChosenHead);
    connect(m_position, &QSlider::valueChanged, this, [this](int position) {
        Selection selection = m_session.selection();
        selection.position = position;
        m_session.select(selection);
    });
    return bar;
}

QWidget* MainWindow::makeStepBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_back = new QPushButton;
    m_next = new QPushButton;
    m_step = new QLabel;
    m_step->setAlignment(Qt::AlignCenter);
    row->addWidget(m_back);
    row->addWidget(m_step, 1);
    row->addWidget(m_next);
    const auto back = [this] { m_session.moveStep(-1); };
    const auto next = [this] { m_session.moveStep(1); };
    connect(m_back, &QPushButton::clicked, this, back);
    connect(m_next, &QPushButton::clicked, this, next);
    // Arrow keys reach the window only where nothing that has the focus wants them: a text field, a heatmap.
    connect(new QShortcut(Qt::Key_Left, this), &QShortcut::activated, this, back);
    connect(new QShortcut(Qt::Key_Right, this), &QShortcut::activated, this, next);
    return bar;
}

void MainWindow::makeMenus()
{
    m_file = menuBar()->addMenu(QString());
    m_save = m_file->addAction(QString(), QKeySequence::Save, this, &MainWindow::savePicture);
    m_quit = m_file->addAction(QString(), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::run()
{
    m_session.runText(m_text->text(), m_target->currentData().toString());
}

AttentionSite MainWindow::site() const
{
    return attentionSiteOf(m_session.selection().step);
}

void MainWindow::toggleChosenHead()
{
    const Selection& selection = m_session.selection();
    m_session.toggleHead({site(), selection.layerOf(site()), selection.head});
}

StepView* MainWindow::currentView() const
{
    return static_cast<StepView*>(m_stage->currentWidget());
}

void MainWindow::refresh()
{
    const Selection& selection = m_session.selection();
    const Trace& trace = *m_session.trace();
    StepView*& view = m_views[selection.step];
    if (!view) {
        view = makeStepView(selection.step, m_stage);
        view->setTokenOf([this](int id) { return m_session.model().tokenizer.token(id); });
        connect(view, &StepView::selectionWanted, &m_session, &Session::select);
        connect(view, &StepView::wordWanted, &m_session, &Session::writeInstead);
        m_stage->addWidget(view);
    }
    view->showRun(m_session.trace(), selection);
    m_stage->setCurrentWidget(view);
    m_panel->showRun(m_session.trace(), selection);

    m_title->setText(stepTitle(selection.step));
    m_reading->setText(stepReading(selection.step));
    const QString answer = QString::fromStdString(trace.answer);
    const QString& before = m_session.answerBefore();
    m_answer->setText(before.isEmpty() ? tr("Answer: %1").arg(answer)
            : before == answer
            ? tr("Answer: %1 — the same as before: here the model does not need what was changed.")
                  .arg(answer)
            : tr("Answer: %1 — before: %2").arg(answer, before));

    const bool in_layer =
        partOf(selection.step) == StepPart::EncoderLayer || partOf(selection.step) == StepPart::DecoderLayer;
    m_layer->setVisible(in_layer);
    m_head->setVisible(in_layer && showsHead(selection.step));
    m_head_switch->setVisible(m_head->isVisibleTo(this));
    const int layers =
        site() == AttentionSite::Encoder ? trace.config.encoder_layers : trace.config.decoder_layers;
    m_layer->clear();
    for (int layer = 0; layer < layers; ++layer)
        m_layer->addItem(tr("Layer %1").arg(layer + 1));
    m_layer->setCurrentIndex(selection.layerOf(site()));
    m_head->clear();
    for (int head = 0; head < trace.config.n_heads; ++head)
        m_head->addItem(tr("Head %1").arg(head + 1));
    m_head->setCurrentIndex(selection.head);
    const auto& off = trace.interventions.heads_off;
    const HeadName chosen{site(), selection.layerOf(site()), selection.head};
    m_head_switch->setText(std::find(off.begin(), off.end(), chosen) == off.end()
            ? tr("Switch this head off")
            : tr("Switch this head on"));
    const bool writes = isDecoderStep(selection.step);
    m_position->setVisible(writes);
    m_position_label->setVisible(writes);
    m_position->setRange(0, static_cast<int>(trace.written.size()) - 1);
    m_position->setValue(selection.position);
    m_position_label->setText(
        tr("About to write: %1")
            .arg(QString::fromStdString(trace.written[static_cast<std::size_t>(selection.position)].text)));

    const bool cut = std::any_of(
        trace.source.begin(), trace.source.end(), [](const Token& token) { return token.is_piece; });
    m_note->setText(
        cut ? tr(
            "This model knows a small world of about 2,000 words. A word that it does not know is read in "
            "pieces, so expect odd answers.")
            : QString());
    m_note->setVisible(true);
    m_step->setText(tr("Step %1 of %2 · %3")
                        .arg(m_session.stepIndex() + 1)
                        .arg(m_session.steps().size())
                        .arg(stepTitle(selection.step)));
    m_back->setEnabled(m_session.stepIndex() > 0);
    m_next->setEnabled(m_session.stepIndex() + 1 < static_cast<int>(m_session.steps().size()));
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Glassformer"));
    m_text->setPlaceholderText(tr("A sentence"));
    m_text->setAccessibleName(tr("Sentence"));
    m_run->setText(tr("Run"));
    m_back->setText(tr("Back"));
    m_next->setText(tr("Next"));
    m_file->setTitle(tr("&File"));
    m_save->setText(tr("&Save picture…"));
    m_quit->setText(tr("&Quit"));
    const std::map<QString, QString> names{{QStringLiteral("en"), tr("to English")},
        {QStringLiteral("fr"), tr("to French")}, {QStringLiteral("zh"), tr("to Chinese")}};
    for (int i = 0; i < m_target->count(); ++i) {
        const auto name = names.find(m_target->itemData(i).toString());
        m_target->setItemText(i, name == names.end() ? m_target->itemData(i).toString() : name->second);
    }
}

void MainWindow::savePicture()
{
    auto* dialog = new QFileDialog(this, tr("Save picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("SVG picture (*.svg)"), tr("PNG picture (*.png)")});
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        statusBar()->showMessage(saveFigure(*currentView(), path) ? tr("Saved %1").arg(path)
                                                                  : tr("%1 could not be written").arg(path));
    });
    dialog->open();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_session.trace()) {
        retranslate();
        refresh();
    }
}

} // namespace glassformer
