#include "core/text/joiner/joiner_encoder.h"

#include "core/error.h"
#include "core/text/characters/normal_parts.h"
#include "core/text/characters/unicode.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t max_tried = 12; ///< as many as a person wants to read

/** The last start of a character at or before a position. */
std::size_t characterStart(std::string_view text, std::size_t position)
{
    while (position < text.size() && (static_cast<unsigned char>(text[position]) & 0xC0) == 0x80)
        --position;
    return position;
}

/** Spans in a changed text become those in the text of so many bytes that it was made from; empty ones are at its ends. */
void moveSpans(Encoding& encoding, const MappedText& changed, std::size_t size)
{
    const auto move = [&](TextSpan& span) {
        if (!span.isEmpty())
            span = changed.originOf(span);
        else if (span.begin > 0)
            span = {size, size};
    };
    for (Token& token : encoding.tokens)
        move(token.span);
    for (WordCut& word : encoding.words) {
        move(word.span);
        for (CutStep& step : word.steps)
            move(step.span);
    }
}

} // namespace

/**
 * Why decode() gives the text back: of two neighbouring words that touch, one is asked to join (or is unspaced), and
 * every way to cut a word keeps that: a marked form joins, its pieces carry the mark on the same side, and bytes join
 * on both sides. Between words that do not touch, decode() adds a space exactly where spaceIsImplied() holds;
 * everywhere else the white space is written out in bytes, which join.
 */
Encoding JoinerTokenizer::Encoder::run(const std::string& target_language)
{
    if (!target_language.empty()) {
        const auto& targets = m_tokenizer.m_special.targets;
        const auto target = targets.find(target_language);
        if (target == targets.end()) {
            std::string known;
            for (const auto& [language, id] : targets) {
                known += known.empty() ? "" : ", ";
                known += language;
            }
            throw Error({.found = Message::tr("the target language \"%1\"", target_language),
                .where = {},
                .expected = Message::tr("one of: %1", known),
                .remedy = Message::tr("Choose a language that the model was trained for.")});
        }
        addSpecial(target->second);
    }

    const bool is_beginning = m_tokenizer.m_layout == TextLayout::Beginning;
    if (is_beginning)
        addSpecial(m_tokenizer.m_special.start);

    TextSpan gap;
    for (const TextWord& word : wordsAndGaps()) {
        gap.end = word.span.begin;
        Cut cut = cutWord(word);
        if (!gap.isEmpty() && !spaceIsImplied(gap, cut)) {
            Cut white_space;
            addBytes(white_space, gap, gap.end, {});
            addWord(gap, std::move(white_space));
        }
        addWord(word.span, std::move(cut));
        gap.begin = word.span.end;
    }
    gap.end = m_text.size();
    if (!gap.isEmpty()) {
        Cut white_space;
        addBytes(white_space, gap, gap.end, {});
        addWord(gap, std::move(white_space));
    }
    if (!is_beginning)
        addSpecial(m_tokenizer.m_special.end);
    return std::move(m_encoding);
}

void JoinerTokenizer::Encoder::addSpecial(int id)
{
    Token token = m_tokenizer.token(id);
    const std::size_t place = m_encoding.tokens.empty() ? 0 : m_text.size();
    token.span = {place, place};
    m_encoding.tokens.push_back(std::move(token));
}

void JoinerTokenizer::Encoder::addWord(TextSpan span, Cut cut)
{
    WordCut word;
    word.span = span;
    word.first_token = m_encoding.tokens.size();
    word.token_count = cut.tokens.size();
    word.steps = std::move(cut.steps);
    m_encoding.words.push_back(std::move(word));
    for (Token& token : cut.tokens)
        token.is_piece = cut.tokens.size() > 1;
    std::move(cut.tokens.begin(), cut.tokens.end(), std::back_inserter(m_encoding.tokens));
}

bool JoinerTokenizer::Encoder::spaceIsImplied(TextSpan gap, const Cut& next) const
{
    if (gap.begin == 0 || m_text.substr(gap.begin, gap.end - gap.begin) != " ")
        return false;
    const int previous = m_encoding.tokens.back().id;
    return !m_tokenizer.piece(previous).joins_right && !m_tokenizer.piece(next.tokens.front().id).joins_left;
}

bool JoinerTokenizer::Encoder::isGap(const TextWord& word) const
{
    return m_tokenizer.m_special.mask != -1
        && m_text.substr(word.span.begin, word.span.end - word.span.begin) == mask_entry;
}

/** The words of the text, those that make up "[MASK]" put together. */
std::vector<TextWord> JoinerTokenizer::Encoder::wordsAndGaps() const
{
    std::vector<TextWord> words;
    std::size_t gap_end = 0;
    for (const TextWord& word : splitWords(m_text)) {
        const TextWord gap{{word.span.begin, word.span.begin + mask_entry.size()}};
        if (word.span.begin < gap_end)
            continue;
        const bool is_gap = m_text[word.span.begin] == mask_entry.front() && isGap(gap);
        gap_end = is_gap ? gap.span.end : 0;
        words.push_back(is_gap ? gap : word);
    }
    return words;
}

JoinerTokenizer::Encoder::Cut JoinerTokenizer::Encoder::cutWord(const TextWord& word) const
{
    Cut cut;
    if (isGap(word)) {
        addPiece(cut, m_tokenizer.m_special.mask, word.span, word.span.end, {});
        return cut;
    }
    std::size_t position = word.span.begin;
    while (position < word.span.end) {
        std::vector<std::string> tried;
        TextSpan span{position, position};
        if (const std::optional<Match> match = longestMatch(word, position, tried)) {
            span.end = match->end;
            addPiece(cut, match->id, span, word.span.end, std::move(tried));
        } else {
            span.end = position + characterAt(m_text, position).size;
            addBytes(cut, span, word.span.end, std::move(tried));
        }
        position = span.end;
    }
    return cut;
}

std::optional<JoinerTokenizer::Encoder::Match> JoinerTokenizer::Encoder::longestMatch(
    const TextWord& word, std::size_t begin, std::vector<std::string>& tried) const
{
    const bool joins_left = begin > word.span.begin || word.joins_left;
    // Candidates longer than every entry cannot match; skipping them keeps a word of a million letters cheap.
    const std::size_t limit = std::min(word.span.end, begin + m_tokenizer.m_longest_text);
    std::size_t end = limit < word.span.end ? characterStart(m_text, limit) : limit;
    while (end > begin) {
        const bool joins_right = end == word.span.end && word.joins_right;
        std::string form = markedForm(m_text.substr(begin, end - begin), joins_left, joins_right);
        const auto known = m_tokenizer.m_text_ids.find(form);
        if (known != m_tokenizer.m_text_ids.end())
            return Match{known->second, end};
        if (tried.size() < max_tried)
            tried.push_back(std::move(form));
        end = characterStart(m_text, end - 1);
    }
    return std::nullopt;
}

void JoinerTokenizer::Encoder::addPiece(
    Cut& cut, int id, TextSpan span, std::size_t word_end, std::vector<std::string> tried) const
{
    Token token = m_tokenizer.token(id);
    token.span = span;
    cut.tokens.push_back(std::move(token));
    cut.steps.push_back({{span.begin, word_end}, m_tokenizer.entry(id), std::move(tried)});
}

void JoinerTokenizer::Encoder::addBytes(
    Cut& cut, TextSpan span, std::size_t word_end, std::vector<std::string> tried) const
{
    for (std::size_t position = span.begin; position < span.end; ++position) {
        const int id = m_tokenizer.m_byte_ids[static_cast<unsigned char>(m_text[position])];
        addPiece(cut, id, {position, position + 1}, word_end, std::exchange(tried, {}));
    }
}

Encoding JoinerTokenizer::encode(std::string_view text, const std::string& target_language) const
{
    requireValidUtf8(text, Message::tr("the text"));
    NormalParts normal(text);
    Encoding encoding;
    if (m_normalizer.isNone()) {
        encoding = Encoder(*this, text).run(target_language);
        normal.add(alignedText(text));
    } else {
        const MappedText changed = normalizedForJoiner(text, m_normalizer);
        encoding = Encoder(*this, changed.text).run(target_language);
        moveSpans(encoding, changed, text.size());
        normal.add(changed);
    }
    encoding.normal = normal.finish();
    return encoding;
}

} // namespace glassformer
