#include "widgets/explanation/explanation_panel.h"

#include "widgets/paint/formula_painter.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassformer {

ExplanationPage::ExplanationPage(QWidget* parent)
    : Picture(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void ExplanationPage::setContent(ExplanationContent content)
{
    m_content = std::move(content);
    m_current = 0;
    m_has_links = std::any_of(m_content.sections.begin(), m_content.sections.end(),
        [](const ExplanationSection& section) { return !section.links.empty(); });
    setFocusPolicy(m_has_links ? Qt::StrongFocus : Qt::NoFocus);
    setAccessibleName(
        QTextDocumentFragment::fromHtml(formulaHtml(m_content.title, figureStyle())).toPlainText());
    setAccessibleDescription(plainText());
    fitHeight();
    update();
}

QString ExplanationPage::plainText() const
{
    QStringList lines{m_content.title, m_content.subject};
    for (const ExplanationSection& section : m_content.sections)
        lines << section.heading << section.text << section.bars_remark;
    lines << m_content.notice;
    lines.removeAll(QString());
    for (QString& line : lines)
        line = QTextDocumentFragment::fromHtml(formulaHtml(line, figureStyle())).toPlainText();
    return lines.join(u'\n');
}

QSize ExplanationPage::sizeHint() const
{
    const int width = int(figureStyle().em() * 16);
    return {width, heightFor(width)};
}

QSize ExplanationPage::minimumSizeHint() const
{
    return {int(figureStyle().em() * 9), 0};
}

int ExplanationPage::heightFor(int width) const
{
    return int(std::ceil(paintExplanation(nullptr, QRectF(0, 0, width, 0), m_content, figureStyle())));
}

void ExplanationPage::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintExplanation(&painter, area, m_content, style);
}

std::vector<ExplanationLink> ExplanationPage::links() const
{
    return m_has_links ? explanationLinks(rect(), m_content, figureStyle()) : std::vector<ExplanationLink>{};
}

std::optional<std::size_t> ExplanationPage::linkAt(const QPointF& position) const
{
    const std::vector<ExplanationLink> all = links();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const QRectF& area : all[i].areas)
            if (area.adjusted(-2, -1, 2, 1).contains(position))
                return i;
    return std::nullopt;
}

void ExplanationPage::paintEvent(QPaintEvent* event)
{
    Picture::paintEvent(event);
    if (!hasFocus())
        return;
    const std::vector<ExplanationLink> all = links();
    if (m_current < 0 || m_current >= int(all.size()))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(figureStyle().palette.selected, 1.5));
    for (const QRectF& area : all[std::size_t(m_current)].areas)
        painter.drawRoundedRect(area.adjusted(-2, 0, 2, 0), 3, 3);
}

void ExplanationPage::mouseMoveEvent(QMouseEvent* event)
{
    const bool is_link = linkAt(event->position()).has_value();
    is_link ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (is_link)
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8),
            tr("Go to where this number came from. Alt+Left leads back."), this);
    else
        QToolTip::hideText();
}

void ExplanationPage::mousePressEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> link =
        event->button() == Qt::LeftButton ? linkAt(event->position()) : std::nullopt;
    if (!link)
        return Picture::mousePressEvent(event);
    const Selection place = links()[*link].place; // the content changes while it is told
    emit linkFollowed(place);
}

void ExplanationPage::keyPressEvent(QKeyEvent* event)
{
    const std::vector<ExplanationLink> all = links();
    const bool is_wish = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!is_wish || m_current < 0 || m_current >= int(all.size()))
        return Picture::keyPressEvent(event);
    const Selection place = all[std::size_t(m_current)].place;
    emit linkFollowed(place);
}

void ExplanationPage::focusInEvent(QFocusEvent* event)
{
    m_current = event->reason() == Qt::BacktabFocusReason ? int(links().size()) - 1 : 0;
    update();
    Picture::focusInEvent(event);
}

bool ExplanationPage::focusNextPrevChild(bool is_next)
{
    const int next = m_current + (is_next ? 1 : -1);
    if (!hasFocus() || next < 0 || next >= int(links().size()))
        return Picture::focusNextPrevChild(is_next);
    m_current = next;
    update();
    for (QWidget* here = parentWidget(); here; here = here->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(here))
            area->ensureWidgetVisible(this); // where the link is: see inputMethodQuery()
    return true;
}

QVariant ExplanationPage::inputMethodQuery(Qt::InputMethodQuery query) const
{
    const std::vector<ExplanationLink> all = links();
    if (query == Qt::ImCursorRectangle && m_current >= 0 && m_current < int(all.size()))
        return all[std::size_t(m_current)].areas.front().toAlignedRect();
    return Picture::inputMethodQuery(query);
}

ExplanationPanel::ExplanationPanel(QWidget* parent)
    : QScrollArea(parent)
    , m_page(new ExplanationPage)
    , m_actions(new QVBoxLayout)
{
    auto* inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(16, 14, 16, 14);
    m_column->addWidget(m_page);
    m_column->addLayout(m_actions);
    m_column->addStretch(1);
    setWidget(inside);
    connect(m_page, &ExplanationPage::linkFollowed, this, &ExplanationPanel::linkFollowed);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
}

void ExplanationPanel::setContent(ExplanationContent content)
{
    m_page->setContent(std::move(content));
    setAccessibleName(m_page->accessibleName());
}

void ExplanationPanel::setHeader(QWidget* header)
{
    m_column->insertWidget(0, header);
    // Tab goes to widgets in the order in which they came: what stands below the header comes anew.
    m_column->removeWidget(m_page);
    m_page->setParent(nullptr);
    m_column->insertWidget(1, m_page);
    m_page->show();
}

} // namespace glassformer
