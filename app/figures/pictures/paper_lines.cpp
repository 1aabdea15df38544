#include "app/figures/kept_tokens.h"
#include "app/figures/pictures/paper_map.h"

#include "core/error.h"
#include "core/trace/look/place.h"
#include "widgets/paint/attention/attention_lines_painter.h"
#include "widgets/paint/attention/attention_sentence_painter.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/shown_map_content.h"
#include "widgets/pictures/trace_content.h"

#include <QPainter>

#include <algorithm>
#include <memory>

namespace glassformer {
namespace {

QString nameAt(const std::vector<AxisLabel>& labels, std::optional<int> index)
{
    return index && *index < int(labels.size()) ? formulaEscaped(labels[std::size_t(*index)].text)
                                                : QString();
}

void nameSides(AttentionSentenceContent& content)
{
    const QString query = nameAt(content.map.queries, content.map.query);
    const QString key = nameAt(content.map.keys, content.map.key);
    if (content.is_self) {
        content.looks_at = FigureText::tr("{q:%1} looks at …").arg(query);
        content.looked_at = FigureText::tr("{k:Who looks at} {q:%1}").arg(query);
    } else {
        content.looks_at = FigureText::tr("Read: where it looks to write {q:%1}").arg(query);
        content.looked_at = key.isEmpty() ? FigureText::tr("Written")
                                          : FigureText::tr("Written: what looked at {k:%1}").arg(key);
    }
}

PaperPicture paperSentence(const FigureScene& scene, const FigureRequest& request, bool has_arcs)
{
    HeatmapContent map = wholeMap(scene);
    AttentionSentenceContent content = sentenceContent(map, scene.trace(), scene.site(), has_arcs);
    const KeptTokens kept = keptTokens(map, request);
    keepTokens(content, kept);
    keepTokens(map, kept);
    if (!content.map.query)
        throw Error({Message::tr("no word whose attention is to be drawn"), {}, Message::tr("a chosen word"),
            Message::tr("Name it by --query, or choose it in the window.")});
    nameSides(content);
    PaperPicture picture;
    picture.paper = paperStyle(request);
    const auto layout = [&] {
        const double em = picture.paper.style.em();
        picture.size = {picture.paper.widthOf(request.width_mm), em * (content.is_self ? 13 : 11)};
        return layoutAttentionSentence(QRectF(QPointF(), picture.size), content, picture.paper.style);
    };
    AttentionSentenceGeometry geometry = layout();
    const FigureStyle& style = picture.paper.style;
    if (has_arcs && picture.paper.pointsOf(style.scaledFont(geometry.font_factor)) < least_font_pt) {
        picture.paper = raisedStyle(request);
        geometry = layout();
    }
    const auto is_left_out = [](const QRectF& rect) { return rect.isEmpty(); };
    if (std::any_of(geometry.keys.begin(), geometry.keys.end(), is_left_out)
        || std::any_of(geometry.queries.begin(), geometry.queries.end(), is_left_out))
        picture.remarks << FigureText::tr("The sentence is too long for one line of this width: it is cut.");
    if (!has_arcs)
        picture.size.setHeight(geometry.height + style.em() * 0.3);
    picture.table = mapTable(map);
    picture.quantity = mapQuantity(scene);
    picture.paint = [geometry, kept = std::make_shared<const AttentionSentenceContent>(std::move(content)),
                        style](
                        QPainter& painter) { paintAttentionSentence(painter, geometry, *kept, style); };
    return picture;
}

/** Each that is marked, or each of the layer, in a colour of its own. */
std::vector<HeadLines> headsOf(const FigureScene& scene, const FigureRequest& request)
{
    const bool are_marked = !markedHeads(scene.selection, scene.site()).empty();
    std::vector<HeadLines> heads;
    for (const HeadName& head : overlaidHeads(scene.selection, scene.trace().config, scene.site())) {
        FigureScene of_head = scene;
        of_head.selection = withLayer(scene.selection, scene.site(), head.layer);
        of_head.selection.attention.aggregate = MapAggregate::OneHead;
        of_head.selection.head = head.head;
        const QString name = are_marked
            ? FigureText::tr("layer %1, head %2").arg(head.layer + 1).arg(head.head + 1)
            : FigureText::tr("head %1").arg(head.head + 1);
        heads.push_back({name, paperMap(of_head, request).values,
            head.layer == scene.layer() && head.head == scene.selection.head});
    }
    return heads;
}

PaperPicture linesOf(const FigureScene& scene, const FigureRequest& request, bool has_heads)
{
    const HeatmapContent map = paperMap(scene, request);
    auto content = std::make_shared<AttentionLinesContent>(linesContent(map));
    if (has_heads)
        content->heads = headsOf(scene, request);
    content->query_title = rowTitle(scene, request);
    content->key_title = columnTitle(scene, request);
    PaperPicture picture;
    picture.paper = paperStyle(request);
    const FigureStyle& style = picture.paper.style;
    constexpr double pitch = 1.4, titles = 1.7; // in em: every word has a line of its own
    const auto lines = double(std::max(content->queries.size(), content->keys.size())) + (has_heads ? 1 : 0);
    picture.size = {picture.paper.widthOf(request.width_mm), style.em() * (titles + pitch * lines)};
    picture.table = mapTable(map);
    picture.quantity = mapQuantity(scene);
    picture.paint = [content, style,
                        geometry = layoutAttentionLines(QRectF(QPointF(), picture.size), *content, style)](
                        QPainter& painter) { paintAttentionLines(painter, geometry, *content, style); };
    return picture;
}

} // namespace

PaperPicture paperLines(const FigureScene& scene, const FigureRequest& request)
{
    return linesOf(scene, request, false);
}

PaperPicture paperHeadLines(const FigureScene& scene, const FigureRequest& request)
{
    return linesOf(scene, request, true);
}

PaperPicture paperArcs(const FigureScene& scene, const FigureRequest& request)
{
    return paperSentence(scene, request, true);
}

PaperPicture paperText(const FigureScene& scene, const FigureRequest& request)
{
    return paperSentence(scene, request, false);
}

} // namespace glassformer
