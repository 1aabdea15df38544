#include "app/experiments/one_line.h"

#include "widgets/look/line_text.h"
#include "widgets/look/scaled_font.h"

#include <algorithm>

namespace glassformer {
namespace {

/** The part with as much before and behind it as there is room for. */
QString around(const QString& text, const KeptPart& kept, const QFontMetrics& metrics, int room)
{
    qsizetype begin = kept.from, end = kept.from + kept.length;
    const auto shown = [&](qsizetype from, qsizetype to) {
        return text.left(kept.lead) + (from > kept.lead ? QStringLiteral("…") : QString())
            + text.mid(from, to - from) + (to < text.size() ? QStringLiteral("…") : QString());
    };
    const auto fits = [&](qsizetype from, qsizetype to) {
        return metrics.horizontalAdvance(shown(from, to)) <= room;
    };
    if (metrics.horizontalAdvance(text) <= room)
        return text;
    if (!fits(begin, end))
        return metrics.elidedText(shown(begin, end), Qt::ElideMiddle, room);
    for (bool grows = true; grows;) {
        grows = false;
        if (begin > kept.lead && fits(begin - 1, end)) {
            --begin;
            grows = true;
        }
        if (end < text.size() && fits(begin, end + 1)) {
            ++end;
            grows = true;
        }
    }
    return shown(begin, end);
}

} // namespace

KeptPart differingPart(const QString& text, const QString& other)
{
    qsizetype same =
        std::mismatch(text.cbegin(), text.cend(), other.cbegin(), other.cend()).first - text.cbegin();
    const qsizetype left = std::min(text.size(), other.size()) - same;
    const auto behind = std::mismatch(text.crbegin(), text.crbegin() + left, other.crbegin());
    qsizetype end = text.crend() - behind.first;
    const auto isInside = [&text](qsizetype at) {
        return at > 0 && at < text.size() && text[at - 1].isLetter() && text[at].isLetter()
            && text[at].script() != QChar::Script_Han;
    };
    if (same == text.size() && same == other.size())
        return {};
    while (isInside(same))
        --same;
    while (isInside(end))
        ++end;
    return {same, end - same, 0};
}

OneLine::OneLine(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OneLine::setWhole(const QString& text, const KeptPart& kept)
{
    m_whole = text.simplified();
    m_kept = m_whole == text ? kept : KeptPart();
    setAccessibleName(m_whole);
    updateGeometry();
    cut();
}

QSize OneLine::sizeHint() const
{
    // A little more than the text: a width in whole pixels must not cut its last letter.
    const int spare = letterWidth(*this) / 2 + 1;
    return {fontMetrics().horizontalAdvance(m_whole) + spare, fontMetrics().height() + 2};
}

QSize OneLine::minimumSizeHint() const
{
    const int least = letterWidth(*this) * 8;
    return {std::min(least, sizeHint().width()), fontMetrics().height() + 2};
}

void OneLine::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    cut();
}

void OneLine::cut()
{
    const QString shown = m_kept.length > 0 ? around(m_whole, m_kept, fontMetrics(), width())
                                            : fontMetrics().elidedText(m_whole, Qt::ElideMiddle, width());
    setText(shown);
    setToolTip(shown == m_whole ? QString() : tipText(m_whole));
}

} // namespace glassformer
