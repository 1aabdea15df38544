#include "widgets/steps/step_view.h"

#include "widgets/explanation/step_context.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/curtain.h"
#include "widgets/pictures/find_bar.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/numbers/vector_strips.h"
#include "widgets/pictures/picture.h"
#include "widgets/steps/page_slides.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace glassformer {

namespace {

constexpr int enough_for_map = 380; ///< pixels

/** At the least so much, and never less than it needs. */
void giveHeight(QWidget& part, int least)
{
    if (auto* row = qobject_cast<CardRow*>(&part))
        row->setLeastHeight(least);
    else
        part.setMinimumHeight(least > 0 ? std::max(least, part.minimumSizeHint().height()) : 0);
}

} // namespace

StepView::StepView(QWidget* parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_page(new QWidget)
    , m_page_layout(new QVBoxLayout(m_page))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_page);
    // The stage behind shows through.
    m_scroll->viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    m_page_layout->setContentsMargins(0, 0, 0, 0);
    m_page_layout->setSpacing(12);
}

StepView::~StepView() = default;

Card* StepView::addCard(int stretch)
{
    auto* card = new Card(m_page);
    m_page_layout->addWidget(card, stretch);
    return card;
}

void StepView::showRun(std::shared_ptr<const Trace> trace, const Selection& selection)
{
    m_trace = std::move(trace);
    m_selection = selection;
    if (m_trace)
        refresh();
}

void StepView::setTokenOf(TokenOf token_of)
{
    m_token_of = std::move(token_of);
    if (m_trace)
        refresh();
}

void StepView::setRemovedHeads(std::function<bool(const HeadName&)> is_removed)
{
    m_is_removed = std::move(is_removed);
    if (m_trace)
        refresh();
}

bool StepView::isNewTrace(std::weak_ptr<const Trace>& shown) const
{
    const bool is_new = shown.lock() != m_trace;
    shown = m_trace;
    return is_new;
}

std::vector<int> StepView::removedHeads() const
{
    const std::shared_ptr<const Model> weights = model();
    return StepContext{*m_trace, m_selection, {}, weights.get()}.removedHeads();
}

int StepView::chosenToken() const
{
    const bool has_position = hasPosition(m_selection.step, m_trace->config);
    const int wanted = has_position ? m_selection.position : m_selection.token;
    return std::clamp(wanted, 0, std::max(0, int(tokens().size()) - 1));
}

void StepView::chooseCell(int query, std::optional<int> key)
{
    emit selectionWanted(withCell(m_selection, m_trace->config, site(), query, key));
}

void StepView::chooseToken(int token, std::optional<int> dimension)
{
    emit selectionWanted(withToken(m_selection, m_trace->config, site(), token, dimension));
}

Token StepView::tokenOf(int id) const
{
    return m_token_of ? m_token_of(id) : tokenIn(*m_trace, id);
}

void StepView::setCover(const Cover& cover)
{
    for (Picture* picture : toldPictures())
        picture->setCover(cover);
}

void StepView::find()
{
    if (!m_find)
        m_find = new FindBar(this);
    m_find->open();
}

void StepView::showAll()
{
    for (Heatmap* map : findChildren<Heatmap*>())
        map->showAll();
}

void StepView::setMapHeight(int least)
{
    m_map_height = least;
    giveRoomToMap();
}

/** To the part of the page that grows most, if that is a map; no more than what is seen at once. Beside a sum it has none
 * to give away: its last line is the result. */
void StepView::giveRoomToMap()
{
    if (m_slides)
        return;
    int most = 0;
    QWidget* part = nullptr;
    for (int i = 0; i < m_page_layout->count(); ++i) {
        QWidget* widget = m_page_layout->itemAt(i)->widget();
        if (widget && !widget->isHidden() && m_page_layout->stretch(i) > most) {
            most = m_page_layout->stretch(i);
            part = widget;
        }
    }
    const bool ends_in_result = part != m_main_part && m_page->findChild<VectorStrips*>();
    const bool is_map = part && part->findChild<Heatmap*>() && !ends_in_result;
    if (m_map_part && m_map_part != part)
        giveHeight(*m_map_part, 0);
    m_map_part = is_map ? part : nullptr;
    if (is_map)
        giveHeight(*part, std::min({m_map_height, m_scroll->viewport()->height(), heightBeside(*part)}));
}

/** What is left of the window beside the other parts, if that is enough for a map: then nothing has to be scrolled. */
int StepView::heightBeside(const QWidget& part) const
{
    const int count = m_page_layout->count(), width = m_page->width();
    const QMargins margins = m_page_layout->contentsMargins();
    int left = m_scroll->viewport()->height() - margins.top() - margins.bottom();
    for (int i = 0; i < count; ++i) {
        const QLayoutItem* item = m_page_layout->itemAt(i);
        if (item->isEmpty() || item->widget() == &part)
            continue;
        left -= m_page_layout->spacing()
            + (item->hasHeightForWidth() ? item->heightForWidth(width) : item->minimumSize().height());
    }
    return left >= enough_for_map ? left : m_map_height;
}

void StepView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    giveRoomToMap();
}

void StepView::setPresented(bool is_presented)
{
    if (is_presented == (m_slides != nullptr))
        return;
    if (is_presented && m_map_part)
        giveHeight(*m_map_part, 0);
    for (Card* card : m_page->findChildren<Card*>())
        card->setBare(is_presented);
    m_slides =
        is_presented ? std::make_unique<PageSlides>(*m_scroll, *m_page_layout, m_main_part.data()) : nullptr;
    giveRoomToMap();
}

std::vector<Card*> StepView::answers() const
{
    const QList<Card*> cards = m_page->findChildren<Card*>();
    return {cards.begin(), cards.end()};
}

void StepView::setCovered(const QString& hint)
{
    if (hint.isEmpty()) {
        for (Curtain* curtain : std::exchange(m_curtains, {})) {
            curtain->hide();
            curtain->deleteLater(); // it may be what was pressed
        }
        return;
    }
    if (m_curtains.empty())
        for (Card* card : answers()) {
            m_curtains.push_back(new Curtain(*card));
            connect(m_curtains.back(), &Curtain::drawn, this, &StepView::uncoverWanted);
        }
    for (Curtain* curtain : m_curtains)
        curtain->setHint(hint);
}

QSize StepView::figureSize() const
{
    return m_page->size();
}

void StepView::paintFigure(QPainter& painter, const QRectF& target, const FigureStyle& style)
{
    settle();
    const QSizeF size = figureSize();
    if (size.isEmpty())
        return;
    const double scale = std::min(target.width() / size.width(), target.height() / size.height());
    // The layout was made for the font on the screen; another size would not fit into it.
    FigureStyle fitted = style;
    fitted.font.setPixelSize(m_page->findChild<Picture*>()->figureStyle().scaledFont(1.0).pixelSize());
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    // findChildren goes from parents to children: cards before what lies on them.
    for (Picture* picture : m_page->findChildren<Picture*>()) {
        if (!picture->isVisibleTo(m_page))
            continue;
        painter.save();
        painter.translate(picture->mapTo(m_page, QPoint(0, 0)));
        picture->paintPicture(painter, QRectF(QPointF(0, 0), QSizeF(picture->size())), fitted);
        painter.restore();
    }
    painter.restore();
}

/** A view that was never shown has never been laid out; drawing one pixel of it makes Qt do that. */
void StepView::settle()
{
    if (isVisible())
        return;
    for (int pass = 0; pass < 3; ++pass) {
        QPixmap pixel(1, 1);
        render(&pixel, QPoint(), QRegion(0, 0, 1, 1));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
}

void StepView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_trace)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace glassformer
