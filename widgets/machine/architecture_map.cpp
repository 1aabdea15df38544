#include "widgets/machine/architecture_map.h"

#include "core/trace/step/step_list.h"
#include "widgets/look/line_text.h"
#include "widgets/look/palette.h"
#include "widgets/steps/step_entry.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace glassformer {
namespace {

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

} // namespace

MapBlock::MapBlock(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MapBlock::setName(const QString& name)
{
    m_name = name;
    setText(literalLabel(name));
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
    return {metrics.horizontalAdvance(m_name + m_detail) + 3 * metrics.averageCharWidth() + 20,
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
        return inside.width() - QFontMetricsF(name).horizontalAdvance(m_name) - 6;
    };
    // The frame says already which block it is; the shape is said nowhere else.
    if (roomBesideName() < metrics.horizontalAdvance(m_detail))
        name.setBold(false);
    const double room = roomBesideName();
    painter.setFont(name);
    painter.setPen(colours.ink);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, m_name);
    // A word may be cut, but half a shape would be another shape.
    const bool is_shape = m_detail.contains(QChar(0xd7));
    if (room > (is_shape ? metrics.horizontalAdvance(m_detail) : metrics.height())) {
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

void ArchitectureMap::refresh()
{
    if (!m_trace)
        return;
    const StepContext context{*m_trace, m_selection};
    m_heading->setText(tr("The model"));
    for (const auto& [kind, block] : m_blocks) {
        const StepEntry& entry = entryOf(kind);
        block->setName(entry.block(m_trace->config));
        block->setDetail(entry.detail ? entry.detail(context) : QString());
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
    showCurrent();
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
