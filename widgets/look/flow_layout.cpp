#include "widgets/look/flow_layout.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

bool wantsWidth(const QLayoutItem& item)
{
    return item.expandingDirections() & Qt::Horizontal;
}

/** The least width that makes it worth its place in a line. */
int neededWidth(const QLayoutItem& item)
{
    return wantsWidth(item) ? item.minimumSize().width() : item.sizeHint().width();
}

int heightAt(const QLayoutItem& item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

/** Items and the sizes that they get. */
using Line = std::vector<std::pair<QLayoutItem*, QSize>>;

int heightOf(const Line& line)
{
    int height = 0;
    for (const auto& [item, size] : line)
        height = std::max(height, size.height());
    return height;
}

void place(const Line& line, QPoint at, int spacing)
{
    const int height = heightOf(line);
    for (const auto& [item, size] : line) {
        item->setGeometry(QRect(at + QPoint(0, (height - size.height()) / 2), size));
        at.rx() += size.width() + spacing;
    }
}

} // namespace

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
    invalidate();
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* taken = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return taken;
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const int inside = width - margins.left() - margins.right();
    return layOut({0, 0, inside, 0}, false) + margins.top() + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    QSize all;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const int gap = all.isValid() ? spacing() : 0;
        all = {std::max(0, all.width()) + gap + neededWidth(*item),
            std::max(all.height(), item->sizeHint().height())};
    }
    return all.expandedTo({0, 0}).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize largest(0, 0);
    for (const auto& item : m_items)
        if (!item->isEmpty())
            largest = largest.expandedTo(item->minimumSize());
    return largest.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    layOut(rect.marginsRemoved(contentsMargins()), true);
}

int FlowLayout::layOut(const QRect& inside, bool is_placing) const
{
    const int gap = spacing();
    int y = 0;
    Line line;
    int used = 0; // of the line, with the gap after its last item
    const auto endLine = [&] {
        if (line.empty())
            return;
        if (is_placing)
            place(line, inside.topLeft() + QPoint(0, y), gap);
        y += heightOf(line) + gap;
        line.clear();
        used = 0;
    };
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        if (used + neededWidth(*item) > inside.width())
            endLine();
        const int left = inside.width() - used;
        const int width = wantsWidth(*item) ? std::min(left, item->maximumSize().width())
                                            : std::min(left, neededWidth(*item));
        line.emplace_back(item.get(), QSize(width, heightAt(*item, width)));
        used += width + gap;
    }
    endLine();
    return std::max(0, y - gap);
}

} // namespace glassformer
