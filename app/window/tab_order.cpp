#include "app/window/tab_order.h"

#include <QList>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

bool takesTab(const QWidget& widget, const QWidget& window)
{
    return &widget != &window && widget.window() == &window && widget.isVisible() && widget.isEnabled()
        && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy();
}

std::size_t partOf(const QWidget& widget, std::span<QWidget* const> parts)
{
    const auto found = std::find_if(
        parts.begin(), parts.end(), [&widget](const QWidget* part) { return part->isAncestorOf(&widget); });
    return std::size_t(found - parts.begin());
}

/** All that Tab reaches. Widgets that are made later stand last in Qt's own chain, wherever they lie. */
QList<QWidget*> orderOf(QWidget& window, std::span<QWidget* const> parts)
{
    QList<std::pair<std::size_t, QWidget*>> found;
    for (QWidget* widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain())
        if (takesTab(*widget, window) || widget == window.focusWidget())
            found.append({partOf(*widget, parts), widget});
    std::stable_sort(found.begin(), found.end(),
        [](const auto& left, const auto& right) { return left.first < right.first; });
    QList<QWidget*> order;
    for (const auto& [part, widget] : found)
        order << widget;
    return order;
}

void scrollTo(QWidget& widget)
{
    for (QWidget* here = widget.parentWidget(); here; here = here->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(here))
            area->ensureWidgetVisible(&widget);
}

} // namespace

bool moveFocus(QWidget& window, std::span<QWidget* const> parts, bool is_forward)
{
    const QList<QWidget*> order = orderOf(window, parts);
    if (order.isEmpty())
        return false;
    const qsizetype at = order.indexOf(window.focusWidget());
    const qsizetype next = at < 0 ? (is_forward ? 0 : order.size() - 1)
                                  : (at + (is_forward ? 1 : order.size() - 1)) % order.size();
    order[next]->setFocus(is_forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    scrollTo(*order[next]);
    return true;
}

} // namespace glassformer
