#pragma once

#include "widgets/look/figure_style.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

class QPainter;

namespace glassformer {

/** One line of the way from a word to its pieces; parts that are empty are not drawn. */
struct WordCutLine
{
    QString rest{}; ///< what was still to be cut
    QString tried{}; ///< what the vocabulary does not hold: drawn struck out
    std::vector<QString> pieces{};
    std::optional<int> joined{}; ///< this piece and the next become one in the next line
    QString number{}; ///< with digits of equal width, flush right
    QString remark{};
    bool is_result = false; ///< pieces of this line are tokens
    bool is_sum = false; ///< a rule above
};

/** The columns that the lines have. */
enum class WordCutColumns
{
    RestTriedPiece, ///< longest match first
    PiecesRemark, ///< byte pairs
    PieceNumberRemark, ///< unigram
};

struct WordCutContent
{
    WordCutColumns columns = WordCutColumns::RestTriedPiece;
    std::vector<QString> headings{}; ///< one for each column
    std::vector<WordCutLine> lines{};
};

double wordCutHeight(const WordCutContent& content, const FigureStyle& style);

/** Pieces that find no room are left out at the ends, where nothing is joined. */
void paintWordCut(
    QPainter& painter, const QRectF& area, const WordCutContent& content, const FigureStyle& style);

/** Which of the pieces are shown in so much room: those around `focus`, or from the first on. Half-open. */
std::pair<int, int> piecesThatFit(const std::vector<double>& widths, double gap, double room, int focus);

} // namespace glassformer
