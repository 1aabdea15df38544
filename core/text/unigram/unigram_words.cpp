#include "core/text/unigram/unigram_words.h"

namespace glassformer {

WordTokens UnigramWords::cut(AlignedView word, const Vocabulary&) const
{
    std::string text;
    std::vector<TextSpan> origins; // by byte
    for (const AlignedCharacter& character : word) {
        appendUtf8(text, character.code);
        origins.resize(text.size(), character.origin);
    }
    const auto origin = [&origins](TextSpan span) {
        return span.isEmpty() ? TextSpan{} : TextSpan{origins[span.begin].begin, origins[span.end - 1].end};
    };
    const UnigramPath path = m_unigram.bestPath(text);
    WordTokens result;
    for (const TextPiece& piece : m_unigram.finish(path, text))
        result.tokens.push_back({piece.id, origin(piece.span)});
    for (const UnigramChoice& choice : path.pieces) {
        if (result.choices.size() == max_word_steps)
            break;
        result.choices.push_back({choice.id, choice.score, origin(choice.span)});
    }
    return result;
}

} // namespace glassformer
