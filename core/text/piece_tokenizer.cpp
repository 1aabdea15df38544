#include "core/text/piece_tokenizer.h"

#include "core/error.h"
#include "core/text/aligned_text.h"
#include "core/text/unicode.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::string_view space_mark = "\u2581";

/** A piece as people read it: without marks of spaces. */
std::string readable(const std::string& entry)
{
    std::string text = entry;
    for (std::size_t at; (at = text.find(space_mark)) != std::string::npos;)
        text.replace(at, space_mark.size(), at == 0 ? "" : " ");
    return text.empty() ? entry : text;
}

/** A changed text and where each of its bytes comes from. */
struct ChangedText
{
    std::string text;
    std::vector<TextSpan> origins; ///< by byte

    TextSpan originOf(TextSpan span) const
    {
        if (span.isEmpty() || span.end > origins.size())
            return {};
        return {origins[span.begin].begin, origins[span.end - 1].end};
    }
};

ChangedText changed(std::string_view text, std::size_t offset, const std::vector<NormalizerStep>& steps)
{
    const AlignedText aligned = normalized(alignedText(text, offset), steps, text);
    ChangedText result;
    for (const AlignedCharacter& character : aligned) {
        appendUtf8(result.text, character.code);
        result.origins.resize(result.text.size(), character.origin);
    }
    return result;
}

} // namespace

PieceTokenizer::PieceTokenizer(PieceParts parts)
    : m_parts(std::move(parts))
{
}

const std::string& PieceTokenizer::entry(int id) const
{
    if (id < 0 || id >= size())
        throw Error(
            {"the token id " + std::to_string(id), "", "an id from 0 to " + std::to_string(size() - 1), ""});
    return m_parts.entries[static_cast<std::size_t>(id)];
}

bool PieceTokenizer::isSpecial(int id) const
{
    return m_parts.piece_of_id[static_cast<std::size_t>(id)] < 0
        || m_parts.special_texts.count(entry(id)) > 0;
}

Token PieceTokenizer::token(int id) const
{
    const bool is_special = isSpecial(id);
    return {id, is_special ? entry(id) : readable(entry(id)), {}, is_special, false};
}

void PieceTokenizer::addSpecial(Encoding& encoding, int id, TextSpan span) const
{
    Token added = token(id);
    added.span = span;
    added.is_special = true;
    if (!span.isEmpty())
        encoding.words.push_back({span, encoding.tokens.size(), 1});
    encoding.tokens.push_back(std::move(added));
}

/** Tokens from `first` on, a word beginning wherever a piece begins with a space. */
void PieceTokenizer::addWords(Encoding& encoding, std::size_t first, const UnigramPath& path) const
{
    const bool has_choices = path.pieces.size() == encoding.tokens.size() - first;
    for (std::size_t i = first; i < encoding.tokens.size(); ++i) {
        Token& token = encoding.tokens[i];
        if (i == first || entry(token.id).starts_with(space_mark))
            encoding.words.push_back({token.span, i, 0});
        WordCut& word = encoding.words.back();
        ++word.token_count;
        word.span.end = std::max(word.span.end, token.span.end);
        if (has_choices && word.choices.size() < max_word_steps)
            word.choices.push_back({token.span, token.text, path.pieces[i - first].score});
    }
    for (const WordCut& word : encoding.words)
        for (std::size_t i = 0; word.token_count > 1 && i < word.token_count; ++i)
            encoding.tokens[word.first_token + i].is_piece = true;
}

void PieceTokenizer::addText(Encoding& encoding, std::string_view text, std::size_t offset) const
{
    const ChangedText given = changed(text, offset, m_parts.normalizer);
    const SentencePieceEncoding cut = m_parts.source->encode(given.text);
    const std::size_t first = encoding.tokens.size();
    for (const SentencePieceToken& piece : cut.tokens) {
        Token made = token(m_parts.id_of_piece[static_cast<std::size_t>(piece.id)]);
        made.is_special = false;
        made.span = given.originOf(piece.span);
        encoding.tokens.push_back(std::move(made));
    }
    addWords(encoding, first, cut.path);
}

Encoding PieceTokenizer::encode(std::string_view text, const std::string& target_language) const
{
    requireValidUtf8(text, "the text");
    if (!target_language.empty() && m_parts.special.targets.count(target_language) == 0)
        throw Error({"the language " + target_language, "", "a language that this model writes", ""});
    Encoding encoding;
    for (const int id : m_parts.before)
        addSpecial(encoding, id, {});
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = text.size();
        const std::pair<const std::string, int>* found = nullptr;
        for (const auto& special : m_parts.special_texts)
            if (const std::size_t place = text.find(special.first, at);
                place < next || (found && place == next && special.first.size() > found->first.size())) {
                next = place;
                found = &special;
            }
        if (next > at)
            addText(encoding, text.substr(at, next - at), at);
        if (!found)
            break;
        addSpecial(encoding, found->second, {next, next + found->first.size()});
        at = next + found->first.size();
    }
    for (const int id : m_parts.after)
        addSpecial(encoding, id, {});
    return encoding;
}

std::string PieceTokenizer::decode(std::span<const int> ids) const
{
    std::vector<int> pieces;
    for (const int id : ids) {
        entry(id);
        if (!isSpecial(id))
            pieces.push_back(m_parts.piece_of_id[static_cast<std::size_t>(id)]);
    }
    return m_parts.target->decode(pieces);
}

} // namespace glassformer
