#include "app/window/stage.h"

#include "app/evidence/evidence_text.h"
#include "app/session/jobs/gathering.h"
#include "app/window/lines/head_effect_text.h"
#include "app/window/lines/layer_run.h"
#include "app/window/lines/map_chooser.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/step/step_list.h"
#include "core/trace/words/gap_text.h"
#include "widgets/look/choice_list.h"
#include "widgets/look/flow_layout.h"
#include "widgets/look/line_text.h"
#include "widgets/look/palette.h"
#include "widgets/look/scaled_font.h"
#include "widgets/pictures/trace_content.h"
#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace glassformer {

namespace {

constexpr int longest_answer = 200;
constexpr int narrowest_slider = 90;
constexpr double share_of_map = 0.6; ///< of the height of the stage, at the least
constexpr int narrowest_sentence = 52; ///< characters

} // namespace

Stage::Stage(Session& session, Gathering& gathering, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_gathering(gathering)
    , m_layer_run(new LayerRun(session, this))
    , m_title(new QLabel)
    , m_reading(new QLabel)
    , m_answer(new QLabel)
    , m_stack(new QStackedWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    scaleTitle();
    m_title->setTextFormat(Qt::RichText);
    m_title->setObjectName(QStringLiteral("title"));
    for (QLabel* label : {m_title, m_reading, m_answer})
        label->setWordWrap(true);
    m_reading->setTextFormat(Qt::RichText);
    m_answer->setTextFormat(Qt::PlainText); // tokens like <s> are no markup
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answer->setObjectName(QStringLiteral("answer"));
    m_step = new QLabel;
    m_step->setObjectName(QStringLiteral("stepNumber"));
    m_step->setForegroundRole(QPalette::PlaceholderText);
    m_effect = new QLabel;
    m_effect->setObjectName(QStringLiteral("effect"));
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setWordWrap(true);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(16);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_step, 0, Qt::AlignTop);
    column->addLayout(heading);
    m_choosers = makeChooserBar();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_reading, m_answer, m_effect, m_choosers})
        column->addWidget(widget);
    m_step->hide();
    m_effect->hide();
    column->addWidget(m_stack, 1);
    connect(&m_gathering, &Gathering::changed, this, &Stage::showNeed);
    connect(&m_session, &Session::experimentDone, this, &Stage::refreshChoosers);
    connect(&m_session, &Session::measuredMore, this, [this] {
        m_map->refresh();
        showTitle(m_session.context());
        currentView()->setMeasured(m_session.measured());
        currentView()->showRun(m_session.trace(), m_session.selection());
    });
}

/** Layer, head, and the place that the decoder writes. */
QWidget* Stage::makeChooserBar()
{
    auto* bar = new QWidget;
    auto* flow = new FlowLayout(bar);
    flow->setContentsMargins(0, 2, 0, 4);
    flow->setSpacing(6);
    m_layer = new QComboBox;
    m_head = new QComboBox;
    m_layer->setObjectName(QStringLiteral("layer"));
    m_head->setObjectName(QStringLiteral("head"));
    m_map = new MapChooser(m_session);
    m_need = new QLabel;
    m_need->setObjectName(QStringLiteral("need"));
    m_need->setWordWrap(true);
    m_need->setTextFormat(Qt::PlainText);
    m_need->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_need->setMinimumWidth(letterWidth(*this) * narrowest_sentence);
    m_position_label = new QLabel;
    m_position_label->setTextFormat(Qt::PlainText);
    m_position_label->setObjectName(QStringLiteral("position"));
    m_position = new QSlider(Qt::Horizontal);
    m_position->setMinimumWidth(narrowest_slider);
    m_position->setMaximumWidth(260);
    m_position->setPageStep(1);
    m_place = new QWidget;
    m_place->setObjectName(QStringLiteral("place"));
    auto* place = new QHBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(m_position_label);
    place->addWidget(m_position, 1);
    place->addStretch(0);
    m_next_layer = new QPushButton;
    m_next_layer->setObjectName(QStringLiteral("nextLayer"));
    m_walk = new QPushButton;
    m_walk->setObjectName(QStringLiteral("walkLayers"));
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_layer, m_next_layer, m_walk, m_head, m_map, m_place, m_need})
        flow->addWidget(widget);
    connect(m_layer, &QComboBox::activated, this, [this](int layer) { m_session.chooseLayer(layer); });
    connect(m_next_layer, &QPushButton::clicked, this, [this] {
        const AttentionSite site = m_session.site();
        const int layers = layersOf(m_session.trace()->config, site);
        m_session.chooseLayer((m_session.selection().layerOf(site) + 1) % layers);
    });
    connect(m_walk, &QPushButton::clicked, this, [this] { isAtEdgeOfLayer(false) ? walkTo(0) : walkOn(); });
    connect(m_head, &QComboBox::activated, this, [this](int head) { m_session.chooseHead(head); });
    connect(m_position, &QSlider::valueChanged, this, [this](int position) {
        const ModelConfig& config = m_session.trace()->config;
        m_session.select(withToken(m_session.selection(), config, m_session.site(), position, std::nullopt));
    });
    return bar;
}

StepView* Stage::currentView() const
{
    return static_cast<StepView*>(m_stack->currentWidget());
}

void Stage::addView(StepKind step)
{
    StepView* const view = m_views[step] = entryOf(step).view(m_stack);
    view->setTokenOf([this](int id) { return m_session.token(id); });
    view->setRemovedHeads([this](const HeadName& head) { return m_session.isRemoved(head); });
    connect(view, &StepView::selectionWanted, &m_session, &Session::select);
    connect(view, &StepView::wordWanted, &m_session, &Session::writeInstead);
    connect(view, &StepView::nextWordWanted, &m_session, &Session::writeNext);
    connect(view, &StepView::restWanted, &m_session, &Session::writeToEnd);
    connect(view, &StepView::roadWanted, &m_session, &Session::writeRoad);
    connect(view, &StepView::beamsWanted, &m_session, &Session::wantBeams);
    connect(view, &StepView::wordTakenBack, &m_session, &Session::takeWordBack);
    connect(view, &StepView::decodingWanted, &m_session, &Session::chooseDecoding);
    connect(view, &StepView::gapWanted, &m_session, &Session::hide);
    connect(view, &StepView::uncoverWanted, this, &Stage::uncoverWanted);
    if (auto* const attention = qobject_cast<AttentionView*>(view))
        connect(attention, &AttentionView::needWanted, this, [this](bool is_wanted) {
            EvidenceWish wish = m_gathering.wish();
            wish.tints_heads = is_wanted;
            m_gathering.choose(wish);
            if (is_wanted)
                m_gathering.parts().open();
        });
    m_stack->addWidget(view);
}

void Stage::showNeed()
{
    auto* const attention = qobject_cast<AttentionView*>(currentView());
    if (!attention)
        return;
    attention->setNeed(m_gathering.wish().tints_heads, m_gathering.evidence().parts);
}

void Stage::refresh()
{
    const Selection& selection = m_session.selection();
    const Trace& trace = *m_session.trace();
    if (!m_views[selection.step])
        addView(selection.step);
    StepView* const view = m_views[selection.step];
    view->setOffersGaps(
        !m_session.isRecorded() && !trace.config.hasDecoder() && !gapMark(m_session.model()).empty());
    view->setModel(m_session.weights());
    view->setDecoding(m_session.request().decoding);
    view->setMeasured(m_session.measured());
    view->showRun(m_session.trace(), selection);
    m_stack->setCurrentWidget(view);
    showNeed();

    view->setMapHeight(int(height() * share_of_map));
    view->setPresented(m_presented.has_value());
    view->setCovered(isCovered() ? tr("R shows it") : QString());
    const StepContext context = m_session.context();
    showTitle(context);
    m_reading->setText(withSubscripts(readingOf(context)));
    const QString answer = QString::fromStdString(trace.answer);
    const QString& before = m_session.answerBefore();
    const QString told = before.isEmpty() ? tr("Answer: %1").arg(lineOf(answer))
        : before == answer
        ? tr("Answer: %1 — the same as before the change.").arg(lineOf(answer)) + aboutChange()
        : tr("Answer: %1 — before: %2").arg(lineOf(answer), lineOf(before)) + aboutChange();
    m_answer->setText(trace.changes.empty() ? told : tr("Changed run. %1").arg(told));
    m_answer->setToolTip(answer.size() > longest_answer ? tipText(answer) : QString());
    // These two show nothing but the answer.
    m_answer->setVisible(trace.config.has_output && selection.step != StepKind::Sentence
        && selection.step != StepKind::Answer);
    refreshChoosers();
}

void Stage::showTitle(const StepContext& context)
{
    // The application's: the window is told of other colours before what is in it has them.
    const QString title = stageTitle(context, paletteFor(QApplication::palette()));
    m_title->setText(context.trace.changes.empty() ? title : tr("%1 · changed run").arg(title));
}

void Stage::contextMenuEvent(QContextMenuEvent* event)
{
    emit menuWanted(event->globalPos());
}

void Stage::askForMenu()
{
    QWidget* focused = QApplication::focusWidget();
    QWidget* here = focused && isAncestorOf(focused) ? focused : currentView();
    const QPoint cell = here->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    emit menuWanted(here->mapToGlobal(cell.isNull() ? here->rect().center() : cell));
}

/** An answer as the line above the picture has room for it; of a text that goes on, its end is what is new. */
QString Stage::lineOf(const QString& answer) const
{
    const ModelConfig& config = m_session.trace()->config;
    return breakableText(
        shortenedText(answer, longest_answer, config.hasDecoder() && !config.hasCrossAttention()));
}

/** What the last change made of the word that is asked about: never nothing where its probability moves. */
QString Stage::aboutChange() const
{
    const Evidence& evidence = m_gathering.evidence();
    if (!evidence.change)
        return {};
    return QStringLiteral("  ")
        + effectFacts(*evidence.change, evidence.changed, [this](int id) { return m_session.token(id); });
}

QString Stage::aboutHead() const
{
    if (m_session.isRemoved(m_session.head()))
        return tr("Training took this head out: it still attends, but what it mixes goes nowhere.");
    const std::optional<HeadEffect> effect = m_session.headEffect();
    if (!effect)
        return {};
    const QString text = headEffectText(*effect);
    const QString answer = QString::fromStdString(m_session.trace()->answer);
    const bool is_other = effect->answer && QString::fromStdString(*effect->answer) != answer;
    return is_other ? sentencesText(
               {text, tr("The answer would be: %1").arg(lineOf(QString::fromStdString(*effect->answer)))})
                    : text;
}

QString Stage::headItem(const HeadName& head) const
{
    return (m_session.isRemoved(head) ? tr("Head %1 (taken out)")
            : m_session.isOff(head)   ? tr("Head %1 (off)")
                                      : tr("Head %1"))
        .arg(head.head + 1);
}

void Stage::refreshChoosers()
{
    const Selection& selection = m_session.selection();
    const Trace& trace = *m_session.trace();
    const AttentionSite site = m_session.site();
    const bool in_layer = showsLayer(selection.step, trace.config);
    m_layer->setVisible(in_layer);
    m_head->setVisible(in_layer && showsOneHead(trace, selection));
    QList<Choice> layers, heads;
    for (int layer = 0; layer < layersOf(trace.config, site); ++layer)
        layers.append(Choice(tr("Layer %1 of %2").arg(layer + 1).arg(layersOf(trace.config, site))));
    for (int head = 0; head < trace.config.n_heads; ++head)
        heads.append(Choice(headItem({site, selection.layerOf(site), head})));
    setChoices(*m_layer, layers, selection.layerOf(site));
    setChoices(*m_head, heads, selection.head);
    m_map->refresh();
    refreshWalk();
    m_layer->setAccessibleName(tr("Layer"));
    m_head->setAccessibleName(tr("Head"));

    m_need->setText(in_layer && showsOneHead(trace, selection) ? aboutHead() : QString());
    m_need->setVisible(!m_need->text().isEmpty());

    refreshPosition();
    refreshPresented();
}

void Stage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (currentView())
        currentView()->setMapHeight(int(height() * share_of_map));
}

/** Which row of the output: the word that is being written, or the place that is guessed. */
void Stage::refreshPosition()
{
    const Trace& trace = *m_session.trace();
    const Selection& selection = m_session.selection();
    const bool has_position = hasPosition(selection.step, trace.config) && trace.rows() > 0;
    m_place->setVisible(has_position);
    if (!has_position)
        return;
    const QSignalBlocker quiet(m_position); // it is told where it is, nobody moves it
    m_position->setRange(0, trace.rows() - 1);
    m_position->setValue(selection.position);
    m_position->setAccessibleName(trace.config.hasDecoder() && !trace.written.empty()
            ? tr("Token that is being written")
            : tr("Position"));
    const auto position = static_cast<std::size_t>(selection.position);
    const std::vector<Token>& shown = trace.config.hasDecoder() ? trace.written : trace.source;
    const QString word = position < shown.size() ? textOf(shown[position]) : QString();
    const QString read = position < trace.target.size() ? textOf(trace.target[position]) : QString();
    m_position_label->setText(!trace.config.hasDecoder() ? tr("At the position of “%1”").arg(word)
            : trace.written.empty()                      ? tr("Read up to “%1”").arg(read)
            : isGiven(trace, selection.position + 1)
            ? tr("Read up to “%1”; given next: “%2”").arg(read, word)
            : tr("Read up to “%1”, about to write “%2”").arg(read, word));
}

} // namespace glassformer
