#include "core/trace/run/kept_changes.h"

#include "core/error.h"
#include "core/model/changes/change_check.h"
#include "core/model/changes/change_text.h"
#include "core/trace/run/run_words.h"

#include <algorithm>
#include <optional>

namespace glassformer {
namespace {

/** Where the tokens of one text are in another. */
class MovedTokens
{
public:
    MovedTokens(const std::vector<int>& before, const std::vector<int>& after)
        : m_before(static_cast<int>(before.size()))
        , m_after(static_cast<int>(after.size()))
    {
        m_begin = static_cast<int>(
            std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin());
        const int most = std::min(m_before, m_after) - m_begin;
        while (m_end < most
            && before[before.size() - 1 - static_cast<std::size_t>(m_end)]
                == after[after.size() - 1 - static_cast<std::size_t>(m_end)])
            ++m_end;
    }

    bool areSame() const { return m_before == m_after && m_begin == m_before; }
    /** Nothing for a token that is gone, or was not of the text. */
    std::optional<int> placeOf(int token) const
    {
        if (token < m_begin)
            return token;
        return token < m_before && token >= m_before - m_end ? std::optional(token + m_after - m_before)
                                                             : std::nullopt;
    }

private:
    int m_before, m_after;
    int m_begin = 0, m_end = 0; ///< tokens that are the same at both ends
};

/** Whether rows of a record are tokens of the text, and not of an answer. */
bool isOfText(const Change& change, const RecordPlace& place, const ModelConfig& config, bool is_key)
{
    if (!config.hasCrossAttention())
        return true;
    if (place.kind == RecordPlace::Kind::Stack)
        return change.tensor.starts_with("source.") || change.tensor.starts_with("encoder.");
    if (place.kind == RecordPlace::Kind::Attention && place.site == AttentionSite::DecoderCross) {
        const bool is_of_keys = place.attention_part == AttentionPart::Key
            || place.attention_part == AttentionPart::Value
            || place.attention_part == AttentionPart::ProjectedKey;
        return is_key || is_of_keys;
    }
    return place.site == AttentionSite::Encoder;
}

enum class Fate
{
    Stays,
    Moves,
    Gone, ///< the token is not in the text any more
    WrittenAnew ///< the token was of an answer
};

/** What becomes of one of its indices, which is brought to its new place. */
Fate follow(int& index, bool is_of_text, const MovedTokens& tokens)
{
    if (index == every)
        return Fate::Stays;
    if (!is_of_text)
        return Fate::WrittenAnew;
    const std::optional<int> place = tokens.placeOf(index);
    if (!place)
        return Fate::Gone;
    const bool is_moved = *place != index;
    index = *place;
    return is_moved ? Fate::Moves : Fate::Stays;
}

/** Places and rows of a map speak of tokens by their order alone. */
bool speaksOfAllTokens(const Change& change, const RecordPlace& place)
{
    return change.kind == ChangeKind::Set
        && (place.kind == RecordPlace::Kind::Places || (place.isMap() && change.values.size() > 1));
}

Fate follow(Change& change, const ModelConfig& config, const MovedTokens& tokens)
{
    const RecordPlace place = recordPlace(change.tensor).value_or(RecordPlace{});
    if (speaksOfAllTokens(change, place))
        return Fate::Gone;
    const Fate row = follow(change.row, isOfText(change, place, config, false), tokens);
    const Fate column =
        place.isMap() ? follow(change.column, isOfText(change, place, config, true), tokens) : Fate::Stays;
    return std::max(row, column);
}

Message reasonFor(const Change& change, Fate fate, const Change& moved)
{
    const std::string text = changeText(change);
    if (fate == Fate::Moves)
        return Message::tr("\"%1\" moved with its token: \"%2\".", text, changeText(moved));
    if (fate == Fate::Gone)
        return Message::tr("\"%1\" was dropped: the new text no longer has its token.", text);
    return Message::tr(
        "\"%1\" was dropped: the answer is written anew, so its token has no place yet.", text);
}

} // namespace

KeptChanges keptFor(const Changes& changes, const ModelConfig& config, const std::vector<int>& before,
    const std::vector<int>& after)
{
    const MovedTokens tokens(before, after);
    KeptChanges kept;
    for (const Change& change : changes) {
        try {
            requireFits(change, config);
        } catch (const Error& error) {
            kept.reasons.push_back(
                Message::tr("\"%1\" was dropped: %2", changeText(change), error.text().found));
            continue;
        }
        Change moved = change;
        const Fate fate = tokens.areSame() ? Fate::Stays : follow(moved, config, tokens);
        if (fate != Fate::Stays)
            kept.reasons.push_back(reasonFor(change, fate, moved));
        if (fate == Fate::Stays || fate == Fate::Moves)
            kept.changes.push_back(std::move(moved));
    }
    return kept;
}

KeptChanges keptFor(const Model& model, const RunRequest& before, const RunRequest& after)
{
    if (after.changes.empty())
        return {};
    try {
        return keptFor(after.changes, model.transformer.config, encodeRequest(model, before).ids(),
            encodeRequest(model, after).ids());
    } catch (const Error&) {
        return {after.changes, {}}; // the run tells what is wrong with the text
    }
}

} // namespace glassformer
