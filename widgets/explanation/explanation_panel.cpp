#include "widgets/explanation/explanation_panel.h"

#include "widgets/paint/explanation_painter.h"
#include "widgets/paint/formula_painter.h"

#include <QPainter>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <cmath>

namespace glassformer {

ExplanationPage::ExplanationPage(QWidget* parent)
    : Picture(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ExplanationPage::setContent(ExplanationContent content)
{
    m_content = std::move(content);
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

ExplanationPanel::ExplanationPanel(QWidget* parent)
    : QScrollArea(parent)
    , m_page(new ExplanationPage)
    , m_actions(new QVBoxLayout)
{
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(m_page);
    layout->addLayout(m_actions);
    layout->addStretch(1);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
}

void ExplanationPanel::setContent(ExplanationContent content)
{
    m_page->setContent(std::move(content));
}

void ExplanationPanel::setColourMap(ColourMapKind map)
{
    m_page->setColourMap(map);
}

} // namespace glassformer
