#pragma once

#include "core/text/encoding.h"
#include "widgets/paint/words/word_cut_painter.h"

#include <QCoreApplication>

#include <string>

namespace glassformer {

/** Lines that a long word's ladder shows of its beginning and of its end. */
inline constexpr std::size_t first_merge_rows = 16;
inline constexpr std::size_t last_merge_rows = 5;

/** What is said and drawn of a word's way to its pieces, whatever the tokenizer. */
struct WordCutText
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::WordCutText)

public:
    QString explanation; ///< in the notation of formula_painter.h
    WordCutContent ladder; ///< without lines if the word was taken whole, without any steps
};

/** \param text  the text that the word stands in */
WordCutText wordCutText(const std::string& text, const WordCut& word);

} // namespace glassformer
