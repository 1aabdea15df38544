#include "widgets/machine/architecture_map.h"

#include "core/trace/step_list.h"
#include "widgets/look/palette.h"
#include "widgets/pictures/trace_content.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace glassformer {
namespace {

/** What ends a block: the sum, and in models that norm behind it, the norm. */
QString residualName(const ModelConfig& config)
{
    if (config.norm_placement == NormPlacement::Before)
        return ArchitectureMap::tr("Add");
    return config.norm_kind == NormKind::Rms ? ArchitectureMap::tr("Add & RMSNorm")
                                             : ArchitectureMap::tr("Add & norm");
}

QString blockName(StepKind kind, const ModelConfig& config)
{
    switch (kind) {
    case StepKind::Sentence:
        return ArchitectureMap::tr("Sentence");
    case StepKind::Tokens:
        return ArchitectureMap::tr("Text → tokens");
    case StepKind::Embedding:
        return ArchitectureMap::tr("Embedding");
    case StepKind::Position:
        return ArchitectureMap::tr("Position");
    case StepKind::EncoderInput:
        return !addsPositions(config) ? ArchitectureMap::tr("Input")
            : config.embedding_norm   ? ArchitectureMap::tr("Sum & norm")
                                      : ArchitectureMap::tr("Sum");
    case StepKind::QueryKeyValue:
        return config.position_kind == PositionKind::Rotary ? ArchitectureMap::tr("Q K V, turned")
                                                            : ArchitectureMap::tr("Q K V");
    case StepKind::Scores:
        return config.position_kind == PositionKind::Relative ? ArchitectureMap::tr("Scores + distance")
            : config.scale_scores                             ? ArchitectureMap::tr("Scores ÷ √d")
                                                              : ArchitectureMap::tr("Scores");
    case StepKind::Softmax:
        return ArchitectureMap::tr("Softmax");
    case StepKind::WeightedSum:
        return ArchitectureMap::tr("Mix values");
    case StepKind::HeadsJoined:
        return ArchitectureMap::tr("Join heads");
    case StepKind::AttentionResidual:
        return residualName(config);
    case StepKind::FeedForward:
    case StepKind::DecoderFeedForward:
        return config.gated_feed_forward ? ArchitectureMap::tr("Gated feed-forward")
                                         : ArchitectureMap::tr("Feed-forward");
    case StepKind::LayerOutput:
        return ArchitectureMap::tr("Layer output");
    case StepKind::EncoderOutput:
        return config.hasDecoder() ? ArchitectureMap::tr("Encoder output")
                                   : ArchitectureMap::tr("Last vectors");
    case StepKind::TargetTokens:
        return ArchitectureMap::tr("Written so far");
    case StepKind::DecoderInput:
        return ArchitectureMap::tr("Decoder input");
    case StepKind::MaskedScores:
        return config.hasEncoder() ? ArchitectureMap::tr("Masked scores")
                                   : ArchitectureMap::tr("Mask the future");
    case StepKind::MaskedAttention:
        return ArchitectureMap::tr("Masked attention");
    case StepKind::CrossAttention:
        return ArchitectureMap::tr("Cross-attention");
    case StepKind::DecoderOutput:
        return config.hasEncoder() ? ArchitectureMap::tr("Decoder output")
                                   : ArchitectureMap::tr("Last vectors");
    case StepKind::Logits:
        return ArchitectureMap::tr("Linear");
    case StepKind::NextWord:
        return config.hasDecoder() ? ArchitectureMap::tr("Next word")
                                   : ArchitectureMap::tr("Word at a place");
    case StepKind::Answer:
        return ArchitectureMap::tr("Answer");
    }
    return {};
}

/** The dashed frame around the blocks of one layer. */
class LayerBox : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(mixed(paletteFor(palette()).border, paletteFor(palette()).ink, 0.15), 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

QString shape(std::size_t rows, std::size_t columns)
{
    return columns == 0 ? QString() : QStringLiteral("%1×%2").arg(rows).arg(columns);
}

} // namespace

MapBlock::MapBlock(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MapBlock::setDetail(const QString& detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    update();
}

QSize MapBlock::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text() + m_detail) + 3 * metrics.averageCharWidth() + 20,
        metrics.height() + 6};
}

void MapBlock::paintEvent(QPaintEvent*)
{
    const Palette& colours = paletteFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = isChecked() || hasFocus() ? 1.6 : 1.0;
    const QRectF frame = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(QPen(isChecked() || hasFocus() ? colours.selected : colours.border, line));
    painter.setBrush(isChecked() ? colours.chosen : underMouse() ? colours.chip : colours.card);
    painter.drawRoundedRect(frame, 6, 6);

    const QRectF inside = QRectF(rect()).adjusted(9, 0, -9, 0);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    const QFontMetricsF metrics(small);
    QFont name = font();
    name.setBold(isChecked());
    const auto roomBesideName = [&] {
        return inside.width() - QFontMetricsF(name).horizontalAdvance(text()) - 6;
    };
    // The frame says already which block it is; the shape is said nowhere else.
    if (roomBesideName() < metrics.horizontalAdvance(m_detail))
        name.setBold(false);
    const double room = roomBesideName();
    painter.setFont(name);
    painter.setPen(colours.ink);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (room > metrics.height()) {
        painter.setFont(small);
        painter.setPen(colours.faint_ink);
        painter.drawText(
            inside, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(m_detail, Qt::ElideRight, room));
    }
}

ArchitectureMap::ArchitectureMap(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Base);
}

QSize ArchitectureMap::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, 400};
}

void ArchitectureMap::showRun(std::shared_ptr<const Trace> trace, const Selection& selection)
{
    m_trace = std::move(trace);
    m_selection = selection;
    if (m_steps != stepsOf(*m_trace))
        build();
    refresh();
}

void ArchitectureMap::build()
{
    m_steps = stepsOf(*m_trace);
    m_blocks.clear();
    m_frames.clear();
    m_page = new QWidget;
    m_page->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(12, 10, 12, 6);
    column->setSpacing(3);
    m_heading = new QLabel;
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    column->addWidget(m_heading);
    QVBoxLayout* inside = nullptr;
    StepPart part = StepPart::Output;
    for (const StepKind kind : m_steps) {
        if (!inside || partOf(kind, m_trace->config) != part) {
            part = partOf(kind, m_trace->config);
            inside = part == StepPart::EncoderLayer ? addLayerFrame(attentionSiteOf(kind, m_trace->config))
                : part == StepPart::DecoderLayer    ? addLayerFrame(AttentionSite::DecoderSelf)
                                                    : column;
        }
        auto* block = new MapBlock;
        connect(block, &MapBlock::clicked, this, [this, kind] {
            Selection wanted = m_selection;
            wanted.step = kind;
            emit selectionWanted(wanted);
            refresh();
        });
        inside->addWidget(block);
        m_blocks[kind] = block;
    }
    column->addStretch(1);
    setWidget(m_page);
}

QVBoxLayout* ArchitectureMap::addLayerFrame(AttentionSite site)
{
    auto* frame = new LayerBox;
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(7, 2, 7, 6);
    column->setSpacing(3);
    auto* header = new QHBoxLayout;
    header->setSpacing(0);
    LayerFrame parts;
    parts.site = site;
    parts.name = new QLabel;
    parts.name->setMinimumWidth(1); // a map wider than its place would be moved to and fro
    parts.lower = new QToolButton;
    parts.higher = new QToolButton;
    parts.lower->setArrowType(Qt::UpArrow);
    parts.higher->setArrowType(Qt::DownArrow);
    header->addWidget(parts.name, 1);
    for (QToolButton* button : {parts.lower, parts.higher}) {
        button->setAutoRaise(true);
        button->setIconSize({10, 10});
        button->setFixedWidth(18);
        header->addWidget(button);
        connect(button, &QToolButton::clicked, this,
            [this, site, by = button == parts.lower ? -1 : 1] { moveLayer(site, by); });
    }
    column->addLayout(header);
    static_cast<QVBoxLayout*>(m_page->layout())->addWidget(frame);
    m_frames.push_back(parts);
    return column;
}

void ArchitectureMap::moveLayer(AttentionSite site, int by)
{
    emit selectionWanted(withLayer(m_selection, site, m_selection.layerOf(site) + by));
}

QString ArchitectureMap::detailOf(StepKind kind) const
{
    const ModelConfig& config = m_trace->config;
    const std::size_t s = m_trace->source.size(), t = m_trace->target.size();
    const auto d = static_cast<std::size_t>(config.d_model);
    const auto d_k = static_cast<std::size_t>(config.headSize());
    switch (kind) {
    case StepKind::Tokens:
        return QString::number(s);
    case StepKind::Embedding:
    case StepKind::Position:
    case StepKind::EncoderInput:
    case StepKind::HeadsJoined:
    case StepKind::AttentionResidual:
    case StepKind::LayerOutput:
    case StepKind::EncoderOutput:
        return shape(s, d);
    case StepKind::QueryKeyValue:
        return QStringLiteral("3 · ") + shape(s, d_k);
    case StepKind::Scores:
        return shape(s, s);
    case StepKind::Softmax:
        return config.keyValueHeads() == config.n_heads
            ? tr("%1 heads").arg(config.n_heads)
            : tr("%1 heads / %2").arg(config.n_heads).arg(config.keyValueHeads());
    case StepKind::WeightedSum:
        return shape(s, d_k);
    case StepKind::FeedForward:
    case StepKind::DecoderFeedForward:
        return QString::number(config.d_ff);
    case StepKind::TargetTokens:
        return QString::number(t);
    case StepKind::DecoderInput:
    case StepKind::DecoderOutput:
        return shape(t, d);
    case StepKind::MaskedScores:
    case StepKind::MaskedAttention:
        return shape(t, t);
    case StepKind::CrossAttention:
        return shape(t, s);
    case StepKind::Logits:
        return QString::number(config.vocabulary);
    case StepKind::NextWord: {
        const auto position = static_cast<std::size_t>(m_selection.position);
        return position < m_trace->written.size() ? QString::fromStdString(m_trace->written[position].text)
                                                  : QString();
    }
    case StepKind::Sentence:
    case StepKind::Answer:
        break;
    }
    return {};
}

void ArchitectureMap::refresh()
{
    if (!m_trace)
        return;
    m_heading->setText(tr("The machine"));
    for (const auto& [kind, block] : m_blocks) {
        block->setText(blockName(kind, m_trace->config));
        block->setDetail(detailOf(kind));
        block->setChecked(kind == m_selection.step);
    }
    for (const LayerFrame& frame : m_frames) {
        const int layer = m_selection.layerOf(frame.site), count = layersOf(m_trace->config, frame.site);
        frame.name->setText((!m_trace->config.hasCrossAttention() ? tr("Layer %1 of %2")
                : frame.site == AttentionSite::Encoder            ? tr("Encoder · layer %1 of %2")
                                                                  : tr("Decoder · layer %1 of %2"))
                                .arg(layer + 1)
                                .arg(count));
        frame.lower->setEnabled(layer > 0);
        frame.higher->setEnabled(layer + 1 < count);
        frame.lower->setAccessibleName(tr("Previous layer"));
        frame.higher->setAccessibleName(tr("Next layer"));
    }
    if (const auto current = m_blocks.find(m_selection.step); current != m_blocks.end())
        ensureWidgetVisible(current->second, 0, 40);
}

void ArchitectureMap::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace glassformer
