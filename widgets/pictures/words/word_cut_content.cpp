#include "widgets/pictures/words/word_cut_content.h"

#include "core/text/bpe/merge_rows.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

constexpr int most_tried = 6; // more attempts say nothing new
constexpr double rarest_in_words = 1e12; // beyond, "1 in so many" is no number that anyone reads

WordCutContent longestMatches(const std::string& text, const WordCut& word)
{
    WordCutContent content{WordCutColumns::RestTriedPiece,
        {WordCutText::tr("still to cut"), WordCutText::tr("tried, not in the vocabulary"),
            WordCutText::tr("taken")}};
    for (const CutStep& step : word.steps) {
        WordCutLine line;
        if (step.span.begin <= step.span.end && step.span.end <= text.size())
            line.rest =
                QString::fromUtf8(text.data() + step.span.begin, qsizetype(step.span.end - step.span.begin));
        QStringList tried;
        for (const std::string& piece : step.tried)
            if (tried.size() < most_tried)
                tried.append(QString::fromStdString(piece));
        if (step.tried.size() > std::size_t(most_tried))
            tried.append(QStringLiteral("…"));
        line.tried = tried.join(QStringLiteral("  "));
        line.pieces = {QString::fromStdString(step.piece)};
        line.is_result = true;
        content.lines.push_back(std::move(line));
    }
    return content;
}

WordCutLine lineOf(const MergeRow& row)
{
    WordCutLine line;
    for (const std::string& piece : row.pieces)
        line.pieces.push_back(QString::fromStdString(piece));
    line.is_result = !row.joined;
    if (row.joined) {
        line.joined = int(*row.joined);
        line.remark = WordCutText::tr("merge %1").arg(countText(qint64(row.rank) + 1));
    } else {
        line.remark = WordCutText::tr("nothing left to merge");
    }
    return line;
}

WordCutContent merges(const WordCut& word)
{
    WordCutContent content{
        WordCutColumns::PiecesRemark, {WordCutText::tr("the pieces"), WordCutText::tr("merged next")}};
    const std::vector<MergeRow> rows = mergeRows(word);
    const bool is_long = rows.size() > first_merge_rows + last_merge_rows + 1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool is_hidden = is_long && i >= first_merge_rows && i + last_merge_rows < rows.size();
        if (!is_hidden)
            content.lines.push_back(lineOf(rows[i]));
        if (is_hidden && i == first_merge_rows) {
            WordCutLine gap;
            gap.remark =
                WordCutText::tr("… %1 more merges …").arg(rows.size() - first_merge_rows - last_merge_rows);
            content.lines.push_back(std::move(gap));
        }
    }
    return content;
}

/** "1 in 2 300": what a logarithm of a probability means. */
QString rarity(double score)
{
    const double one_in = std::exp(-score);
    if (!(one_in >= 1 && one_in < rarest_in_words))
        return {};
    return WordCutText::tr("about 1 in %1").arg(countText(std::llround(one_in)));
}

WordCutContent choices(const WordCut& word)
{
    WordCutContent content{WordCutColumns::PieceNumberRemark,
        {WordCutText::tr("piece"), WordCutText::tr("log p"), WordCutText::tr("its probability")}};
    double sum = 0;
    for (const PieceChoice& choice : word.choices) {
        WordCutLine line;
        line.pieces = {QString::fromStdString(choice.piece)};
        line.number = numberText(choice.score, 2);
        line.remark = rarity(choice.score);
        line.is_result = true;
        content.lines.push_back(std::move(line));
        sum += choice.score;
    }
    WordCutLine total;
    total.number = QStringLiteral("Σ = ") + numberText(sum, 2);
    total.remark = word.choices.size() > 1 ? WordCutText::tr("no other way to cut the word has a larger sum")
                                           : WordCutText::tr("no way to cut it into more has a larger sum");
    total.is_sum = true;
    content.lines.push_back(std::move(total));
    return content;
}

bool hasSpace(const std::vector<std::string>& pieces)
{
    return std::any_of(pieces.begin(), pieces.end(),
        [](const std::string& piece) { return piece.find("␣") != std::string::npos; });
}

bool isCutOff(const WordCut& word)
{
    return std::max({word.steps.size(), word.symbols.size(), word.choices.size(), word.merges.size()})
        >= max_word_steps;
}

/** That its steps lead to; as many as its tokens, unless the vocabulary lacks something. */
std::size_t piecesOf(const WordCut& word)
{
    if (!word.symbols.empty())
        return word.symbols.size() - std::min(word.merges.size(), word.symbols.size());
    return word.choices.empty() ? word.token_count : word.choices.size();
}

QString explanationOf(const WordCut& word)
{
    const bool is_whole = word.token_count <= 1;
    QStringList sentences;
    if (is_whole)
        sentences << WordCutText::tr("The vocabulary holds this word as a whole: one token.");
    if (!word.symbols.empty()) {
        sentences << WordCutText::tr(
            "It begins as single signs. A list of merges, learned by counting which "
            "neighbours are frequent, says what becomes one piece: of all pairs in the "
            "word the one highest in the list comes first.");
    } else if (!word.choices.empty()) {
        sentences << WordCutText::tr(
            "Every piece of the vocabulary has a probability. Of all ways to cut the "
            "word the likeliest is taken, the one whose logarithms add up to most; "
            "Viterbi's search finds it without trying them all.");
    } else if (!is_whole) {
        sentences << WordCutText::tr("At every place the longest piece that the vocabulary holds is taken.");
    }
    std::vector<std::string> pieces = word.symbols;
    for (const PieceChoice& choice : word.choices)
        pieces.push_back(choice.piece);
    if (hasSpace(pieces))
        sentences << WordCutText::tr("␣ is the space before the word: it belongs to the piece.");
    if (!isCutOff(word) && piecesOf(word) != word.token_count)
        sentences << WordCutText::tr(
            "What the vocabulary does not hold is spelt in bytes, or becomes the token "
            "for everything unknown.");
    if (isCutOff(word))
        sentences << WordCutText::tr("Of this long word the first %1 steps are shown.").arg(max_word_steps);
    return sentencesText(sentences);
}

} // namespace

WordCutText wordCutText(const std::string& text, const WordCut& word)
{
    WordCutText result;
    result.explanation = explanationOf(word);
    if (!word.symbols.empty())
        result.ladder = merges(word);
    else if (!word.choices.empty())
        result.ladder = choices(word);
    else if (!word.steps.empty())
        result.ladder = longestMatches(text, word);
    return result;
}

} // namespace glassformer
