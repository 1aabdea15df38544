#include "app/evidence/lens_content.h"

#include "widgets/look/probability_text.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

namespace glassformer {
namespace {

struct LensText
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::LayersChapter)
};

WordCell cellOf(const LensCell& cell, const TokenOf& token_of)
{
    const auto wordOf = [&token_of](int id) { return textOf(token_of(id)).trimmed(); };
    QStringList tip;
    for (const LensWord& word : cell.likeliest)
        tip << wordOf(word.id) + u' ' + probabilityText(word.probability);
    tip << LensText::tr("“%1”: rank %2, p %3")
               .arg(wordOf(cell.asked.id))
               .arg(cell.rank + 1)
               .arg(probabilityText(cell.asked.probability));
    const LensWord& best = cell.likeliest.front();
    return {wordOf(best.id), best.probability, cell.rank == 0, tip.join(u'\n')};
}

} // namespace

WordGridContent lensContent(
    const LogitLens& lens, const Trace& trace, const Selection& selection, const TokenOf& token_of)
{
    WordGridContent content;
    for (const Token& token : trace.config.hasDecoder() ? trace.target : trace.source)
        content.rows.push_back(textOf(token).trimmed());
    content.columns.push_back(LensText::tr("input"));
    for (std::size_t layer = 1; layer < lens.tensors.size(); ++layer)
        //: a layer in few characters: layer 2
        content.columns.push_back(LensText::tr("L%1").arg(layer));
    for (const std::vector<LensCell>& height : lens.cells) {
        std::vector<WordCell> cells;
        for (const LensCell& cell : height)
            cells.push_back(cellOf(cell, token_of));
        content.cells.push_back(std::move(cells));
    }
    const AttentionSite site =
        trace.config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    content.row = selection.position;
    content.column = selection.layerOf(site) + 1;
    return content;
}

} // namespace glassformer
