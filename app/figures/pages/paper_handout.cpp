#include "app/figures/pages/paper_handout.h"

#include "app/figures/pages/paper_pages.h"
#include "app/figures/pictures/paper_map.h"
#include "app/window/look/interface_language.h"
#include "core/error.h"
#include "widgets/look/model_title.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/steps/step_entry.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextDocumentFragment>

#include <algorithm>

namespace glassformer {
namespace {

constexpr double text_width_mm = a4_width_mm - 2 * page_margin_mm;
constexpr double picture_height_mm = 165; ///< at most: what is left between the words of a page
constexpr double text_pt = 10;

/** How words of a page are drawn. */
struct Print
{
    PaperStyle paper;
    double width = 0; ///< of a line, in pixels of the style

    double em() const { return paper.style.em(); }
    /** Below `top`; returns where the next one begins. */
    double words(QPainter& painter, double top, const QString& formula, double factor = 1) const
    {
        if (formula.isEmpty())
            return top;
        const double height = formulaHeight(formula, width, paper.style, factor);
        paintFormula(painter, QRectF(0, top, width, height + em()), formula, paper.style, factor);
        return top + height + em() * 0.6;
    }
};

Print printOf(const FigureRequest& request)
{
    FigureRequest words = request;
    words.font_pt = text_pt;
    const PaperStyle paper = paperStyle(words);
    return {paper, paper.widthOf(text_width_mm)};
}

/** The picture that the step is about: its first, or else its page. */
std::string pictureOf(const FigureScene& scene)
{
    for (const PaperPictureEntry* entry : paperPicturesOf(scene))
        if (!entry->is_subject)
            return entry->id;
    return "stage";
}

HandoutStep stepOf(const FigureScene& at, const View& view, const FigureRequest& request)
{
    StepContext context{at.trace(), at.selection, at.token_of};
    FigureRequest wanted = request;
    wanted.picture = pictureOf(at);
    wanted.width_mm = text_width_mm;
    wanted.height_mm = 0;
    wanted.title = wanted.caption = QString();
    const Palette palette = lightPalette();
    return {QTextDocumentFragment::fromHtml(stageTitle(context, palette)).toPlainText(), readingOf(context),
        entryOf(at.selection.step).notice(context), makePaperFigure(at, view, wanted)};
}

void paintFoot(QPainter& painter, const Print& print, const QString& model, int number)
{
    const double foot = print.paper.widthOf(a4_height_mm - 2 * page_margin_mm);
    painter.setFont(print.paper.style.smallFont());
    painter.setPen(print.paper.style.palette.faint_ink);
    const QRectF line(0, foot - print.em(), print.width, print.em() * 1.2);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, model);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
}

void begin(QPainter& painter, const Print& print)
{
    painter.translate(page_margin_mm, page_margin_mm);
    painter.scale(print.paper.unit_mm, print.paper.unit_mm);
}

void paintStep(QPainter& painter, const Print& print, const HandoutStep& page)
{
    double top = print.words(painter, 0, u'*' + formulaEscaped(page.title) + u'*', 1.3);
    top = print.words(painter, top, page.reading);
    top += print.em() * 0.4;
    const QSizeF size = page.figure.size_mm;
    const double scale = std::min(1.0, picture_height_mm / size.height());
    painter.save();
    painter.translate((print.width - print.paper.widthOf(size.width() * scale)) / 2, top);
    painter.scale(scale / print.paper.unit_mm, scale / print.paper.unit_mm);
    page.figure.paint(painter);
    painter.restore();
    print.words(painter, top + print.paper.widthOf(size.height() * scale) + print.em(), page.notice);
}

/** What stands on which page. */
struct Contents
{
    QString title, model;
    QStringList facts;
    std::vector<QString> steps;
};

void paintContents(QPainter& painter, const Print& print, const Contents& contents)
{
    double top = print.words(painter, 0, u'*' + formulaEscaped(contents.title) + u'*', 1.7);
    for (const QString& fact : contents.facts)
        top = print.words(painter, top, formulaEscaped(fact));
    top += print.em();
    const double room = print.paper.widthOf(a4_height_mm - 2 * page_margin_mm) - top - print.em() * 3;
    const double pitch = std::min(print.em() * 1.7, room / double(contents.steps.size()));
    const QFont font = print.paper.style.scaledFont(std::min(1.0, pitch / (print.em() * 1.3)));
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    for (std::size_t i = 0; i < contents.steps.size(); ++i) {
        const QRectF line(0, top + double(i) * pitch, print.width, pitch);
        const QString number = QString::number(i + 2);
        painter.setPen(print.paper.style.palette.ink);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(contents.steps[i], Qt::ElideRight, print.width * 0.9));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
        const double left = std::min(metrics.horizontalAdvance(contents.steps[i]), print.width * 0.9) + 8,
                     right = print.width - metrics.horizontalAdvance(number) - 8;
        painter.setPen(QPen(print.paper.style.palette.border, 1, Qt::DotLine));
        painter.drawLine(QPointF(left, line.center().y() + 4), QPointF(right, line.center().y() + 4));
    }
}

} // namespace

std::vector<HandoutStep> handoutSteps(
    const FigureScene& scene, const View& view, WalkPath path, const FigureRequest& request)
{
    const SpokenLanguage spoken(request.language);
    std::vector<HandoutStep> steps;
    for (const StepKind kind : stepsOf(scene.trace(), path, scene.selection.step)) {
        FigureScene at = scene;
        at.selection.step = kind;
        at.selection = clampedTo(at.selection, scene.trace());
        if (at.selection.step == kind)
            steps.push_back(stepOf(at, view, request));
    }
    return steps;
}

QByteArray handoutBytes(
    const FigureScene& scene, const View& view, WalkPath path, const FigureRequest& request)
{
    const SpokenLanguage spoken(request.language);
    const Trace& trace = scene.trace();
    const Print print = printOf(request);
    Contents contents;
    contents.model = modelTitle(QString::fromStdString(trace.config.name));
    contents.title = FigureText::tr("A walk through %1").arg(contents.model);
    contents.facts << FigureText::tr("Text: “%1”").arg(QString::fromStdString(trace.source_text));
    if (!trace.answer.empty() && trace.config.hasDecoder())
        contents.facts << FigureText::tr("Written: “%1”").arg(QString::fromStdString(trace.answer));
    std::vector<PaperPage> pages{{}};
    for (HandoutStep& step : handoutSteps(scene, view, path, request)) {
        contents.steps.push_back(step.title);
        pages.push_back({[step = std::move(step), print, model = contents.model,
                             number = int(pages.size()) + 1, language = request.language](QPainter& painter) {
            const SpokenLanguage words(language);
            begin(painter, print);
            paintStep(painter, print, step);
            paintFoot(painter, print, model, number);
        }});
    }
    pages.front().paint = [print, contents](QPainter& painter) {
        begin(painter, print);
        paintContents(painter, print, contents);
        paintFoot(painter, print, contents.model, 1);
    };
    const FigureOrigin origin = originOf(scene, view);
    return pagesBytes(pages, contents.title, origin);
}

} // namespace glassformer
