#include "widgets/machine/architecture_map.h"

#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"
#include "widgets/look/line_text.h"
#include "widgets/look/scaled_font.h"
#include "widgets/steps/step_entry.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace glassformer {
namespace {

/** In full, else in brief, in letters that are as much smaller as its room wants. */
void writeHead(QLabel& label, const QString& full, const QString& brief)
{
    constexpr double smallest = 0.68, step = 0.04;
    const QFont usual = label.parentWidget()->font();
    const auto fits = [&label](const QFont& font, const QString& text) {
        return QFontMetricsF(font).horizontalAdvance(text) <= label.width();
    };
    const bool is_full = fits(usual, full);
    const QString text = is_full || fits(usual, brief)
        ? brief
        : QString(brief).replace(QStringLiteral(" / "), QStringLiteral("/"));
    double factor = 1;
    while (!is_full && factor > smallest && !fits(scaledFont(usual, factor), text))
        factor -= step;
    label.setFont(scaledFont(usual, factor));
    label.setText(is_full ? full : text);
}

} // namespace

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
    return {letterWidth(*this) * 30, 400};
}

void ArchitectureMap::showRun(std::shared_ptr<const Trace> trace, const Selection& selection)
{
    const StepKind before = m_selection.step;
    const bool is_known = trace == m_trace;
    m_trace = std::move(trace);
    m_selection = selection;
    if (!is_known && (m_steps != stepsOf(*m_trace) || m_config != m_trace->config))
        build();
    else if (before != selection.step)
        m_page->letFlow(wayAlong(wiresBetween(m_steps, m_config), before, selection.step));
    refresh();
}

void ArchitectureMap::setPath(std::optional<MachinePath> path)
{
    m_path = std::move(path);
    refresh();
}

/** Past the blocks of the layer, or out of the one that puts it out; and from an encoder to the decoder. */
std::vector<Wire> ArchitectureMap::litWires() const
{
    std::vector<Wire> lit;
    if (!m_path)
        return lit;
    const bool is_stream =
        m_path->block == StepKind::LayerOutput || m_path->block == StepKind::DecoderLayerOutput;
    const StepPart part = partOf(m_path->block, m_config);
    for (const Wire& wire : wiresBetween(m_steps, m_config)) {
        const bool is_inside = partOf(wire.to, m_config) == part;
        const bool is_on_path = is_stream ? is_inside && wire.kind == WireKind::Residual
                                          : is_inside && wire.from == m_path->block;
        if (is_on_path || (wire.kind == WireKind::Memory && m_path->site == AttentionSite::Encoder))
            lit.push_back(wire);
    }
    return lit;
}

void ArchitectureMap::build()
{
    m_steps = stepsOf(*m_trace);
    m_config = m_trace->config;
    m_blocks.clear();
    m_heads.clear();
    m_page = new MachinePage;
    connect(m_page, &MachinePage::laidOut, this, &ArchitectureMap::placeAll);
    StepPart part = StepPart::Output;
    for (const StepKind kind : m_steps) {
        const bool is_other_part = partOf(kind, m_config) != part;
        part = partOf(kind, m_config);
        if (is_other_part && showsLayer(kind, m_config))
            addLayerHead(part == StepPart::DecoderLayer ? AttentionSite::DecoderSelf : firstSiteOf(m_config));
        addBlock(kind);
    }
    setWidget(m_page);
    m_page->setMachine(m_steps, m_config);
}

void ArchitectureMap::addBlock(StepKind kind)
{
    auto* block = new MapBlock(m_page);
    block->setKind(blockKindOf(kind, m_config));
    connect(block, &MapBlock::clicked, this, [this, kind] {
        Selection wanted = m_selection;
        wanted.step = kind;
        emit selectionWanted(wanted);
        refresh();
    });
    connect(block, &MapBlock::neighbourWanted, this, [this, kind](int by) { goFrom(kind, by); });
    m_blocks[kind] = block;
}

void ArchitectureMap::goFrom(StepKind kind, int by)
{
    const auto at = std::find(m_steps.begin(), m_steps.end(), kind) - m_steps.begin() + by;
    if (at < 0 || at >= std::ptrdiff_t(m_steps.size()))
        return;
    MapBlock* block = m_blocks[m_steps[std::size_t(at)]];
    block->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(block, 0, 40);
}

void ArchitectureMap::addLayerHead(AttentionSite site)
{
    LayerHead head;
    head.site = site;
    head.name = new QLabel(m_page);
    head.name->setTextFormat(Qt::PlainText);
    head.ladder = new LayerLadder(m_page);
    head.lower = new QToolButton(m_page);
    head.higher = new QToolButton(m_page);
    head.lower->setArrowType(Qt::LeftArrow);
    head.higher->setArrowType(Qt::RightArrow);
    connect(
        head.ladder, &LayerLadder::layerWanted, this, [this, site](int layer) { chooseLayer(site, layer); });
    for (QToolButton* button : {head.lower, head.higher}) {
        button->setAutoRaise(true);
        button->setIconSize({8, 8});
        const int by = button == head.lower ? -1 : 1;
        connect(button, &QToolButton::clicked, this,
            [this, site, by] { chooseLayer(site, m_selection.layerOf(site) + by); });
    }
    m_heads.push_back(head);
}

/** Everything to where the page has laid it out. */
void ArchitectureMap::placeAll()
{
    const MachineLayout& machine = m_page->machine();
    // In two columns words are broken; in one size they still look alike.
    QFont small = font();
    if (machine.has_two_columns)
        small = scaledFont(small, 0.88);
    for (const auto& [kind, block] : m_blocks) {
        block->setFont(small);
        if (const auto place = machine.blocks.find(kind); place != machine.blocks.end())
            block->setGeometry(place->second.toRect());
    }
    for (const LayerHead& head : m_heads)
        for (const MachineFrame& frame : machine.frames) {
            if (frame.site != head.site)
                continue;
            const QRect room = frame.head.toRect();
            const int line = fontMetrics().height(), low = room.height() - line;
            head.name->setGeometry(room.left() + 4, room.top(), room.width() - 4, line);
            head.lower->setGeometry(room.left(), room.top() + line - 1, 16, low);
            head.higher->setGeometry(room.right() - 15, room.top() + line - 1, 16, low);
            head.ladder->setGeometry(room.left() + 18, room.top() + line, room.width() - 36, low - 3);
            refreshHead(head);
        }
    showCurrent();
}

void ArchitectureMap::chooseLayer(AttentionSite site, int layer)
{
    emit selectionWanted(withLayer(m_selection, site, layer));
}

void ArchitectureMap::refresh()
{
    if (!m_trace)
        return;
    const StepContext context{*m_trace, m_selection};
    for (const auto& [kind, block] : m_blocks) {
        const StepEntry& entry = entryOf(kind);
        block->setName(entry.block(m_trace->config));
        block->setDetail(entry.detail ? entry.detail(context) : QString());
        block->setChecked(kind == m_selection.step);
        // Tab comes here once; inside, arrows go from block to block.
        block->setFocusPolicy(kind == m_selection.step ? Qt::StrongFocus : Qt::ClickFocus);
        block->setLit(m_path && kind == m_path->block);
    }
    m_page->setLit(litWires());
    for (const LayerHead& head : m_heads)
        refreshHead(head);
    showCurrent();
}

void ArchitectureMap::refreshHead(const LayerHead& head)
{
    const int layer = m_selection.layerOf(head.site), count = layersOf(m_config, head.site);
    const bool is_encoder = head.site == AttentionSite::Encoder;
    const QString full = (!m_config.hasCrossAttention() ? tr("Layer %1 of %2")
            : is_encoder                                ? tr("Encoder · layer %1 of %2")
                                                        : tr("Decoder · layer %1 of %2"))
                             .arg(layer + 1)
                             .arg(count);
    const QString brief =
        (is_encoder ? tr("Encoder %1 / %2") : tr("Decoder %1 / %2")).arg(layer + 1).arg(count);
    writeHead(*head.name, full, brief);
    head.name->setToolTip(full);
    head.ladder->setLayer(layer, count);
    const bool is_on_path = m_path && m_path->site == head.site;
    head.ladder->setPath(is_on_path ? m_path->layers : std::vector<std::optional<PathStop>>());
    head.lower->setEnabled(layer > 0);
    head.higher->setEnabled(layer + 1 < count);
    head.lower->setAccessibleName(tr("Previous layer"));
    head.higher->setAccessibleName(tr("Next layer"));
    for (QToolButton* button : {head.lower, head.higher})
        button->setToolTip(button->accessibleName());
    for (QWidget* widget : std::initializer_list<QWidget*>{head.ladder, head.lower, head.higher})
        widget->setVisible(count > 1);
}

/** Scrolls to the block of the open step. */
void ArchitectureMap::showCurrent()
{
    if (const auto current = m_blocks.find(m_selection.step); current != m_blocks.end())
        ensureWidgetVisible(current->second, 0, 40);
}

/** In a smaller window it would be out of sight. */
void ArchitectureMap::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    showCurrent();
}

void ArchitectureMap::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace glassformer
