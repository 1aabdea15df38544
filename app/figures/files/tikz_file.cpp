#include "app/figures/files/tikz_file.h"

#include "app/figures/files/vector_device.h"
#include "app/figures/paper_figure.h"

#include <QPainter>

#include <cmath>
#include <map>
#include <numbers>

namespace glassformer {
namespace {

constexpr double points_per_mm = 72.27 / 25.4; ///< as TeX has them
constexpr double line_distance = 1.2; ///< of the size of a font

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 3);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray point(const QPointF& place)
{
    return '(' + number(place.x()) + ',' + number(place.y()) + ')';
}

QByteArray pathText(const QPainterPath& path)
{
    QByteArray text;
    QPointF begin, last;
    bool is_open = false;
    const auto close = [&] {
        if (is_open && last == begin)
            text += "--cycle ";
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const QPointF at = element;
        if (element.type == QPainterPath::MoveToElement) {
            close();
            text += point(at);
            begin = at;
            is_open = false;
        } else if (element.type == QPainterPath::CurveToElement) {
            const QPointF second = path.elementAt(i + 1), end = path.elementAt(i + 2);
            text += "..controls" + point(at) + "and" + point(second) + ".." + point(end);
            i += 2;
            is_open = true;
            last = end;
            continue;
        } else {
            text += "--" + point(at);
            is_open = true;
        }
        last = at;
    }
    close();
    return text;
}

class TikzSink : public VectorSink
{
public:
    const QByteArray& colours() const { return m_colours; }
    QByteArray commands()
    {
        endClip();
        return m_commands;
    }

    void fill(const QPainterPath& path, const QColor& colour) override
    {
        const QByteArray rule = path.fillRule() == Qt::OddEvenFill ? ",even odd rule" : "";
        add("\\fill[" + paint("fill", colour) + rule + "]" + pathText(path));
    }

    void stroke(const QPainterPath& path, const QPen& pen) override
    {
        QByteArray options = paint("draw", pen.color()) + ",line width=" + number(pen.widthF()) + "mm";
        if (pen.capStyle() == Qt::RoundCap)
            options += ",line cap=round";
        if (pen.style() == Qt::DotLine || pen.style() == Qt::DashLine)
            options += pen.style() == Qt::DotLine ? ",dotted" : ",dashed";
        add("\\path[" + options + "]" + pathText(path));
    }

    bool text(const QTransform& place, const QString& text, const QFont& font, double width,
        const QColor& colour) override
    {
        if (text.trimmed().isEmpty())
            return true;
        const double scale = std::hypot(place.m11(), place.m12());
        const double angle = -std::atan2(place.m12(), place.m11()) * 180 / std::numbers::pi;
        const double size = font.pixelSize() * scale * points_per_mm;
        QByteArray options = paint("text", colour) + ",anchor=base,inner sep=0pt";
        if (std::abs(angle) > 0.01)
            options += ",rotate=" + number(angle);
        QByteArray words = latexText(text.trimmed()).toUtf8();
        if (font.bold())
            words = "\\bfseries " + words;
        // The document's font is wider or narrower than the figure's: the middle of a word stays where it is.
        add("\\node[" + options + "] at" + point(place.map(QPointF(width / 2, 0))) + "{\\fontsize{"
            + number(size) + "}{" + number(size * line_distance) + "}\\selectfont " + words + "}");
        return true;
    }

    /** TikZ has no picture inside of a text: each pixel is a rectangle. */
    void image(const QTransform& place, const QImage& image) override
    {
        std::map<QRgb, QPainterPath> pixels;
        const double wide = 1.0 / image.width(), high = 1.0 / image.height();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                pixels[image.pixel(x, y)].addRect(QRectF(x * wide, y * high, wide, high));
        for (const auto& [colour, path] : pixels)
            fill(place.map(path), QColor::fromRgba(colour));
    }

    void clip(const QPainterPath& path) override
    {
        endClip();
        if (path.isEmpty())
            return;
        add("\\begin{scope}\\clip" + pathText(path));
        m_is_clipped = true;
    }

private:
    void add(const QByteArray& command)
    {
        m_commands += command;
        m_commands += command.startsWith("\\end") ? "\n" : ";\n";
    }

    void endClip()
    {
        if (m_is_clipped)
            add("\\end{scope}");
        m_is_clipped = false;
    }

    QByteArray paint(const QByteArray& what, const QColor& colour)
    {
        QByteArray options = what + '=' + nameOf(colour);
        if (colour.alphaF() < 0.999f)
            options += ',' + what + " opacity=" + number(double(colour.alphaF()));
        return options;
    }

    QByteArray nameOf(const QColor& colour)
    {
        const auto [known, is_new] = m_names.emplace(colour.rgb(), m_names.size());
        const QByteArray name = "gf" + QByteArray::number(qulonglong(known->second));
        if (is_new)
            m_colours +=
                "\\definecolor{" + name + "}{HTML}{" + colour.name().mid(1).toUpper().toLatin1() + "}\n";
        return name;
    }

    QByteArray m_colours, m_commands;
    std::map<QRgb, std::size_t> m_names;
    bool m_is_clipped = false;
};

} // namespace

QString latexText(const QString& text)
{
    static const std::map<QChar, QString> signs{{u'\\', QStringLiteral("\\textbackslash{}")},
        {u'{', QStringLiteral("\\{")}, {u'}', QStringLiteral("\\}")}, {u'$', QStringLiteral("\\$")},
        {u'&', QStringLiteral("\\&")}, {u'#', QStringLiteral("\\#")}, {u'%', QStringLiteral("\\%")},
        {u'_', QStringLiteral("\\_")}, {u'^', QStringLiteral("\\textasciicircum{}")},
        {u'~', QStringLiteral("\\textasciitilde{}")}, {u'<', QStringLiteral("\\textless{}")},
        {u'>', QStringLiteral("\\textgreater{}")}, {u'|', QStringLiteral("\\textbar{}")},
        {u'"', QStringLiteral("''")}, {QChar(0x2212), QStringLiteral("$-$")},
        {QChar(0x2192), QStringLiteral("$\\rightarrow$")}, {QChar(0x221a), QStringLiteral("$\\surd$")},
        {QChar(0xf7), QStringLiteral("$\\div$")}, {QChar(0xd7), QStringLiteral("$\\times$")},
        {QChar(0xb7), QStringLiteral("$\\cdot$")}, {QChar(0x2026), QStringLiteral("\\dots{}")},
        {QChar(0x201c), QStringLiteral("``")}, {QChar(0x201d), QStringLiteral("''")},
        {QChar(0x2019), QStringLiteral("'")}, {QChar(0x2013), QStringLiteral("--")},
        {QChar(0x2248), QStringLiteral("$\\approx$")}, {QChar(0x2581), QStringLiteral("\\_")}};
    QString result;
    for (const QChar character : text) {
        const auto sign = signs.find(character);
        if (sign != signs.end())
            result += sign->second;
        else if (character.unicode() < 0x20)
            result += u'?'; // no letter of any text
        else
            result += character;
    }
    return result;
}

QByteArray tikzBytes(const PaperFigure& figure)
{
    TikzSink sink;
    VectorDevice device(sink, figure.size_mm);
    QPainter painter(&device);
    if (!figure.is_transparent)
        painter.fillRect(QRectF(QPointF(), figure.size_mm), figure.ground);
    figure.paint(painter);
    painter.end();
    const auto comment = [](const std::string& text) {
        QByteArray line = QByteArray::fromStdString(text);
        return line.replace('\n', ' ').replace('\r', ' ');
    };
    const QByteArray commands = sink.commands();
    return "% Glassformer figure\n% program: " + comment(figure.origin.program)
        + "\n% weights: " + comment(figure.origin.weights_digest) + "\n% view: " + comment(figure.origin.link)
        + "\n% " + comment(figure.description.toStdString()) + "\n" + sink.colours()
        + "\\begin{tikzpicture}[x=1mm,y=-1mm]\n\\useasboundingbox(0,0)rectangle"
        + point(QPointF(figure.size_mm.width(), figure.size_mm.height())) + ";\n" + commands
        + "\\end{tikzpicture}%\n";
}

} // namespace glassformer
