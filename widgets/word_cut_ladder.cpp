#include "widgets/word_cut_ladder.h"

#include "widgets/paint/token_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace glassformer {

namespace {

constexpr std::size_t most_tried = 6; // more attempts say nothing new

} // namespace

WordCutLadder::WordCutLadder(QWidget* parent)
    : Picture(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    retranslate();
}

void WordCutLadder::setCut(const std::string& text, WordCut cut)
{
    m_text = text;
    m_cut = std::move(cut);
    updateGeometry();
    update();
}

QString WordCutLadder::textOf(const TextSpan& span) const
{
    if (span.begin > span.end || span.end > m_text.size())
        return {};
    return QString::fromUtf8(m_text.data() + span.begin, qsizetype(span.end - span.begin));
}

QSize WordCutLadder::sizeHint() const
{
    const double em = figureStyle().em();
    return QSizeF(em * 34, em * (2.1 * double(m_cut.steps.size()) + 1.6)).toSize();
}

QSize WordCutLadder::minimumSizeHint() const
{
    return {int(figureStyle().em() * 12), sizeHint().height()};
}

void WordCutLadder::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    const double em = style.em();
    const double pitch = em * 2.1;
    const double first = area.width() * 0.24;
    const double second = area.width() * 0.46;
    painter.save();
    painter.setFont(style.smallFont());
    painter.setPen(style.palette.faint_ink);
    const auto heading = [&](double x, double width, const QString& text) {
        painter.drawText(QRectF(area.left() + x, area.top(), width, em * 1.3),
            Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width - 6));
    };
    heading(0, first, tr("still to cut"));
    heading(first, second, tr("tried, not in the vocabulary"));
    heading(first + second, area.width() - first - second, tr("taken"));
    double y = area.top() + em * 1.5;
    for (const CutStep& step : m_cut.steps) {
        painter.setFont(style.scaledFont(1.0));
        painter.setPen(style.palette.ink);
        painter.drawText(QRectF(area.left(), y, first - 6, pitch), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(textOf(step.span), Qt::ElideRight, first - 8));
        QFont struck = style.smallFont();
        struck.setStrikeOut(true);
        painter.setFont(struck);
        painter.setPen(style.palette.faint_ink);
        QStringList tried;
        for (std::size_t i = 0; i < std::min(step.tried.size(), most_tried); ++i)
            tried.append(QString::fromStdString(step.tried[i]));
        if (step.tried.size() > most_tried)
            tried.append(QStringLiteral("…"));
        painter.drawText(QRectF(area.left() + first, y, second - 8, pitch), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(struck).elidedText(tried.join(QStringLiteral("  ")), Qt::ElideRight, second - 10));
        const std::vector<Chip> chip{
            {QString::fromStdString(step.piece), {}, {}, ChipKind::Written, false, false}};
        const QRectF room(area.left() + first + second, y + em * 0.1, area.width() - first - second, pitch);
        paintChips(painter, layoutChips(room, chip, style), chip, std::nullopt, style);
        y += pitch;
    }
    painter.restore();
}

void WordCutLadder::retranslate()
{
    setAccessibleName(tr("How the word was cut"));
    update();
}

} // namespace glassformer
