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
#include <optional>
#include <utility>

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

QString titleOf(const FigureScene& at)
{
    const Palette palette = lightPalette();
    return QTextDocumentFragment::fromHtml(
        stageTitle(StepContext{at.trace(), at.selection, at.token_of}, palette))
        .toPlainText();
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

void beginPage(QPainter& painter, const Print& print)
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

/** Page by page, the contents first. */
class HandoutJob final : public JobOf<QByteArray>
{
public:
    HandoutJob(const FigureScene& scene, View view, WalkPath path, FigureRequest request)
        : m_steps(handoutScenes(scene, path))
        , m_origin(originOf(scene, view))
        , m_view(std::move(view))
        , m_request(std::move(request))
        , m_trace(scene.run)
    {
    }

    bool advance(const JobWatch& watch) override
    {
        const SpokenLanguage spoken(m_request.language);
        if (!m_file)
            begin();
        else
            addStep(m_steps[m_pages - 1]);
        ++m_pages;
        if (watch.progress)
            watch.progress(m_pages, m_steps.size() + 1);
        if (m_pages <= m_steps.size())
            return true;
        publish(m_file->finish(m_origin));
        return false;
    }

    Message doing() const override { return handoutDoing(m_pages + 1, m_steps.size() + 1); }

private:
    void begin()
    {
        Contents contents;
        m_print = printOf(m_request);
        m_model = modelTitle(QString::fromStdString(m_trace->config.name));
        contents.title = FigureText::tr("A walk through %1").arg(m_model);
        contents.facts << FigureText::tr("Text: “%1”").arg(QString::fromStdString(m_trace->source_text));
        if (!m_trace->answer.empty() && m_trace->config.hasDecoder())
            contents.facts << FigureText::tr("Written: “%1”").arg(QString::fromStdString(m_trace->answer));
        for (const FigureScene& step : m_steps)
            contents.steps.push_back(titleOf(step));
        m_file.emplace(contents.title);
        m_file->add({[&](QPainter& painter) {
            beginPage(painter, m_print);
            paintContents(painter, m_print, contents);
            paintFoot(painter, m_print, m_model, 1);
        }});
    }

    void addStep(const FigureScene& scene)
    {
        const HandoutStep step = handoutStep(scene, m_view, m_request);
        m_file->add({[&](QPainter& painter) {
            beginPage(painter, m_print);
            paintStep(painter, m_print, step);
            paintFoot(painter, m_print, m_model, int(m_pages) + 1);
        }});
    }

    std::vector<FigureScene> m_steps;
    FigureOrigin m_origin;
    View m_view;
    FigureRequest m_request;
    std::shared_ptr<const Trace> m_trace;
    Print m_print;
    QString m_model;
    std::optional<PageWriter> m_file;
    std::size_t m_pages = 0; ///< that are done
};

} // namespace

std::vector<FigureScene> handoutScenes(const FigureScene& scene, WalkPath path)
{
    std::vector<FigureScene> scenes;
    for (const StepKind kind : stepsOf(scene.trace(), path, scene.selection.step)) {
        FigureScene at = scene;
        at.selection.step = kind;
        at.selection = clampedTo(at.selection, scene.trace());
        if (at.selection.step == kind)
            scenes.push_back(std::move(at));
    }
    return scenes;
}

HandoutStep handoutStep(const FigureScene& at, const View& view, const FigureRequest& request)
{
    const StepContext context{at.trace(), at.selection, at.token_of};
    FigureRequest wanted = request;
    wanted.picture = pictureOf(at);
    wanted.width_mm = text_width_mm;
    wanted.height_mm = 0;
    wanted.title = wanted.caption = QString();
    return {titleOf(at), readingOf(context), entryOf(at.selection.step).notice(context),
        makePaperFigure(at, view, wanted)};
}

Message handoutDoing(std::size_t page, std::size_t pages)
{
    return Message::tr("Page %1 of %2", page, pages);
}

std::unique_ptr<JobOf<QByteArray>> handoutJob(
    const FigureScene& scene, const View& view, WalkPath path, const FigureRequest& request)
{
    return std::make_unique<HandoutJob>(scene, view, path, request);
}

} // namespace glassformer
