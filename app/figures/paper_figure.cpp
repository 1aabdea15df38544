#include "app/figures/paper_figure.h"

#include "app/figures/pictures/paper_map.h"
#include "app/window/look/interface_language.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/explanation/change_name.h"
#include "widgets/look/line_text.h"
#include "widgets/look/model_title.h"
#include "widgets/steps/step_entry.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/shown_map.h"
#include "core/trace/look/place.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <memory>

namespace glassformer {
namespace {

constexpr double dark_edge_mm = 2;
constexpr int longest_text = 240; ///< characters of a sentence in a made caption
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

/** A paragraph as wide as the figure, in pixels of the style. */
struct Paragraph
{
    QString text;
    QFont font;
    double height = 0;
};

Paragraph paragraph(const QString& text, const QFont& font, double width)
{
    if (text.isEmpty())
        return {};
    const QRectF room(0, 0, width, 1e6);
    return {text, font, QFontMetricsF(font).boundingRect(room, wrapped, text).height()};
}

/** Everything below each other. */
struct Page
{
    PaperStyle paper;
    PaperPicture picture;
    Paragraph title, caption;
    double width = 0, gap = 0, left = 0; ///< in pixels of the style

    double pictureScale() const { return picture.paper.unit_mm / paper.unit_mm; }
    double pictureTop() const { return title.text.isEmpty() ? 0 : title.height + gap; }
    double captionTop() const { return pictureTop() + picture.size.height() * pictureScale() + gap; }
    double height() const
    {
        return caption.text.isEmpty() ? captionTop() - gap : captionTop() + caption.height;
    }

    /** \param corner  where it begins, in pixels of the style */
    void paint(QPainter& painter, const QPointF& corner) const;
};

void Page::paint(QPainter& painter, const QPointF& corner) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(paper.unit_mm, paper.unit_mm);
    painter.translate(corner);
    painter.setPen(paper.style.palette.ink);
    for (const auto& [text, top] : {std::pair(&title, 0.0), std::pair(&caption, captionTop())}) {
        if (text->text.isEmpty())
            continue;
        painter.setFont(text->font);
        painter.drawText(QRectF(0, top, width, text->height + gap), wrapped, text->text);
    }
    painter.translate(0, pictureTop());
    painter.scale(pictureScale(), pictureScale());
    picture.paint(painter);
}

const PaperPictureEntry& firstPicture(const FigureRequest& request)
{
    return paperPicture(picturesIn(request.picture).front());
}

/** The second run that the figure shows; null if it shows one. */
const Trace* otherRunOf(const FigureScene& scene, const FigureRequest& request)
{
    const auto make = firstPicture(request).make;
    if (make == paperPatches && scene.found.patches)
        return scene.found.patches->other.get();
    return scene.other && (make == paperDifference || make == paperComparison) ? scene.other->run.get()
                                                                               : nullptr;
}

QString headText(const FigureScene& scene, const FigureRequest& request)
{
    if (firstPicture(request).make == paperHeadLines)
        return FigureText::tr("all heads");
    const MapAggregate aggregate = showsWeights(scene.selection.step)
        ? shownAggregate(scene.trace(), scene.site(), scene.selection.attention.aggregate)
        : MapAggregate::OneHead;
    const QString head = FigureText::tr("head %1").arg(scene.selection.head + 1);
    return aggregate == MapAggregate::OneHead ? head
        : aggregate == MapAggregate::ValueLengths
        ? QStringLiteral("%1, %2").arg(head, aggregateName(aggregate))
        : aggregateName(aggregate);
}

/** "encoder layer 4, head 1"; empty where the step is about all of the run. */
QString placeText(const FigureScene& scene, const FigureRequest& request)
{
    const ModelConfig& config = scene.trace().config;
    const StepKind step = scene.selection.step;
    const PaperPictureEntry& picture = firstPicture(request);
    if (picture.is_subject && picture.make != paperMattered)
        return {};
    if (picture.make == paperMattered && scene.found.attribution)
        return FigureText::tr("place %1").arg(scene.found.attribution->asked.position + 1);
    if (step == StepKind::NextWord)
        return FigureText::tr("place %1").arg(scene.selection.position + 1);
    if (!showsLayer(step, config))
        return {};
    const QString stack = !config.hasCrossAttention() ? FigureText::tr("layer %1")
        : scene.site() == AttentionSite::Encoder      ? FigureText::tr("encoder layer %1")
        : scene.site() == AttentionSite::DecoderCross ? FigureText::tr("cross-attention of layer %1")
                                                      : FigureText::tr("decoder layer %1");
    if (picture.make == paperHeads)
        return !config.hasCrossAttention()                ? FigureText::tr("all heads")
            : scene.site() == AttentionSite::Encoder      ? FigureText::tr("all heads of the encoder")
            : scene.site() == AttentionSite::DecoderCross ? FigureText::tr("all heads of cross-attention")
                                                          : FigureText::tr("all heads of the decoder");
    QStringList marked;
    if (picture.make == paperHeadLines)
        for (const HeadName& head : markedHeads(scene.selection, scene.site()))
            marked << FigureText::tr("%1, %2").arg(
                stack.arg(head.layer + 1), FigureText::tr("head %1").arg(head.head + 1));
    if (!marked.isEmpty())
        return marked.join(FigureText::tr("; "));
    const QString layer = stack.arg(scene.layer() + 1);
    //: a layer, a head
    return showsHead(step) ? FigureText::tr("%1, %2").arg(layer, headText(scene, request)) : layer;
}

/** What was done to the map before it was drawn: sentences. */
QStringList treatmentOf(const FigureScene& scene, const FigureRequest& request)
{
    QStringList sentences;
    if (!showsMap(scene.selection.step) || firstPicture(request).is_subject)
        return sentences;
    const AttentionLook& look = scene.selection.attention;
    const ShownMap shown = showsWeights(scene.selection.step)
        ? shownMap(scene.trace(), {scene.site(), scene.layer(), scene.selection.head}, look)
        : ShownMap{};
    if (shown.is_rescaled)
        sentences << FigureText::tr("Without its attention sink (%1), rows scaled to what they were.")
                         .arg(tokenList(keysOf(scene.trace(), scene.site()), shown.sink->keys()));
    if (look.merges_words)
        sentences << FigureText::tr(
            "Pieces of a word are one: weights on them summed, those from them averaged.");
    if (request.hides_special)
        sentences << FigureText::tr("Special tokens are left out; the other weights are as they were.");
    if (request.rows || request.columns)
        sentences << FigureText::tr("A part of the tokens is shown.");
    return sentences;
}

QString modelName(const FigureScene& scene, const View& view)
{
    const QString name = QFileInfo(QString::fromStdString(view.model.name)).fileName();
    return modelTitle(name.isEmpty() ? QString::fromStdString(scene.trace().config.name) : name);
}

/** What it is about: "attention weight", or the name of the step. */
QString subjectText(const FigureScene& scene, const FigureRequest& request)
{
    const StepKind step = scene.selection.step;
    const PaperPictureEntry& picture = firstPicture(request);
    if (picture.is_subject)
        return FigureText::tr(picture.name);
    const QString subject = step == StepKind::NextWord ? FigureText::tr("probability of the next word")
        : showsMap(step)                               ? mapQuantity(scene)
                                                       : entryOf(step).title(scene.trace().config);
    return picture.make == paperDifference ? FigureText::tr("difference: %1").arg(subject) : subject;
}

Page pageOf(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    Page page;
    page.paper = paperStyle(request);
    page.picture = makePaperPicture(scene, request);
    const FigureStyle& style = page.paper.style;
    page.width = page.paper.widthOf(request.width_mm);
    page.gap = style.em() * 0.6;
    page.title =
        paragraph(request.title.value_or(madeTitle(scene, view, request)), style.boldFont(), page.width);
    page.caption =
        paragraph(request.caption.value_or(madeCaption(scene, view, request)), style.font, page.width);
    return page;
}

/** On a slide as wide as its height lets it be, in the middle. */
Page fittedPage(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    Page page = pageOf(scene, view, request);
    FigureRequest narrower = request;
    constexpr double step = 0.95, least = 0.25;
    while (request.height_mm > 0 && page.height() * page.paper.unit_mm > request.height_mm
        && narrower.width_mm * step > std::max(least_width_mm, request.width_mm * least)) {
        narrower.width_mm *= step;
        page = pageOf(scene, view, narrower);
        page.left = page.paper.widthOf(request.width_mm - narrower.width_mm) / 2;
    }
    return page;
}

} // namespace

FigureOrigin originOf(const FigureScene& scene, const View& view)
{
    const QString program = QCoreApplication::applicationVersion().isEmpty()
        ? QStringLiteral("Glassformer")
        : QStringLiteral("Glassformer ") + QCoreApplication::applicationVersion();
    return {scene.is_recorded ? std::string() : ViewText::of(view).link(), scene.trace().weights_digest,
        program.toStdString()};
}

QString madeTitle(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    const QString model = modelName(scene, view), subject = subjectText(scene, request),
                  place = placeText(scene, request);
    //: model, quantity, place
    return place.isEmpty() ? FigureText::tr("%1: %2").arg(model, subject)
                           : FigureText::tr("%1: %2, %3").arg(model, subject, place);
}

QString madeCaption(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    const SpokenLanguage spoken(request.language);
    const Trace& trace = scene.trace();
    const auto shown = [](const std::string& text) {
        return shortenedText(QString::fromStdString(text).simplified(), longest_text, false);
    };
    QStringList sentences{FigureText::tr("%1.").arg(madeTitle(scene, view, request)),
        FigureText::tr("Text: “%1”").arg(shown(trace.source_text))};
    if (trace.config.hasCrossAttention() && !trace.answer.empty())
        sentences << FigureText::tr("Written: “%1”").arg(shown(trace.answer));
    if (const Trace* other = otherRunOf(scene, request))
        sentences << FigureText::tr("Compared with: “%1”").arg(shown(other->source_text));
    QStringList changes;
    for (const Change& change : trace.changes)
        changes << changeName(change, trace);
    if (!changes.isEmpty())
        sentences << FigureText::tr("Changed: %1.").arg(changes.join(QStringLiteral("; ")));
    sentences << treatmentOf(scene, request);
    QString caption = sentences.takeFirst();
    for (const QString& sentence : sentences)
        //: one sentence behind another
        caption = FigureText::tr("%1 %2").arg(caption, sentence);
    return caption;
}

PaperFigure makePaperFigure(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    checkFigureRequest(request);
    const SpokenLanguage spoken(request.language);
    // A dark ground ends where it can be seen: nothing may stand at its edge.
    const double edge = request.is_dark && !request.is_transparent ? dark_edge_mm : 0;
    FigureRequest inner = request;
    inner.width_mm -= 2 * edge;
    inner.height_mm = std::max(0.0, request.height_mm - 2 * edge);
    const auto page = std::make_shared<const Page>(fittedPage(scene, view, inner));
    const FigureStyle& style = page->paper.style;
    const double height = page->height() * page->paper.unit_mm + 2 * edge;

    PaperFigure figure;
    figure.unit_mm = page->paper.unit_mm;
    figure.size_mm = {request.width_mm, std::max(request.height_mm, height)};
    figure.title = page->title.text.isEmpty() ? madeTitle(scene, view, request) : page->title.text;
    figure.description =
        page->caption.text.isEmpty() ? madeCaption(scene, view, request) : page->caption.text;
    figure.quantity = page->picture.quantity;
    figure.table = page->picture.table;
    figure.remarks = page->picture.remarks;
    if (request.height_mm > 0 && height > request.height_mm + 0.01)
        figure.remarks << FigureText::tr(
            "The figure is higher than the slide: choose a smaller font, or fewer tokens.");
    if (scene.is_recorded)
        figure.remarks << FigureText::tr("The run was read from a file: the figure cannot open it again.");
    figure.origin = originOf(scene, view);
    figure.dpi = request.dpi;
    figure.is_transparent = request.is_transparent;
    figure.has_outlines = request.has_outlines;
    figure.ground = style.palette.card;
    const double spare = std::max(0.0, request.height_mm - height);
    const QPointF corner(page->left + page->paper.widthOf(edge), page->paper.widthOf(edge + spare / 2));
    figure.paint = [page, corner, language = request.language](QPainter& painter) {
        const SpokenLanguage words(language);
        page->paint(painter, corner);
    };
    return figure;
}

} // namespace glassformer
