#include "app/figures/paper_figure.h"

#include "app/figures/paper_map.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/explanation/change_name.h"
#include "widgets/look/line_text.h"
#include "widgets/look/model_title.h"

#include "core/experiment/attention/attention_aggregate.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <memory>

namespace glassformer {
namespace {

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
    double width = 0, gap = 0; ///< in pixels of the style

    double pictureScale() const { return picture.paper.unit_mm / paper.unit_mm; }
    double pictureTop() const { return title.text.isEmpty() ? 0 : title.height + gap; }
    double captionTop() const { return pictureTop() + picture.size.height() * pictureScale() + gap; }
    double height() const
    {
        return caption.text.isEmpty() ? captionTop() - gap : captionTop() + caption.height;
    }

    void paint(QPainter& painter) const;
};

void Page::paint(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(paper.unit_mm, paper.unit_mm);
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

QString headText(const FigureScene& scene)
{
    const MapAggregate aggregate = showsWeights(scene.selection.step)
        ? shownAggregate(scene.trace, scene.site(), scene.selection.attention.aggregate)
        : MapAggregate::OneHead;
    const QString head = FigureText::tr("head %1").arg(scene.selection.head + 1);
    return aggregate == MapAggregate::OneHead ? head
        : aggregate == MapAggregate::ValueLengths
        ? QStringLiteral("%1, %2").arg(head, aggregateName(aggregate))
        : aggregateName(aggregate);
}

/** "encoder layer 4, head 1" */
QString placeText(const FigureScene& scene, const FigureRequest& request)
{
    const ModelConfig& config = scene.trace.config;
    if (!showsHead(scene.selection.step))
        return FigureText::tr("place %1").arg(scene.selection.position + 1);
    const QString stack = !config.hasCrossAttention() ? FigureText::tr("layer %1")
        : scene.site() == AttentionSite::Encoder      ? FigureText::tr("encoder layer %1")
        : scene.site() == AttentionSite::DecoderCross ? FigureText::tr("cross-attention of layer %1")
                                                      : FigureText::tr("decoder layer %1");
    if (request.picture == "heads")
        return !config.hasCrossAttention()                ? FigureText::tr("all heads")
            : scene.site() == AttentionSite::Encoder      ? FigureText::tr("all heads of the encoder")
            : scene.site() == AttentionSite::DecoderCross ? FigureText::tr("all heads of cross-attention")
                                                          : FigureText::tr("all heads of the decoder");
    //: a layer, a head
    return FigureText::tr("%1, %2").arg(stack.arg(scene.layer() + 1), headText(scene));
}

QString modelName(const FigureScene& scene, const View& view)
{
    const QString name = QFileInfo(QString::fromStdString(view.model.name)).fileName();
    return modelTitle(name.isEmpty() ? QString::fromStdString(scene.trace.config.name) : name);
}

QString quantityOf(const FigureScene& scene)
{
    return scene.selection.step == StepKind::NextWord ? FigureText::tr("probability of the next word")
                                                      : mapQuantity(scene);
}

QString madeTitle(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    //: model, quantity, place
    return FigureText::tr("%1: %2, %3")
        .arg(modelName(scene, view), quantityOf(scene), placeText(scene, request));
}

FigureOrigin originOf(const FigureScene& scene, const View& view)
{
    const QString program = QCoreApplication::applicationVersion().isEmpty()
        ? QStringLiteral("Glassformer")
        : QStringLiteral("Glassformer ") + QCoreApplication::applicationVersion();
    return {ViewText::of(view).link(), scene.trace.weights_digest, program.toStdString()};
}

} // namespace

QString madeCaption(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    const Trace& trace = scene.trace;
    const auto shown = [](const std::string& text) {
        return shortenedText(QString::fromStdString(text).simplified(), longest_text, false);
    };
    QStringList sentences{FigureText::tr("%1.").arg(madeTitle(scene, view, request)),
        FigureText::tr("Text: “%1”").arg(shown(trace.source_text))};
    if (trace.config.hasCrossAttention() && !trace.answer.empty())
        sentences << FigureText::tr("Written: “%1”").arg(shown(trace.answer));
    QStringList changes;
    for (const Change& change : trace.changes)
        changes << changeName(change, trace);
    if (!changes.isEmpty())
        sentences << FigureText::tr("Changed: %1.").arg(changes.join(QStringLiteral("; ")));
    QString caption = sentences.takeFirst();
    for (const QString& sentence : sentences)
        //: one sentence behind another
        caption = FigureText::tr("%1 %2").arg(caption, sentence);
    return caption;
}

PaperFigure makePaperFigure(const FigureScene& scene, const View& view, const FigureRequest& request)
{
    checkFigureRequest(request);
    auto page = std::make_shared<Page>();
    page->paper = paperStyle(request);
    page->picture = makePaperPicture(scene, request);
    const FigureStyle& style = page->paper.style;
    page->width = page->paper.widthOf(request.width_mm);
    page->gap = style.em() * 0.6;
    page->title =
        paragraph(request.title.value_or(madeTitle(scene, view, request)), style.boldFont(), page->width);
    page->caption =
        paragraph(request.caption.value_or(madeCaption(scene, view, request)), style.font, page->width);

    PaperFigure figure;
    figure.unit_mm = page->paper.unit_mm;
    figure.size_mm = {request.width_mm, page->height() * figure.unit_mm};
    figure.title = page->title.text.isEmpty() ? madeTitle(scene, view, request) : page->title.text;
    figure.description =
        page->caption.text.isEmpty() ? madeCaption(scene, view, request) : page->caption.text;
    figure.quantity = page->picture.quantity;
    figure.table = page->picture.table;
    figure.remarks = page->picture.remarks;
    figure.origin = originOf(scene, view);
    figure.dpi = request.dpi;
    figure.is_transparent = request.is_transparent;
    figure.ground = style.palette.card;
    figure.paint = [page](QPainter& painter) { page->paint(painter); };
    return figure;
}

} // namespace glassformer
