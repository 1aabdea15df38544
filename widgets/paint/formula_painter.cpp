#include "widgets/paint/formula_painter.h"

#include "widgets/look/root_sign.h"

#include <QAbstractTextDocumentLayout>
#include <QCache>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <array>
#include <memory>

namespace glassformer {

namespace {

/** Reads the notation from left to right; groups nest, so that closing tags are kept on a stack. */
class FormulaReader
{
public:
    FormulaReader(const QString& text, const FigureStyle& style)
        : m_text(text)
        , m_style(style)
    {
    }

    QString html()
    {
        while (m_at < m_text.size())
            readOne();
        while (!m_closing.isEmpty())
            m_html += m_closing.takeLast();
        return m_html;
    }

private:
    void readOne()
    {
        const QChar sign = m_text[m_at++];
        if (sign == u'\\' && m_at < m_text.size())
            put(m_text[m_at++]);
        else if (sign == u'_' || sign == u'^')
            readScript(sign == u'_' ? QStringLiteral("sub") : QStringLiteral("sup"));
        else if (sign == u'{' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u':')
            openColour();
        else if (sign == u'{' && m_at < m_text.size() && m_text[m_at] == u'@')
            openLink();
        else if (sign == u'}' && !m_closing.isEmpty())
            m_html += m_closing.takeLast();
        else if (sign == u'*')
            toggle(m_is_bold, QStringLiteral("<b>"), QStringLiteral("</b>"));
        else if (sign == u'`')
            toggle(m_is_fixed, fixedFont(), QStringLiteral("</span>"));
        else
            put(sign);
    }

    void readScript(const QString& tag)
    {
        // Qt shrinks what stands in <sub> by a third on top of this.
        const QString open = QStringLiteral("<%1><span style='font-size:%2px'>")
                                 .arg(tag)
                                 .arg(m_style.scaledFont(1.08).pixelSize());
        const QString close = QStringLiteral("</span></%1>").arg(tag);
        m_html += open;
        if (m_at < m_text.size() && m_text[m_at] == u'{') {
            ++m_at;
            m_closing.append(close);
            return;
        }
        if (m_at < m_text.size())
            put(m_text[m_at++]);
        m_html += close;
    }

    void openColour()
    {
        const Palette& palette = m_style.palette;
        const QChar role = m_text[m_at];
        const QColor colour = role == u'q' ? palette.query
            : role == u'k'                 ? palette.key
            : role == u'v'                 ? palette.value
            : role == u'f'                 ? palette.faint_ink
                                           : palette.ink;
        m_at += 2;
        const bool is_bold = role == u'q' || role == u'k' || role == u'v';
        m_html += QStringLiteral("<span style='color:%1%2'>")
                      .arg(colour.name(), is_bold ? QStringLiteral(";font-weight:600") : QString());
        m_closing.append(QStringLiteral("</span>"));
    }

    /** "@3:" and what stands in the group. */
    void openLink()
    {
        const qsizetype end = m_text.indexOf(u':', m_at);
        if (end < 0)
            return put(u'{');
        m_html += QStringLiteral("<a href='%1' style='color:%2;text-decoration:underline'>")
                      .arg(m_text.mid(m_at + 1, end - m_at - 1).toHtmlEscaped(), m_style.palette.ink.name());
        m_closing.append(QStringLiteral("</a>"));
        m_at = end + 1;
    }

    void toggle(bool& is_on, const QString& open, const QString& close)
    {
        m_html += is_on ? close : open;
        is_on = !is_on;
    }

    QString fixedFont() const
    {
        const QFont fixed = m_style.numberFont(0.95);
        return QStringLiteral("<span style=\"font-family:'%1';font-size:%2px\">")
            .arg(fixed.families().value(0), QString::number(fixed.pixelSize()));
    }

    void put(QChar sign)
    {
        m_html += sign == u'\n' ? QStringLiteral("<br/>")
            : sign == u'√'      ? rootSign()
                                : QString(sign).toHtmlEscaped();
    }

    const QString& m_text;
    const FigureStyle& m_style;
    qsizetype m_at = 0;
    QString m_html;
    QStringList m_closing;
    bool m_is_bold = false;
    bool m_is_fixed = false;
};

/** All that a document is made from. */
struct Written
{
    QString text;
    double width = -1; ///< at which lines break; negative: nowhere
    QFont font;
    double factor = 1;
    Qt::Alignment alignment;
    std::array<QRgb, 5> inks{};

    bool operator==(const Written&) const = default;
};

size_t qHash(const Written& written, size_t seed = 0)
{
    return qHashMulti(seed, written.text, written.width, written.factor, written.inks[0]);
}

void fill(QTextDocument& document, const QString& text, const FigureStyle& style, double factor,
    Qt::Alignment alignment)
{
    FigureStyle scaled = style;
    scaled.font = style.scaledFont(factor);
    document.setDocumentMargin(0);
    document.setDefaultFont(scaled.font);
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(option);
    document.setHtml(QStringLiteral("<div style='color:%1;line-height:118%;white-space:pre-wrap'>%2</div>")
                         .arg(style.palette.ink.name(), formulaHtml(text, scaled)));
}

/** Texts are measured several times before they are drawn, and drawn more often than they change. */
QCache<Written, QTextDocument>& documents()
{
    constexpr int most = 400;
    static QCache<Written, QTextDocument> cache(most);
    static const bool is_known = [] {
        qAddPostRoutine([] { documents().clear(); }); // fonts go with the application
        return true;
    }();
    Q_UNUSED(is_known)
    return cache;
}

QTextDocument& documentOf(const QString& text, double width, const FigureStyle& style, double factor,
    Qt::Alignment alignment = Qt::AlignLeft)
{
    const Palette& palette = style.palette;
    Written written{text, width, style.font, factor, alignment,
        {palette.ink.rgb(), palette.faint_ink.rgb(), palette.query.rgb(), palette.key.rgb(),
            palette.value.rgb()}};
    if (QTextDocument* known = documents().object(written))
        return *known;
    auto document = std::make_unique<QTextDocument>();
    fill(*document, text, style, factor, alignment);
    document->setTextWidth(width);
    QTextDocument& result = *document;
    documents().insert(std::move(written), document.release());
    return result;
}

} // namespace

QString formulaHtml(const QString& text, const FigureStyle& style)
{
    return FormulaReader(text, style).html();
}

QString formulaEscaped(const QString& text)
{
    QString result;
    for (const QChar sign : text) {
        if (QStringLiteral("\\_^{}*`").contains(sign))
            result += u'\\';
        result += sign;
    }
    return result;
}

double formulaHeight(const QString& text, double width, const FigureStyle& style, double factor)
{
    return documentOf(text, width, style, factor).size().height();
}

double formulaWidth(const QString& text, const FigureStyle& style, double factor)
{
    return documentOf(text, -1, style, factor).idealWidth();
}

QString formulaFitted(const QString& text, double width, const FigureStyle& style, double factor)
{
    const QTextDocument& document = documentOf(text, -1, style, factor);
    if (document.idealWidth() <= width)
        return text;
    return formulaEscaped(
        QFontMetricsF(style.scaledFont(factor)).elidedText(document.toPlainText(), Qt::ElideMiddle, width));
}

std::vector<FormulaLink> formulaLinks(
    const QString& text, double width, const FigureStyle& style, double factor)
{
    const QTextDocument& document = documentOf(text, width, style, factor);
    std::vector<FormulaLink> links;
    const auto add = [&links](const QTextBlock& block, const QTextLayout& layout, const QTextFragment& part) {
        const QPointF corner = block.document()->documentLayout()->blockBoundingRect(block).topLeft();
        const int begin = part.position() - block.position(), end = begin + part.length();
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const int first = std::max(begin, line.textStart());
            const int last = std::min(end, line.textStart() + line.textLength());
            if (first < last)
                links.push_back({part.charFormat().anchorHref().toInt(),
                    QRectF(QPointF(line.cursorToX(first), line.y()),
                        QPointF(line.cursorToX(last), line.y() + line.height()))
                        .translated(corner)});
        }
    };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); !part.atEnd(); ++part)
            if (part.fragment().charFormat().isAnchor())
                add(block, *block.layout(), part.fragment());
    return links;
}

void paintFormula(QPainter& painter, const QRectF& area, const QString& text, const FigureStyle& style,
    double factor, Qt::Alignment alignment)
{
    painter.save();
    painter.translate(area.topLeft());
    documentOf(text, area.width(), style, factor, alignment).drawContents(&painter);
    painter.restore();
}

} // namespace glassformer
