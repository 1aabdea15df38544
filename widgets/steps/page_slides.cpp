#include "widgets/steps/page_slides.h"

#include "widgets/pictures/card.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr double most_of_a_window = 0.6; ///< for a picture that would take more and can do with less
constexpr double one_look = 0.85; ///< of the window, where a part is higher than that
constexpr double a_little = 1.06; ///< more than the window, which pictures do without rather than being cut

/** With which it can be read where it is as wide as now: controls may go on in other lines. */
int leastHeightOf(const QWidget& widget)
{
    const int least = widget.minimumSizeHint().height();
    const QLayout* layout = widget.layout();
    return layout && layout->hasHeightForWidth()
        ? std::max(least, layout->totalMinimumHeightForWidth(widget.width()))
        : least;
}

} // namespace

PageSlides::PageSlides(QScrollArea& area, QVBoxLayout& page, QWidget* first)
    : m_area(area)
    , m_page(page)
    , m_first(first)
{
    m_area.viewport()->installEventFilter(this);
    m_area.widget()->installEventFilter(this);
    m_area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    arrange();
}

PageSlides::~PageSlides()
{
    m_area.setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    for (const auto& [widget, own] : m_own_heights)
        if (own.widget)
            own.widget->setMinimumHeight(own.height);
    m_area.verticalScrollBar()->setValue(0);
}

std::vector<PageSlides::Part> PageSlides::parts() const
{
    std::vector<Part> parts;
    addParts(m_page, parts);
    return parts;
}

/** Cards that lie below each other because there is no room side by side are parts of their own. */
void PageSlides::addParts(const QBoxLayout& layout, std::vector<Part>& parts) const
{
    const int room = m_area.viewport()->height();
    for (int i = 0; i < layout.count(); ++i) {
        QWidget* widget = layout.itemAt(i)->widget();
        if (!widget || widget->isHidden())
            continue;
        const auto* inside =
            qobject_cast<CardRow*>(widget) ? qobject_cast<QBoxLayout*>(widget->layout()) : nullptr;
        if (inside && inside->direction() == QBoxLayout::TopToBottom) {
            addParts(*inside, parts);
            continue;
        }
        int least = leastHeightOf(*widget);
        if (least > room && least <= int(room * a_little))
            least = room;
        const int wanted = std::min(widget->sizeHint().height(), int(room * most_of_a_window));
        parts.push_back({widget, std::max(least, wanted), least, layout.stretch(i) > 0});
    }
}

/** The room that is left goes to the parts that grow, or to the last one. */
void PageSlides::fill(std::vector<Part>& group, int room)
{
    int left = room - m_page.spacing() * (int(group.size()) - 1);
    for (const Part& part : group)
        left -= part.height;
    auto growing =
        int(std::count_if(group.begin(), group.end(), [](const Part& part) { return part.grows; }));
    if (growing == 0) {
        group.back().grows = true;
        growing = 1;
    }
    for (Part& part : group)
        if (part.grows && left > 0) {
            const int share = left / growing--;
            part.height += share;
            left -= share;
        }
}

/** Its height to what is no part any more: of a row of cards that were side by side and lie below each other now. */
void PageSlides::giveBack(const std::vector<Part>& shown)
{
    for (auto own = m_own_heights.begin(); own != m_own_heights.end();) {
        const bool is_shown = std::any_of(
            shown.begin(), shown.end(), [&own](const Part& part) { return part.widget == own->first; });
        if (!is_shown && own->second.widget)
            own->second.widget->setMinimumHeight(own->second.height);
        own = is_shown ? std::next(own) : m_own_heights.erase(own);
    }
}

void PageSlides::arrange()
{
    if (m_is_arranging)
        return;
    m_is_arranging = true;
    const int room = m_area.viewport()->height();
    const std::vector<Part> shown = parts();
    giveBack(shown);
    std::vector<std::vector<Part>> groups;
    int used = 0;
    for (Part part : shown) {
        m_own_heights.try_emplace(part.widget, Own{part.widget, part.widget->minimumHeight()});
        const int left = room - used - m_page.spacing();
        // What is small does not fill a slide of its own, if the next part can do with less.
        if (!groups.empty() && part.height > left && part.least <= left
            && std::none_of(
                groups.back().begin(), groups.back().end(), [](const Part& other) { return other.grows; }))
            part.height = left;
        if (groups.empty() || used + m_page.spacing() + part.height > room) {
            groups.emplace_back();
            used = -m_page.spacing();
        }
        groups.back().push_back(part);
        used += m_page.spacing() + part.height;
    }
    m_stops.clear();
    int slide = m_first ? 0 : m_current;
    bool is_found = false;
    for (std::vector<Part>& group : groups) {
        if (!is_found && beginsWith(group)) {
            slide = int(m_stops.size());
            is_found = true;
        }
        fill(group, room);
        int height = -m_page.spacing();
        for (const Part& part : group) {
            part.widget->setMinimumHeight(part.height);
            height += m_page.spacing() + part.height;
        }
        for (int at = 0; at == 0 || at + int(room * (1 - one_look)) < height - room;
             at += int(room * one_look))
            m_stops.push_back({group.front().widget, at});
        if (height > room)
            m_stops.push_back({group.front().widget, height - room});
    }
    m_page.activate();
    m_is_arranging = false;
    show(slide);
}

bool PageSlides::beginsWith(const std::vector<Part>& group) const
{
    return m_first && std::any_of(group.begin(), group.end(), [this](const Part& part) {
        return part.widget == m_first || m_first->isAncestorOf(part.widget);
    });
}

void PageSlides::goTo(int slide)
{
    m_first = nullptr;
    show(slide);
}

void PageSlides::show(int slide)
{
    m_current = std::clamp(slide, 0, std::max(0, count() - 1));
    scroll();
    emit changed();
}

void PageSlides::scroll()
{
    if (m_stops.empty())
        return;
    const Stop& stop = m_stops[std::size_t(m_current)];
    if (stop.part)
        m_area.verticalScrollBar()->setValue(stop.part->mapTo(m_area.widget(), QPoint(0, stop.offset)).y());
}

bool PageSlides::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_area.viewport() && event->type() == QEvent::Resize)
        arrange();
    else if (watched == m_area.widget() && event->type() == QEvent::LayoutRequest)
        arrange();
    else if (watched == m_area.widget() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &PageSlides::scroll, Qt::QueuedConnection); // its parts follow
    return QObject::eventFilter(watched, event);
}

} // namespace glassformer
