#pragma once

#include "app/models/model_card.h"
#include "core/trace/trace.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace glassformer {

/** An exchange of one word that is worth trying on the present sentence: tired for wide. */
struct Swap
{
    QString from, to;
    QString text; ///< the whole sentence with the word exchanged
};

/** The first exchange that the model's card names for a word of the sentence. */
std::optional<Swap> swapFor(const ModelCard& card, const Trace& trace);

/**
 * Words of the sentence that the vocabulary of a bundled model holds only in pieces. Other vocabularies cut words as a
 * matter of course.
 */
QStringList unknownWordsOf(const TextToRead& read, const ModelConfig& config);

} // namespace glassformer
