#include "app/stage.h"

#include "app/step_text.h"
#include "core/trace/step_list.h"
#include "widgets/look/palette.h"
#include "widgets/step_view.h"
#include "widgets/step_view_list.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QStackedWidget>

namespace glassformer {

Stage::Stage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel)
    , m_reading(new QLabel)
    , m_answer(new QLabel)
    , m_stack(new QStackedWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.5);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::RichText);
    for (QLabel* label : {m_title, m_reading, m_answer})
        label->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answer->setObjectName(QStringLiteral("answer"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_reading, m_answer, makeChooserBar()})
        column->addWidget(widget);
    column->addWidget(m_stack, 1);
    connect(&m_session, &Session::experimentDone, this, &Stage::refreshChoosers);
}

/** Layer, head, and the place that the decoder writes. */
QWidget* Stage::makeChooserBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 2, 0, 4);
    m_layer = new QComboBox;
    m_head = new QComboBox;
    m_need = new QLabel;
    m_need->setObjectName(QStringLiteral("need"));
    m_need->setWordWrap(true);
    m_position_label = new QLabel;
    m_position = new QSlider(Qt::Horizontal);
    m_position->setMaximumWidth(260);
    m_position->setPageStep(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_layer, m_head, m_position_label, m_position})
        row->addWidget(widget);
    row->addSpacing(8);
    row->addWidget(m_need, 1);
    connect(m_layer, &QComboBox::activated, this, [this](int layer) { m_session.chooseLayer(layer); });
    connect(m_head, &QComboBox::activated, this, [this](int head) { m_session.chooseHead(head); });
    connect(m_position, &QSlider::valueChanged, this, [this](int position) {
        Selection selection = m_session.selection();
        selection.position = position;
        m_session.select(selection);
    });
    return bar;
}

AttentionSite Stage::site() const
{
    return attentionSiteOf(m_session.selection().step);
}

StepView* Stage::currentView() const
{
    return static_cast<StepView*>(m_stack->currentWidget());
}

void Stage::refresh()
{
    const Selection& selection = m_session.selection();
    const Trace& trace = *m_session.trace();
    StepView*& view = m_views[selection.step];
    if (!view) {
        view = makeStepView(selection.step, m_stack);
        view->setTokenOf([this](int id) { return m_session.model().tokenizer.token(id); });
        connect(view, &StepView::selectionWanted, &m_session, &Session::select);
        connect(view, &StepView::wordWanted, &m_session, &Session::writeInstead);
        m_stack->addWidget(view);
    }
    view->showRun(m_session.trace(), selection);
    m_stack->setCurrentWidget(view);

    m_title->setText(stageTitle(trace, selection, paletteFor(palette())));
    m_reading->setText(stepReading(selection.step));
    const QString answer = QString::fromStdString(trace.answer);
    const QString& before = m_session.answerBefore();
    m_answer->setText(before.isEmpty() ? tr("Answer: %1").arg(answer)
            : before == answer
            ? tr("Answer: %1 — the same as before: here the model does not need what was changed.")
                  .arg(answer)
            : tr("Answer: %1 — before: %2").arg(answer, before));
    // These two show nothing but the answer.
    m_answer->setVisible(selection.step != StepKind::Sentence && selection.step != StepKind::Answer);
    refreshChoosers();
}

/** What the answer would be without a head; empty as long as that is being tried. */
QString Stage::needOf(const HeadName& head)
{
    if (m_session.isRemoved(head))
        return tr("Training took this head out: it still attends, but what it mixes goes nowhere.");
    const std::optional<QString> without = m_session.answerWithout(head);
    if (!without)
        return {};
    return *without == QString::fromStdString(m_session.trace()->answer)
        ? tr("Switched off, this head would change nothing here: the answer does not need it.")
        : tr("Without this head: %1").arg(*without);
}

void Stage::refreshChoosers()
{
    const Selection& selection = m_session.selection();
    const Trace& trace = *m_session.trace();
    const bool in_layer =
        partOf(selection.step) == StepPart::EncoderLayer || partOf(selection.step) == StepPart::DecoderLayer;
    m_layer->setVisible(in_layer);
    m_head->setVisible(in_layer && showsHead(selection.step));
    const int layers =
        site() == AttentionSite::Encoder ? trace.config.encoder_layers : trace.config.decoder_layers;
    m_layer->clear();
    for (int layer = 0; layer < layers; ++layer)
        m_layer->addItem(tr("Layer %1").arg(layer + 1));
    m_layer->setCurrentIndex(selection.layerOf(site()));
    m_head->clear();
    for (int head = 0; head < trace.config.n_heads; ++head)
        m_head->addItem(m_session.isOff({site(), selection.layerOf(site()), head})
                ? tr("Head %1 (off)").arg(head + 1)
                : tr("Head %1").arg(head + 1));
    m_head->setCurrentIndex(selection.head);
    m_layer->setAccessibleName(tr("Layer"));
    m_head->setAccessibleName(tr("Head"));

    const HeadName chosen{site(), selection.layerOf(site()), selection.head};
    const bool shows_need = in_layer && showsHead(selection.step) && !m_session.isOff(chosen);
    m_need->setText(shows_need ? needOf(chosen) : QString());

    const bool writes = isDecoderStep(selection.step);
    m_position->setVisible(writes);
    m_position_label->setVisible(writes);
    m_position->setRange(0, static_cast<int>(trace.written.size()) - 1);
    m_position->setValue(selection.position);
    m_position->setAccessibleName(tr("Word that is being written"));
    m_position_label->setText(
        tr("About to write: %1")
            .arg(QString::fromStdString(trace.written[static_cast<std::size_t>(selection.position)].text)));
}

} // namespace glassformer
