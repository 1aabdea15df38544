#include "widgets/comparison/layer_trail.h"

#include "widgets/comparison/record_content.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"

#include <QFocusEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

/** "at the input", "after layer 3" */
QString stageText(int stage)
{
    return stage == 0 ? ComparisonText::tr("at the input") : ComparisonText::tr("after layer %1").arg(stage);
}

/** The stage with the largest distance. */
std::optional<int> furthest(const LayerTrail& trail)
{
    std::optional<int> best;
    for (std::size_t i = 0; i < trail.distances.size(); ++i)
        if (const auto& distance = trail.distances[i]; distance && std::isfinite(*distance)
            && (!best || *distance > *trail.distances[std::size_t(*best)]))
            best = int(i);
    return best;
}

/** By how many layers a key moves; 0: it is none of these. */
int stepOf(const QKeyEvent& key)
{
    if (key.modifiers() & ~Qt::KeypadModifier)
        return 0;
    return key.key() == Qt::Key_Left ? -1 : key.key() == Qt::Key_Right ? 1 : 0;
}

constexpr double gap_share = 0.18; ///< of a column, on either side of its bar
constexpr double most_gap = 6;

} // namespace

QString trailSentence(const LayerTrail& trail, const QString& token)
{
    const std::optional<int> most = furthest(trail);
    if (!most)
        return ComparisonText::tr("Nothing stands for “%1” on the other side.").arg(token);
    if (!trail.first)
        return ComparisonText::tr("“%1” is the same in both runs, after every layer.").arg(token);
    const auto share = [&](int stage) {
        return percentText(trail.distances[std::size_t(stage)].value_or(0));
    };
    if (*most == *trail.first)
        //: it, after layer 2, 64 %
        return ComparisonText::tr("“%1” first differs %2 (by %3 of its length), and nowhere more.")
            .arg(token, stageText(*most), share(*most));
    //: it, after layer 1, 12 %, after layer 3, 64 %
    return ComparisonText::tr("“%1” first differs %2 (by %3 of its length), most %4 (%5).")
        .arg(token, stageText(*trail.first), share(*trail.first), stageText(*most), share(*most));
}

LayerTrailPicture::LayerTrailPicture(QWidget* parent)
    : Picture(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LayerTrailPicture::setTrail(LayerTrail trail)
{
    m_trail = std::move(trail);
    retranslate();
    update();
}

QSize LayerTrailPicture::sizeHint() const
{
    return {int(figureStyle().em() * 16), int(figureStyle().em() * 2.6)};
}

QSize LayerTrailPicture::minimumSizeHint() const
{
    return {int(figureStyle().em() * 6), int(figureStyle().em() * 2.6)};
}

QRectF LayerTrailPicture::columnIn(const QRectF& area, int stage) const
{
    const double width = area.width() / double(std::max<std::size_t>(1, m_trail.distances.size()));
    return {area.left() + stage * width, area.top(), width, area.height()};
}

QRectF LayerTrailPicture::columnRect(int stage) const
{
    return columnIn(rect(), stage);
}

void LayerTrailPicture::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    if (m_trail.isEmpty())
        return;
    const std::optional<int> most = furthest(m_trail);
    const double limit = most ? std::max(1e-9, *m_trail.distances[std::size_t(*most)]) : 1;
    const QFont font = style.scaledFont(0.76);
    const QFontMetricsF metrics(font);
    const double text_height = metrics.height();
    const double widest = metrics.horizontalAdvance(ComparisonText::tr("in", "what enters the layers")) + 4;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const int count = int(m_trail.distances.size());
    const int stride = std::max(1, int(std::ceil(widest / std::max(1.0, columnIn(area, 0).width()))));
    for (int stage = 0; stage < count; ++stage) {
        const QRectF column = columnIn(area, stage);
        const double gap = std::min(most_gap, column.width() * gap_share);
        const QRectF track = column.adjusted(gap, 1, -gap, -text_height - 1);
        const bool is_chosen = m_trail.chosen == stage;
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.palette.chip);
        painter.drawRect(track);
        const std::optional<double>& distance = m_trail.distances[std::size_t(stage)];
        const double share =
            distance && std::isfinite(*distance) ? std::clamp(*distance / limit, 0.0, 1.0) : 0;
        painter.setBrush(is_chosen ? style.palette.selected : style.palette.positive);
        painter.drawRect(track.adjusted(0, track.height() * (1 - share), 0, 0));
        painter.setPen(is_chosen ? style.palette.selected : style.palette.faint_ink);
        if (stage % stride == 0 || is_chosen)
            painter.drawText(
                QRectF(column.left() - widest, track.bottom() + 1, column.width() + 2 * widest, text_height),
                Qt::AlignHCenter | Qt::AlignTop,
                stage == 0 ? ComparisonText::tr("in", "what enters the layers") : QString::number(stage));
    }
    if (hasFocus()) {
        painter.setPen(QPen(style.palette.selected, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.restore();
}

std::optional<int> LayerTrailPicture::stageAt(const QPointF& position) const
{
    for (int stage = 0; stage < int(m_trail.distances.size()); ++stage)
        if (columnRect(stage).contains(position))
            return stage;
    return std::nullopt;
}

void LayerTrailPicture::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> stage = stageAt(event->position());
    if (event->button() == Qt::LeftButton && stage)
        emit stageChosen(*stage);
}

void LayerTrailPicture::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<int> stage = stageAt(event->position());
    stage ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (!stage || !m_trail.distances[std::size_t(*stage)])
        return QToolTip::hideText();
    //: after layer 3, 64 %
    const QString text = ComparisonText::tr("%1: %2 of the mean length of the two vectors apart")
                             .arg(stageText(*stage), percentText(*m_trail.distances[std::size_t(*stage)]));
    QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), tipText(text), this);
}

/** The window has the arrow keys for its steps: here they are for the layers. */
bool LayerTrailPicture::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && stepOf(*static_cast<QKeyEvent*>(event)) != 0)
        event->accept();
    return Picture::event(event);
}

void LayerTrailPicture::keyPressEvent(QKeyEvent* event)
{
    const int step = stepOf(*event);
    if (step == 0 || m_trail.isEmpty())
        return Picture::keyPressEvent(event);
    const int from = m_trail.chosen.value_or(step > 0 ? -1 : 0);
    emit stageChosen(std::clamp(from + step, 0, int(m_trail.distances.size()) - 1));
}

void LayerTrailPicture::focusInEvent(QFocusEvent* event)
{
    update();
    Picture::focusInEvent(event);
}

void LayerTrailPicture::focusOutEvent(QFocusEvent* event)
{
    update();
    Picture::focusOutEvent(event);
}

void LayerTrailPicture::retranslate()
{
    setAccessibleName(ComparisonText::tr("Distance of the two vectors, layer by layer"));
    QStringList texts;
    for (std::size_t i = 0; i < m_trail.distances.size(); ++i)
        if (m_trail.distances[i])
            texts << namedText(stageText(int(i)), percentText(*m_trail.distances[i]));
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
}

} // namespace glassformer
