#include "core/text/sentence_piece/piece_tokenizer.h"

#include "core/error.h"
#include "core/text/characters/aligned_text.h"
#include "core/text/characters/unicode.h"
#include "core/text/entry_style.h"

#include <algorithm>

namespace glassformer {
namespace {

/** A piece as people read it: without marks of spaces. */
std::string readable(const std::string& entry)
{
    std::string text = entry;
    for (std::size_t at; (at = text.find(space_symbol)) != std::string::npos;)
        text.replace(at, space_symbol.size(), at == 0 ? "" : " ");
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

bool beginsWithSpace(std::string_view text)
{
    return text.starts_with(' ') || text.starts_with(space_symbol);
}

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
            text.substr(part.begin, part.end - part.begin), {.space_mark = std::string(space_symbol)});
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
    , m_is_special(static_cast<std::size_t>(size()))
    , m_is_added(static_cast<std::size_t>(size()))
{
    for (const AddedToken& token : m_parts.added) {
        m_is_special[static_cast<std::size_t>(token.id)] = token.special;
        m_is_added[static_cast<std::size_t>(token.id)] = true;
        m_finder.add(token, codes(token.content));
    }
}

Token PieceTokenizer::token(int id) const
{
    const std::string& text = entry(id);
    const std::size_t place = static_cast<std::size_t>(id);
    return {id, m_is_added[place] ? text : readable(text), {}, m_is_special[place], false};
}

void PieceTokenizer::addFound(Encoding& encoding, int id, TextSpan span) const
{
    Token added = token(id);
    added.span = span;
    added.is_special = added.is_special || span.isEmpty();
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
        if (i == first || entry(token.id).starts_with(space_symbol)) {
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

/** The model id of a piece; where the vocabulary knows more than the source, that of its text. */
int PieceTokenizer::idOf(const SentencePieceToken& piece) const
{
    const int id = m_parts.id_of_piece[static_cast<std::size_t>(piece.id)];
    return m_parts.knows_more ? m_parts.vocabulary.find(piece.text).value_or(id) : id;
}

/** How many bytes of a text ask for a language: ">>fr<<". */
std::size_t PieceTokenizer::languageCode(std::string_view text) const
{
    constexpr std::string_view opening = ">>", closing = "<<";
    if (!m_parts.takes_language_code || text.substr(0, opening.size()) != opening)
        return 0;
    const std::size_t end = text.find(closing, opening.size());
    return end == std::string_view::npos ? 0 : end + closing.size();
}

void PieceTokenizer::addText(
    Encoding& encoding, NormalParts& normal, std::string_view text, std::size_t offset) const
{
    if (const std::size_t code = languageCode(text)) {
        normal.add(alignedText(text.substr(0, code), offset));
        const auto id = m_parts.vocabulary.idOf(text.substr(0, code));
        addFound(encoding, id.value_or(m_parts.special.unknown), {offset, offset + code});
        text.remove_prefix(code);
        offset += code;
    }
    const bool begins =
        m_parts.adds_space && (m_parts.begins_anew || (offset == 0 && !beginsWithSpace(text)));
    const ChangedText given = changed(text, offset, m_parts.normalizer);
    const SentencePieceEncoding cut =
        m_parts.source->encode(given.text, begins ? PieceStart::Text : PieceStart::Inside);
    MappedText both{cut.normalized.text, {}};
    for (const TextSpan& part : cut.normalized.origins)
        both.origins.push_back(given.originOf(part));
    normal.add(both);
    for (const SentencePieceToken& piece : cut.tokens) {
        Token made = token(idOf(piece));
        made.is_special = false;
        made.span = given.originOf(piece.span);
        encoding.tokens.push_back(std::move(made));
    }
    const std::vector<std::size_t> begins_of_words = addWords(encoding, cut);
    if (!begins_of_words.empty())
        StepSorter(cut, given, std::span(encoding.words).last(begins_of_words.size()), begins_of_words).run();
}

/** \param is_said  the text asks for a language itself */
void PieceTokenizer::addTarget(Encoding& encoding, const std::string& language, bool is_said) const
{
    const auto target = m_parts.special.targets.find(language);
    if (target == m_parts.special.targets.end())
        throw Error({Message::tr("the language %1", language), {},
            Message::tr("a language that this model writes"), {}});
    if (m_parts.takes_language_code && !is_said)
        addFound(encoding, target->second, {});
}

Encoding PieceTokenizer::encode(std::string_view text, const std::string& target_language) const
{
    requireValidUtf8(text, Message::tr("the text"));
    Encoding encoding;
    for (const int id : m_parts.before)
        addFound(encoding, id, {});
    if (!target_language.empty())
        addTarget(encoding, target_language, languageCode(text) > 0);
    const AlignedText characters = alignedText(text);
    NormalParts normal(text);
    for (const auto& [range, id] : m_finder.find(characters)) {
        const AlignedView part = AlignedView(characters).subspan(range.begin, range.end - range.begin);
        const TextSpan span = originOf(part);
        if (id >= 0) {
            normal.add(part);
            addFound(encoding, id, span);
        } else {
            addText(encoding, normal, text.substr(span.begin, span.end - span.begin), span.begin);
        }
    }
    encoding.normal = normal.finish();
    for (const int id : m_parts.after)
        addFound(encoding, id, {});
    numberSegments(encoding, m_parts.pair, m_parts.before.size(), m_parts.after.size());
    return encoding;
}

std::string PieceTokenizer::decode(std::span<const int> ids) const
{
    const std::vector<SentencePiece>& known = m_parts.target->file().pieces;
    std::vector<SentencePiece> pieces;
    for (const int id : ids) {
        const std::string& text = entry(id);
        const std::size_t place = static_cast<std::size_t>(id);
        if (m_is_special[place])
            continue;
        const int piece = place < m_parts.piece_of_id.size() ? m_parts.piece_of_id[place] : -1;
        // What the target has no piece for stands for its own text.
        pieces.push_back(piece >= 0 ? known[static_cast<std::size_t>(piece)] : SentencePiece{text});
    }
    return m_parts.target->decode(pieces);
}

} // namespace glassformer
