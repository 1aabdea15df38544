#include "core/text/sentence_piece/piece_tokenizer.h"

#include "core/error.h"
#include "core/text/characters/aligned_text.h"
#include "core/text/characters/unicode.h"
#include "core/text/entry_style.h"

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

/** Gives the steps of a cut to the words that they lie in. */
class StepSorter
{
public:
    /**
     * \param words  one for each beginning
     * \param begins  where they begin in the normalised text, in order
     */
    StepSorter(const SentencePieceEncoding& cut, const ChangedText& given, std::span<WordCut> words,
        const std::vector<std::size_t>& begins)
        : m_cut(cut)
        , m_given(given)
        , m_words(words)
        , m_begins(begins)
    {
    }

    void run()
    {
        for (const UnigramChoice& choice : m_cut.path.pieces) {
            std::vector<PieceChoice>& choices = m_words[wordAt(choice.span)].choices;
            if (choices.size() < max_word_steps)
                choices.push_back({originOf(choice.span), shown(choice.span), choice.score});
        }
        for (const TextSpan& symbol : m_cut.symbols) {
            std::vector<std::string>& symbols = m_words[wordAt(symbol)].symbols;
            if (symbols.size() < max_word_steps)
                symbols.push_back(shown(symbol));
        }
        for (const SentencePieceMerge& merge : m_cut.merges)
            addMerge(merge);
    }

private:
    std::size_t wordAt(TextSpan part) const
    {
        const auto behind = std::upper_bound(m_begins.begin() + 1, m_begins.end(), part.begin);
        return static_cast<std::size_t>(behind - m_begins.begin()) - 1;
    }

    std::size_t symbolAt(std::size_t begin) const
    {
        const auto symbol = std::lower_bound(m_cut.symbols.begin(), m_cut.symbols.end(), begin,
            [](const TextSpan& span, std::size_t place) { return span.begin < place; });
        return static_cast<std::size_t>(symbol - m_cut.symbols.begin());
    }

    void addMerge(const SentencePieceMerge& merge)
    {
        const std::size_t word = wordAt(merge.left);
        if (m_words[word].merges.size() == max_word_steps)
            return;
        const TextSpan joined{merge.left.begin, merge.right.end};
        m_words[word].merges.push_back({shown(merge.left), shown(merge.right), shown(joined), merge.rank,
            symbolAt(merge.left.begin) - symbolAt(m_begins[word]), originOf(joined)});
    }

    std::string shown(TextSpan part) const
    {
        const std::string_view text = m_cut.normalized.text;
        return markedEntry(
            text.substr(part.begin, part.end - part.begin), {.space_mark = std::string(space_mark)});
    }

    TextSpan originOf(TextSpan part) const { return m_given.originOf(m_cut.normalized.originOf(part)); }

    const SentencePieceEncoding& m_cut;
    const ChangedText& m_given;
    std::span<WordCut> m_words;
    const std::vector<std::size_t>& m_begins;
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
            {Message::tr("the token id %1", id), {}, Message::tr("an id from 0 to %1", size() - 1), {}});
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

/**
 * Words of the last tokens, those of the cut; one begins wherever a piece begins with a space.
 * \return where each of them begins in the normalised text
 */
std::vector<std::size_t> PieceTokenizer::addWords(Encoding& encoding, const SentencePieceEncoding& cut) const
{
    const std::size_t first = encoding.tokens.size() - cut.tokens.size();
    std::vector<std::size_t> begins;
    for (std::size_t i = first; i < encoding.tokens.size(); ++i) {
        Token& token = encoding.tokens[i];
        if (i == first || entry(token.id).starts_with(space_mark)) {
            encoding.words.push_back({token.span, i, 0});
            begins.push_back(cut.tokens[i - first].part.begin);
        }
        WordCut& word = encoding.words.back();
        ++word.token_count;
        word.span.end = std::max(word.span.end, token.span.end);
    }
    for (const WordCut& word : encoding.words)
        for (std::size_t i = 0; word.token_count > 1 && i < word.token_count; ++i)
            encoding.tokens[word.first_token + i].is_piece = true;
    return begins;
}

void PieceTokenizer::addText(Encoding& encoding, std::string_view text, std::size_t offset) const
{
    const ChangedText given = changed(text, offset, m_parts.normalizer);
    const SentencePieceEncoding cut = m_parts.source->encode(given.text);
    for (const SentencePieceToken& piece : cut.tokens) {
        Token made = token(m_parts.id_of_piece[static_cast<std::size_t>(piece.id)]);
        made.is_special = false;
        made.span = given.originOf(piece.span);
        encoding.tokens.push_back(std::move(made));
    }
    const std::vector<std::size_t> begins = addWords(encoding, cut);
    if (!begins.empty())
        StepSorter(cut, given, std::span(encoding.words).last(begins.size()), begins).run();
}

Encoding PieceTokenizer::encode(std::string_view text, const std::string& target_language) const
{
    requireValidUtf8(text, Message::tr("the text"));
    if (!target_language.empty() && m_parts.special.targets.count(target_language) == 0)
        throw Error({Message::tr("the language %1", target_language), {},
            Message::tr("a language that this model writes"), {}});
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
    numberSegments(encoding, m_parts.pair, m_parts.before.size(), m_parts.after.size());
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
