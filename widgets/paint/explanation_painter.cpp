#include "widgets/paint/explanation_painter.h"

#include "widgets/explanation/explanation_content.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/paint/vector_painter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace glassformer {

namespace {

/** A pen that goes down the page; measuring and drawing are the same walk. */
class Column
{
public:
    Column(QPainter* painter, const QRectF& area, const FigureStyle& style)
        : m_painter(painter)
        , m_area(area)
        , m_style(style)
        , m_y(area.top())
    {
    }

    void space(double ems) { m_y += ems * m_style.em(); }
    double height() const { return m_y - m_area.top(); }

    /** Gathers the links of the texts to come. */
    void gather(std::vector<ExplanationLink>* links) { m_links = links; }

    /** \param places  where its links lead; may be null */
    void text(const QString& text, double factor = 1.0, const std::vector<Selection>* places = nullptr)
    {
        if (text.isEmpty())
            return;
        if (m_links && places && !places->empty())
            gatherLinks(text, factor, *places);
        const double height = formulaHeight(text, m_area.width(), m_style, factor);
        if (m_painter)
            paintFormula(*m_painter, room(height), text, m_style, factor);
        m_y += height;
    }

    void bars(const ExplanationSection& section)
    {
        const QRectF rect = room(m_style.em() * 3.4);
        if (m_painter)
            paintSignedBars(*m_painter, rect, section.bars,
                section.marked_bar >= 0 ? std::optional<int>(section.marked_bar) : std::nullopt, m_style,
                section.bars_limit);
        m_y += rect.height() + 3;
    }

    void strips(const std::vector<VectorStrip>& strips)
    {
        double limit = 0;
        double label_width = 0;
        for (const VectorStrip& strip : strips) {
            limit = std::max(limit, largestSize(strip.values));
            label_width = std::max(label_width, formulaWidth(strip.label, m_style, 0.9) + 8);
        }
        label_width = std::min(label_width, m_area.width() * 0.36);
        for (const VectorStrip& strip : strips) {
            const QRectF line = room(m_style.em() * 1.15);
            m_y += line.height() + 3;
            if (!m_painter)
                continue;
            paintFormula(*m_painter, QRectF(line.topLeft(), QSizeF(label_width - 4, line.height())),
                formulaFitted(strip.label, label_width - 4, m_style, 0.9), m_style, 0.9);
            HeatmapContent colours;
            colours.colours = strip.colours;
            colours.limit = limit;
            const QRectF cells = line.adjusted(label_width, 1, 0, -1);
            paintVectorStrip(*m_painter, cells, strip.values, colourScaleOf(colours, m_style));
            m_painter->setPen(QPen(strip.is_strong ? m_style.palette.faint_ink : m_style.palette.border, 1));
            m_painter->setBrush(Qt::NoBrush);
            m_painter->drawRect(cells.adjusted(-0.5, -0.5, 0.5, 0.5));
        }
    }

private:
    QRectF room(double height) const { return {m_area.left(), m_y, m_area.width(), height}; }

    void gatherLinks(const QString& text, double factor, const std::vector<Selection>& places)
    {
        int last = -1; // parts of one link follow each other
        for (const FormulaLink& link : formulaLinks(text, m_area.width(), m_style, factor)) {
            if (link.number < 0 || link.number >= int(places.size()))
                continue;
            if (link.number != last)
                m_links->push_back({places[std::size_t(link.number)], {}});
            last = link.number;
            m_links->back().areas.push_back(link.area.translated(m_area.left(), m_y));
        }
    }

    QPainter* m_painter;
    std::vector<ExplanationLink>* m_links = nullptr;
    QRectF m_area;
    const FigureStyle& m_style;
    double m_y;
};

/** All that the explanation says, from above. */
void goThrough(Column& column, const ExplanationContent& content)
{
    if (!content.title.isEmpty())
        column.text(QStringLiteral("*%1*").arg(content.title), 1.18);
    column.space(0.15);
    if (!content.subject.isEmpty())
        column.text(QStringLiteral("{f:%1}").arg(content.subject));
    for (const ExplanationSection& section : content.sections) {
        column.space(0.75);
        if (!section.heading.isEmpty()) {
            column.text(QStringLiteral("*%1*").arg(section.heading));
            column.space(0.25);
        }
        if (section.shows_entering && !section.entering.empty()) {
            column.strips(section.entering);
            column.space(0.2);
        }
        column.text(section.text, 1.0, &section.links);
        if (!section.bars.empty()) {
            column.space(0.35);
            column.bars(section);
            column.text(
                section.bars_remark.isEmpty() ? QString() : QStringLiteral("{f:%1}").arg(section.bars_remark),
                0.84, &section.links);
        }
        if (!section.strips.empty()) {
            column.space(0.4);
            column.strips(section.strips);
        }
    }
    if (!content.notice.isEmpty()) {
        column.space(1.1);
        column.text(QStringLiteral("*%1*").arg(QCoreApplication::translate("Explanation", "What to notice")));
        column.space(0.25);
        column.text(content.notice);
    }
}

} // namespace

double paintExplanation(
    QPainter* painter, const QRectF& area, const ExplanationContent& content, const FigureStyle& style)
{
    Column column(painter, area, style);
    goThrough(column, content);
    return column.height() + 4;
}

std::vector<ExplanationLink> explanationLinks(
    const QRectF& area, const ExplanationContent& content, const FigureStyle& style)
{
    std::vector<ExplanationLink> links;
    Column column(nullptr, area, style);
    column.gather(&links);
    goThrough(column, content);
    return links;
}

} // namespace glassformer
