#include "widgets/paint/words/normal_text_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace glassformer {
namespace {

constexpr int most_lines = 3; ///< pairs of them
constexpr double line_height = 1.5, pair_gap = 0.5, margin = 3;

QString visibleSpaces(QString text)
{
    text.replace(u' ', u'\u2423');
    text.replace(u'\t', u'\u21e5');
    text.replace(u'\n', u'\u21b5');
    text.replace(u'\u3000', u'\u2423');
    for (QChar& character : text)
        if (!character.isPrint() || character == u'\u00a0')
            character = u'\u00b7';
    return text;
}

/** Words with the spaces behind them; between two Chinese characters, too, a line may break. */
std::vector<QString> words(const QString& text)
{
    std::vector<QString> found(1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        found.back() += text[i];
        const bool is_end = text[i].isSpace() || text[i].script() == QChar::Script_Han;
        if (is_end && i + 1 < text.size() && !text[i + 1].isSpace())
            found.emplace_back();
    }
    return found;
}

QFont fontOf(const NormalTextPart& part, const FigureStyle& style)
{
    return style.scaledFont(1.08, part.is_changed);
}

} // namespace

NormalTextContent readyForLines(NormalTextContent content)
{
    NormalTextContent ready{content.typed_title, content.cut_title, {}, content.is_whole};
    for (const NormalTextPart& part : content.parts) {
        if (part.is_changed) {
            ready.parts.push_back({visibleSpaces(part.typed), visibleSpaces(part.cut), true});
            continue;
        }
        for (const QString& word : words(part.typed))
            ready.parts.push_back({word, word, false});
    }
    if (!content.is_whole)
        ready.parts.push_back({QStringLiteral("…"), QStringLiteral("…"), false});
    return ready;
}

NormalTextGeometry layoutNormalText(
    const QRectF& area, const NormalTextContent& content, const FigureStyle& style)
{
    NormalTextGeometry geometry;
    const QFontMetricsF title(style.smallFont());
    const double line = style.em() * line_height;
    geometry.title_width =
        std::max(title.horizontalAdvance(content.typed_title), title.horizontalAdvance(content.cut_title))
        + style.em();
    const double left = area.left() + geometry.title_width;
    double x = left, y = area.top();
    int lines = 1;
    for (const NormalTextPart& part : content.parts) {
        const QFontMetricsF metrics(fontOf(part, style));
        const double widest =
            std::max(metrics.horizontalAdvance(part.typed), metrics.horizontalAdvance(part.cut));
        const double room = std::max(style.em() * 4, area.right() - left);
        const double width = std::min(part.is_changed ? widest + 2 * margin : widest, room);
        if (x > left && x + width > area.right()) {
            if (++lines > most_lines)
                break;
            x = left;
            y += 2 * line + style.em() * pair_gap;
        }
        geometry.typed.emplace_back(x, y, width, line);
        geometry.cut.emplace_back(x, y + line, width, line);
        x += width + (part.is_changed ? 1 : 0);
    }
    geometry.height = y - area.top() + 2 * line;
    return geometry;
}

void paintNormalText(QPainter& painter, const QRectF& area, const NormalTextGeometry& geometry,
    const NormalTextContent& content, const FigureStyle& style)
{
    if (geometry.typed.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto half = [&](const std::vector<QRectF>& rects, const QString& title, bool is_cut) {
        double last_y = -1;
        for (std::size_t i = 0; i < rects.size(); ++i) {
            const NormalTextPart& part = content.parts[i];
            const QRectF& rect = rects[i];
            if (rect.top() != last_y) {
                painter.setFont(style.smallFont());
                painter.setPen(style.palette.faint_ink);
                painter.drawText(QRectF(area.left(), rect.top(), geometry.title_width, rect.height()),
                    Qt::AlignLeft | Qt::AlignVCenter, title);
            }
            last_y = rect.top();
            const QColor role = is_cut ? style.palette.value : style.palette.key;
            if (part.is_changed) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(mixed(style.palette.card, role, 0.16));
                painter.drawRoundedRect(rect.adjusted(0.5, 1.5, -0.5, -1.5), 3, 3);
            }
            QFont font = fontOf(part, style);
            font.setStrikeOut(!is_cut && part.is_changed && part.cut.isEmpty());
            painter.setFont(font);
            painter.setPen(part.is_changed ? role : style.palette.ink);
            const QString& text = is_cut ? part.cut : part.typed;
            painter.drawText(rect, part.is_changed ? Qt::AlignCenter : int(Qt::AlignLeft | Qt::AlignVCenter),
                QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 1));
        }
    };
    half(geometry.typed, content.typed_title, false);
    half(geometry.cut, content.cut_title, true);
    painter.restore();
}

} // namespace glassformer
