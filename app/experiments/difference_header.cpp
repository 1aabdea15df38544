#include "app/experiments/difference_header.h"

#include "app/window/lines/message_text.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"
#include "widgets/comparison/layer_trail.h"
#include "widgets/comparison/record_content.h"
#include "widgets/look/line_text.h"
#include "widgets/pictures/trace_content.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace glassformer {

DifferenceHeader::DifferenceHeader(Comparison& comparison, QWidget* parent)
    : QWidget(parent)
    , m_comparison(comparison)
    , m_sentence(new QLabel)
    , m_trail(new LayerTrailPicture)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(QStringLiteral("firstDifference"));
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_sentence, 1);
    column->addWidget(m_trail);
    connect(m_trail, &LayerTrailPicture::stageChosen, this, &DifferenceHeader::chooseStage);
    connect(&m_comparison, &Comparison::changed, this, &DifferenceHeader::refresh);
    refresh();
}

AttentionSite DifferenceHeader::stack() const
{
    return m_comparison.session(Side::Left).site() == AttentionSite::Encoder ? AttentionSite::Encoder
                                                                             : AttentionSite::DecoderSelf;
}

/** The same step in that layer; from a step that shows no layer, what the layer passes on. */
void DifferenceHeader::chooseStage(int stage)
{
    Session& session = m_comparison.session(Side::Left);
    const ModelConfig& config = session.trace()->config;
    Selection wanted = session.selection();
    const bool is_second = isDecoderStep(wanted.step, config);
    if (stage == 0)
        wanted.step = is_second ? StepKind::DecoderInput : StepKind::EncoderInput;
    else {
        if (!showsLayer(wanted.step, config))
            wanted.step = is_second ? StepKind::DecoderLayerOutput : StepKind::LayerOutput;
        wanted = withLayer(wanted, stack(), stage - 1);
    }
    m_comparison.choose(Side::Left, wanted);
}

void DifferenceHeader::refresh()
{
    const Session& session = m_comparison.session(Side::Left);
    const Trace& trace = *session.trace();
    const RunSide side{trace, session.selection()};
    const auto& streams = m_comparison.streams();
    LayerTrail trail;
    const auto row = std::size_t(side.chosenRow());
    if (streams && row < streams->counterparts.size()) {
        for (const auto& cells : streams->cells)
            trail.distances.push_back(
                cells[row] ? std::optional<double>(cells[row]->relative) : std::nullopt);
        trail.first = streams->firstDifference(int(row));
        if (showsLayer(side.selection.step, trace.config))
            trail.chosen = side.selection.layerOf(stack()) + 1;
        else if (side.selection.step == StepKind::EncoderInput
            || side.selection.step == StepKind::DecoderInput)
            trail.chosen = 0;
    }
    const QString token = row < side.rows().size() ? textOf(side.rows()[row]) : QString();
    m_sentence->setText(!trail.isEmpty()            ? breakableText(trailSentence(trail, token))
            : !m_comparison.isOneModel()            ? tr("Two models: only their maps and their words can be "
                                                                    "compared, not their vectors.")
            : !m_comparison.streamTrouble().empty() ? sentenceText(m_comparison.streamTrouble())
                                                    : tr("Comparing the two runs …"));
    m_trail->setVisible(!trail.isEmpty() && !m_is_presented);
    m_trail->setTrail(std::move(trail));
}

void DifferenceHeader::setPresented(bool is_presented)
{
    m_is_presented = is_presented;
    refresh();
}

void DifferenceHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace glassformer
