#include "core/trace/look/first_look.h"

#include "core/model/tensor_name.h"
#include "core/text/characters/unicode.h"
#include "core/trace/look/place.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/words/gap_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {
namespace {

struct Cell
{
    int query = 0, key = 0;
};

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

template <std::size_t Count>
std::optional<int> firstOf(const std::vector<Token>& tokens, const std::array<std::string_view, Count>& words)
{
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (std::find(words.begin(), words.end(), trimmed(tokens[i].text)) != words.end())
            return static_cast<int>(i);
    return std::nullopt;
}

std::optional<int> pronounRead(const Trace& trace)
{
    static constexpr std::array<std::string_view, 3> pronouns{"it", "It", "它"};
    return firstOf(trace.source, pronouns);
}

std::optional<int> pronounWritten(const Trace& trace)
{
    static constexpr std::array<std::string_view, 9> pronouns{
        "il", "elle", "ils", "elles", "it", "It", "它", "Il", "Elle"};
    return firstOf(trace.written, pronouns);
}

/** The first written token that says something: not a language that the model was told to write. */
int firstWritten(const Trace& trace)
{
    const auto found = std::find_if(
        trace.written.begin(), trace.written.end(), [](const Token& token) { return !token.is_special; });
    return found == trace.written.end() ? 0 : static_cast<int>(found - trace.written.begin());
}

/** The output's row that says most: the pronoun's, the first that the model writes on from, the first gap's. */
std::optional<int> firstPosition(const Trace& trace)
{
    if (trace.config.hasCrossAttention())
        return pronounWritten(trace).value_or(firstWritten(trace));
    return trace.config.hasDecoder() ? std::max(0, trace.given - 1) : firstGap(trace);
}

/** Which tokens to look at: those with content, or all in a text that has none. */
std::vector<bool> worthLooking(const std::vector<Token>& tokens)
{
    std::vector<bool> worth;
    for (const Token& token : tokens)
        worth.push_back(hasContent(token));
    if (std::find(worth.begin(), worth.end(), true) == worth.end())
        worth.assign(tokens.size(), true);
    return worth;
}

/** The largest weight in the given row, or in all rows; nothing if the run has not recorded the head. */
std::optional<Cell> strongestCell(const Trace& trace, const Selection& look, std::optional<int> row)
{
    const AttentionSite site = attentionSiteOf(look.step, trace.config);
    // Held, not remembered: what is read here and not shown is forgotten again.
    const auto layer =
        trace.late ? trace.late->hold(site, look.layerOf(site), LayerInside::Attention) : nullptr;
    const MatrixSlice weights =
        headOf(trace, attentionTensor(site, look.layerOf(site), AttentionPart::Weights), look.head);
    const std::vector<bool> worth = worthLooking(keysOf(trace, site));
    const int keys = std::min(weights.columns, static_cast<int>(worth.size()));
    const int first = row ? *row : site == AttentionSite::DecoderSelf && weights.rows > 1 ? 1 : 0;
    const int end = row ? std::min(*row + 1, weights.rows) : std::min(weights.rows, keys);
    std::optional<Cell> best;
    for (int query = first; query < end; ++query)
        for (int key = 0; key < keys; ++key) {
            const bool counts = worth[std::size_t(key)] && (row || worth[std::size_t(query)]);
            if (counts && (!best || weights(query, key) > weights(best->query, best->key)))
                best = Cell{query, key};
        }
    return best;
}

/** The row that the text itself asks about; a decoder beside an encoder shows the row that it writes from. */
std::optional<int> askedRow(const Trace& trace, const Selection& look)
{
    if (isSecondStack(trace.config, attentionSiteOf(look.step, trace.config)))
        return look.position;
    const std::optional<int> gap = firstGap(trace);
    return gap ? gap : pronounRead(trace);
}

} // namespace

bool hasContent(const Token& token)
{
    if (token.is_special)
        return false;
    const std::string text = replaceInvalidUtf8(token.text);
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        const CharacterKind kind = kindOf(character.code);
        if (kind != CharacterKind::Space && kind != CharacterKind::Symbol)
            return true;
        at += character.size;
    }
    return false;
}

Selection firstLook(const Trace& trace, const Selection& selection)
{
    Selection look;
    look.step = selection.step;
    look.encoder_layer = selection.encoder_layer;
    look.decoder_layer = selection.decoder_layer;
    look.head = selection.head;
    look.attention = selection.attention;
    look.position = firstPosition(trace).value_or(0);
    look = clampedTo(look, trace);
    const std::optional<int> row = askedRow(trace, look);
    const std::optional<Cell> cell = strongestCell(trace, look, row);
    if (cell || row)
        look.query = look.token = cell ? cell->query : *row;
    if (cell)
        look.key = cell->key;
    if (!firstPosition(trace))
        look.position = look.token; // of one stack, each row is one of the output's
    return clampedTo(look, trace);
}

} // namespace glassformer
