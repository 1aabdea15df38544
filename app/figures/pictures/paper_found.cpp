#include "app/figures/pictures/paper_map.h"
#include "app/figures/pictures/paper_matrix.h"
#include "app/figures/pictures/paper_widget.h"

#include "app/evidence/lens_content.h"
#include "app/evidence/words_content.h"
#include "core/error.h"
#include "widgets/comparison/patch_content.h"
#include "widgets/pictures/trace_content.h"
#include "widgets/pictures/words/word_bars.h"
#include "widgets/steps/input/embedding_content.h"

#include <QPainter>

#include <algorithm>

namespace glassformer {
namespace {

[[noreturn]] void throwNotKnown(const Message& what)
{
    throw Error({Message::tr("a figure of what is not known (yet)"), {}, what, {}});
}

TokenOf tokenOf(const FigureScene& scene)
{
    if (scene.token_of)
        return scene.token_of;
    return [run = scene.run](int id) { return tokenIn(*run, id); };
}

/** The word that is looked at: chosen in the vocabulary, or the chosen token. */
int chosenWord(const FigureScene& scene)
{
    const std::vector<Token>& source = scene.trace().source;
    const auto token = std::size_t(scene.selection.token);
    return scene.selection.word.value_or(token < source.size() ? source[token].id : no_id);
}

} // namespace

PaperPicture paperWordMap(const FigureScene& scene, const FigureRequest& request)
{
    if (!scene.found.measured.plane)
        throwNotKnown(Message::tr("the plane of the vocabulary: open the step of embeddings first"));
    WordMapContent content;
    content.words = mapWordsOf(*scene.found.measured.plane, tokenOf(scene));
    markMap(content, scene.trace(), scene.found.measured, chosenWord(scene));
    content.x_title = request.column_title.value_or(content.x_title);
    content.y_title = request.row_title.value_or(content.y_title);
    PaperPicture picture;
    picture.paper = paperStyle(request);
    picture.quantity = FigureText::tr("principal components of the embedding");
    picture.table.push_back({FigureText::tr("word"), content.x_title, content.y_title});
    for (const MapWord& word : content.words)
        picture.table.push_back(
            {word.text, exactText(float(word.place.x())), exactText(float(word.place.y()))});
    const FigureStyle& style = picture.paper.style;
    const QRectF extent = content.extent();
    const double width = picture.paper.widthOf(request.width_mm);
    const bool has_key = !content.classes.empty();
    picture.size = {
        width, width * std::min(1.0, extent.height() / extent.width()) + style.em() * (has_key ? 3.5 : 2)};
    picture.paint = [content, style,
                        geometry = layoutWordMap(QRectF(QPointF(), picture.size), extent, style, has_key)](
                        QPainter& painter) { paintWordMap(painter, geometry, content, style); };
    return picture;
}

PaperPicture paperLens(const FigureScene& scene, const FigureRequest& request)
{
    if (!scene.found.lens)
        throwNotKnown(Message::tr("what each layer would say: open that chapter of the evidence first"));
    WordGridContent content = lensContent(*scene.found.lens, scene.trace(), scene.selection, tokenOf(scene));
    content.row.reset();
    content.column.reset();
    std::vector<QStringList> table{{QString()}};
    for (const QString& column : content.columns)
        table.front() << column << FigureText::tr("probability");
    for (std::size_t row = 0; row < content.rows.size(); ++row) {
        QStringList line{content.rows[row]};
        for (const std::vector<WordCell>& cells : content.cells)
            line << cells[row].word << exactText(float(cells[row].probability));
        table.push_back(std::move(line));
    }
    FigureRequest raised = request;
    constexpr double numbers_share = 9.0 / 13; // of the font, in whole pixels
    raised.font_pt = std::max(request.font_pt, least_font_pt / numbers_share);
    const auto grid = paperWidget<WordGrid>(raised);
    grid->setContent(std::move(content));
    PaperPicture picture = paperOfWidget(grid, raised);
    if (double(grid->sizeHint().width()) > picture.size.width() + 0.5)
        throw Error({Message::tr("a grid of %1 layers in this width", int(scene.found.lens->tensors.size())),
            {}, Message::tr("a wider figure, or a smaller font"), {}});
    picture.table = std::move(table);
    picture.quantity = FigureText::tr("probability of the likeliest word");
    return picture;
}

PaperPicture paperMattered(const FigureScene& scene, const FigureRequest& request)
{
    if (!scene.found.attribution)
        throwNotKnown(Message::tr("which words mattered: open that chapter of the evidence first"));
    const Attribution& found = *scene.found.attribution;
    const std::optional<AttentionRow> row = attentionBeside(found, scene.trace(), scene.selection);
    PaperPicture picture;
    const auto bars = paperWidget<WordBars>(request);
    bars->setBars(wordBarsOf(found, row, std::nullopt), row ? row->name : QString(), attributionName(found));
    picture = paperOfWidget(bars, request);
    picture.table.push_back({FigureText::tr("word"), attributionName(found), row ? row->name : QString()});
    for (std::size_t t = 0; t < found.tokens.size(); ++t)
        picture.table.push_back(
            {textOf(found.tokens[t]), found.parts[t] ? exactText(float(*found.parts[t])) : QString(),
                row ? exactText(float(row->weights[t])) : QString()});
    picture.quantity = attributionName(found);
    return picture;
}

PaperPicture paperPatches(const FigureScene& scene, const FigureRequest& request)
{
    if (!scene.found.patches || !scene.found.patches->other)
        throwNotKnown(Message::tr("what vectors of another run bring: carry vectors over in the window, or "
                                  "name its text by --with"));
    HeatmapContent content = patchContent(*scene.found.patches);
    return paperMatrix(
        {std::move(content), request.row_title.value_or(patchedName(scene.found.patched)),
            request.column_title.value_or(FigureText::tr("token whose vector is carried over")),
            FigureText::tr("share of the way to the other run")},
        request);
}

} // namespace glassformer
