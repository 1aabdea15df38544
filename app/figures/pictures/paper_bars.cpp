#include "app/figures/pictures/paper_map.h"

#include "core/error.h"
#include "core/experiment/effect/word_ranking.h"
#include "core/trace/record/tensor_slice.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/bars_painter.h"
#include "widgets/pictures/trace_content.h"

#include <QPainter>

#include <algorithm>

namespace glassformer {
namespace {

constexpr int shown_words = 8;

/** The likeliest words, and behind them the one that was written although others are likelier. */
std::vector<RankedWord> wordsOf(const FigureScene& scene, int written)
{
    const int position = scene.selection.position;
    std::vector<RankedWord> words = likeliestWords(scene.trace(), position, shown_words);
    const auto is_written = [written](const RankedWord& word) { return word.id == written; };
    if (written < 0 || std::any_of(words.begin(), words.end(), is_written))
        return words;
    const WordScores scores = wordScoresAt(scene.trace(), position);
    if (written < int(scores.probabilities.size()))
        words.push_back({written, 0, double(scores.probabilities[std::size_t(written)])});
    return words;
}

} // namespace

PaperPicture paperBars(const FigureScene& scene, const FigureRequest& request)
{
    const Trace& trace = scene.trace();
    const auto position = std::size_t(scene.selection.position);
    const int written = position < trace.written.size() ? trace.written[position].id : -1;
    std::vector<Bar> bars;
    PaperPicture picture;
    picture.quantity = FigureText::tr("probability of the next word");
    picture.table.push_back({FigureText::tr("word"), FigureText::tr("probability")});
    for (const RankedWord& word : wordsOf(scene, written)) {
        const Token token = scene.token_of ? scene.token_of(word.id) : tokenIn(trace, word.id);
        bars.push_back({textOf(token), percentText(word.probability), word.probability, token.is_special,
            word.id == written, false});
        picture.table.push_back({textOf(token), QString::number(word.probability, 'g', 9)});
    }
    if (bars.empty())
        throw Error({Message::tr("a run without probabilities of words"), {},
            Message::tr("a model that writes or fills gaps"), {}});
    picture.paper = paperStyle(request);
    const FigureStyle& style = picture.paper.style;
    constexpr double pitch = 1.6; // in em
    picture.size = {picture.paper.widthOf(request.width_mm), style.em() * pitch * double(bars.size())};
    picture.paint = [bars, style, geometry = layoutBars(QRectF(QPointF(), picture.size), bars, style)](
                        QPainter& painter) { paintBars(painter, geometry, bars, style); };
    return picture;
}

} // namespace glassformer
