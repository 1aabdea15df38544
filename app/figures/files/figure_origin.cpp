#include "app/figures/files/figure_origin.h"

#include "app/figures/files/webp_animation.h"
#include "core/error.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QXmlStreamReader>

#include <algorithm>

namespace glassformer {
namespace {

constexpr const char* svg_names = "urn:glassformer:figure";
const QString png_link = QStringLiteral("glassformer-view"),
              png_weights = QStringLiteral("glassformer-weights"), png_program = QStringLiteral("Software");
constexpr const char *pdf_link = "/GlassformerView", *pdf_weights = "/GlassformerWeights",
                     *pdf_program = "/Creator";

bool isPng(const QByteArray& bytes)
{
    return bytes.startsWith("\x89PNG");
}

bool isPdf(const QByteArray& bytes)
{
    return bytes.startsWith("%PDF-");
}

bool isTex(const QByteArray& bytes)
{
    return bytes.startsWith("% Glassformer figure\n");
}

bool isSvg(const QByteArray& bytes)
{
    const QByteArray beginning = bytes.left(4096).trimmed();
    return beginning.startsWith('<') && beginning.contains("<svg");
}

std::optional<FigureOrigin> originOfSvg(const QByteArray& bytes)
{
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QStringLiteral("view")
            || reader.namespaceUri() != QLatin1String(svg_names))
            continue;
        const QXmlStreamAttributes said = reader.attributes();
        return FigureOrigin{reader.readElementText(QXmlStreamReader::SkipChildElements).toStdString(),
            said.value(QLatin1String("weights")).toString().toStdString(),
            said.value(QLatin1String("program")).toString().toStdString()};
    }
    return std::nullopt;
}

/** The lines of comment that the file begins with. */
std::optional<FigureOrigin> originOfTex(const QByteArray& bytes)
{
    const auto line = [&bytes](const QByteArray& name) {
        const QByteArray begin = "\n% " + name + ": ";
        const qsizetype found = bytes.indexOf(begin);
        const qsizetype from = found + begin.size();
        return found < 0 ? std::string() : bytes.mid(from, bytes.indexOf('\n', from) - from).toStdString();
    };
    return FigureOrigin{line("view"), line("weights"), line("program")};
}

std::optional<FigureOrigin> originOfPng(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, "png");
    const QString link = reader.text(png_link);
    if (link.isEmpty())
        return std::nullopt;
    return FigureOrigin{
        link.toStdString(), reader.text(png_weights).toStdString(), reader.text(png_program).toStdString()};
}

/** A string as PDF writes it in parentheses. */
QByteArray pdfString(const std::string& text)
{
    QByteArray result = "(";
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + ')';
}

/** Any text: UTF-16 in hexadecimal digits. */
QByteArray pdfText(const QString& text)
{
    QByteArray units = QByteArrayLiteral("FEFF");
    for (const QChar unit : text)
        units += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0').toUpper();
    return '<' + units + '>';
}

/** What stands in parentheses behind a name of the last document information; empty if nothing does. */
std::string pdfEntry(const QByteArray& bytes, const char* name)
{
    const QByteArray begin = QByteArray(name) + " (";
    const qsizetype found = bytes.lastIndexOf(begin);
    std::string text;
    for (qsizetype i = found + begin.size(); found >= 0 && i < bytes.size() && bytes[i] != ')'; ++i) {
        if (bytes[i] == '\\' && i + 1 < bytes.size())
            ++i;
        text += bytes[i];
    }
    return text;
}

std::optional<FigureOrigin> originOfPdf(const QByteArray& bytes)
{
    FigureOrigin origin{
        pdfEntry(bytes, pdf_link), pdfEntry(bytes, pdf_weights), pdfEntry(bytes, pdf_program)};
    return origin.link.empty() ? std::nullopt : std::optional(origin);
}

/** The number behind a name of the file's trailer. */
QByteArray trailerNumber(const QByteArray& trailer, const char* name)
{
    const qsizetype begin = trailer.lastIndexOf(name) + qsizetype(qstrlen(name));
    qsizetype end = begin;
    while (end < trailer.size() && (trailer[end] == ' ' || trailer[end] == '\n' || trailer[end] == '\r'))
        ++end;
    const qsizetype digits = end;
    while (end < trailer.size() && std::isdigit(static_cast<unsigned char>(trailer[end])))
        ++end;
    return trailer.mid(digits, end - digits);
}

/** The same figure has the same bytes, whenever it was made. */
QByteArray withoutDate(QByteArray pdf)
{
    const qsizetype begin = pdf.indexOf("/CreationDate (");
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    for (qsizetype i = begin; i >= 0 && i <= end; ++i)
        pdf[i] = ' ';
    return pdf;
}

} // namespace

bool isPictureFile(const QByteArray& bytes)
{
    return isPng(bytes) || isPdf(bytes) || isSvg(bytes) || isTex(bytes) || isWebp(bytes);
}

std::optional<FigureOrigin> figureOrigin(const QByteArray& bytes)
{
    const std::optional<FigureOrigin> origin = isPng(bytes) ? originOfPng(bytes)
        : isPdf(bytes)                                      ? originOfPdf(bytes)
        : isSvg(bytes)                                      ? originOfSvg(bytes)
        : isTex(bytes)                                      ? originOfTex(bytes)
        : isWebp(bytes)                                     ? originOfWebp(bytes)
                                                            : std::nullopt;
    return origin && !origin->link.empty() ? origin : std::nullopt;
}

ViewText viewOfFigure(const QByteArray& bytes, const std::string& where)
{
    if (const std::optional<FigureOrigin> origin = figureOrigin(bytes))
        return ViewText::fromLinkOrJson(origin->link, where);
    throw Error({Message::tr("a picture that does not say which view it shows"), where,
        Message::tr("a figure that Glassformer made as SVG, PDF, PNG, LaTeX or WebP"),
        Message::tr(
            "Programs that edit or convert pictures often drop it: open the figure as it was made.")});
}

QByteArray svgWithOrigin(const QByteArray& svg, const FigureOrigin& origin)
{
    const auto escaped = [](const std::string& text) {
        return QString::fromStdString(text).toHtmlEscaped().toUtf8();
    };
    const QByteArray metadata = QByteArrayLiteral("<metadata><view xmlns=\"") + svg_names + "\" program=\""
        + escaped(origin.program) + "\" weights=\"" + escaped(origin.weights_digest) + "\">"
        + escaped(origin.link) + "</view></metadata>\n";
    const qsizetype place = svg.indexOf("<defs>");
    return place < 0 ? svg : svg.left(place) + metadata + svg.mid(place);
}

/** By an update at the file's end, as PDF has it: a new document information in place of the old one. */
QByteArray pdfWithOrigin(const QByteArray& pdf, const FigureOrigin& origin, const QString& title)
{
    QByteArray result = withoutDate(pdf);
    const qsizetype trailer_place = result.lastIndexOf("trailer");
    if (trailer_place < 0)
        return result;
    const QByteArray trailer = result.mid(trailer_place);
    const QByteArray number = trailerNumber(trailer, "/Size");
    if (!result.endsWith('\n'))
        result += '\n';
    const qsizetype object_place = result.size();
    result += number + " 0 obj\n<<\n/Title " + pdfText(title) + "\n/Producer " + pdfString("Qt") + "\n"
        + pdf_program + ' ' + pdfString(origin.program) + '\n' + pdf_weights + ' '
        + pdfString(origin.weights_digest) + '\n' + pdf_link + ' ' + pdfString(origin.link)
        + "\n>>\nendobj\n";
    const qsizetype table_place = result.size();
    result += "xref\n" + number + " 1\n" + QByteArray::number(object_place).rightJustified(10, '0')
        + " 00000 n \ntrailer\n<<\n/Size " + QByteArray::number(number.toInt() + 1) + "\n/Root "
        + trailerNumber(trailer, "/Root") + " 0 R\n/Info " + number + " 0 R\n/Prev "
        + trailerNumber(trailer, "startxref") + "\n>>\nstartxref\n" + QByteArray::number(table_place)
        + "\n%%EOF\n";
    return result;
}

void setOrigin(QImage& image, const FigureOrigin& origin)
{
    image.setText(png_link, QString::fromStdString(origin.link));
    image.setText(png_weights, QString::fromStdString(origin.weights_digest));
    image.setText(png_program, QString::fromStdString(origin.program));
}

} // namespace glassformer
