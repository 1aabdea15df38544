#include "core/trace/look/place.h"

#include <algorithm>

namespace glassformer {

AttentionSite firstSiteOf(const ModelConfig& config)
{
    return config.hasEncoder() ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
}

AttentionSite siteOf(StepKind kind, const ModelConfig& config)
{
    const AttentionSite site = attentionSiteOf(kind, config);
    return site == AttentionSite::Encoder && isDecoderStep(kind, config) ? AttentionSite::DecoderSelf : site;
}

bool isSecondStack(const ModelConfig& config, AttentionSite site)
{
    return config.hasCrossAttention() && site != AttentionSite::Encoder;
}

int layersOf(const ModelConfig& config, AttentionSite site)
{
    return site == AttentionSite::Encoder ? config.encoder_layers : config.decoder_layers;
}

bool addsPositions(const ModelConfig& config)
{
    // A rotary model turns queries and keys, a relative one adds to the scores.
    return config.position_kind != PositionKind::None && config.position_kind != PositionKind::Rotary
        && config.position_kind != PositionKind::Relative;
}

const std::vector<Token>& queriesOf(const Trace& trace, AttentionSite site)
{
    return site == AttentionSite::Encoder ? trace.source : trace.target;
}

const std::vector<Token>& keysOf(const Trace& trace, AttentionSite site)
{
    return site == AttentionSite::DecoderSelf ? trace.target : trace.source;
}

bool isGiven(const Trace& trace, int place)
{
    return trace.config.hasDecoder() && !trace.config.hasCrossAttention() && place < trace.given;
}

std::optional<int> chosenQuery(const Selection& selection, const ModelConfig& config, AttentionSite site)
{
    return isSecondStack(config, site) ? std::optional<int>(selection.position) : selection.query;
}

std::optional<int> chosenKey(const Selection& selection, const ModelConfig& config, AttentionSite site)
{
    // A key that was chosen for another query says nothing about this one.
    return selection.query == chosenQuery(selection, config, site) ? selection.key : std::nullopt;
}

Selection withLayer(Selection selection, AttentionSite site, int layer)
{
    (site == AttentionSite::Encoder ? selection.encoder_layer : selection.decoder_layer) = layer;
    return selection;
}

Selection withCell(
    Selection selection, const ModelConfig& config, AttentionSite site, int query, std::optional<int> key)
{
    selection.query = query;
    selection.key = key;
    selection.token = query;
    // Where there is one stack, each of its rows is one of the output's.
    if (isSecondStack(config, site) || !config.hasCrossAttention())
        selection.position = query;
    return selection;
}

Selection withHeadMarked(Selection selection, const HeadName& head)
{
    std::vector<HeadName>& marked = selection.attention.marked;
    const auto there = std::find(marked.begin(), marked.end(), head);
    if (there == marked.end())
        marked.push_back(head);
    else
        marked.erase(there);
    return selection;
}

std::vector<HeadName> markedHeads(const Selection& selection, AttentionSite site)
{
    std::vector<HeadName> heads;
    for (const HeadName& head : selection.attention.marked)
        if (head.site == site)
            heads.push_back(head);
    return heads;
}

std::vector<HeadName> overlaidHeads(const Selection& selection, const ModelConfig& config, AttentionSite site)
{
    std::vector<HeadName> heads = markedHeads(selection, site);
    if (!heads.empty())
        return heads;
    for (int head = 0; head < config.n_heads; ++head)
        heads.push_back({site, selection.layerOf(site), head});
    return heads;
}

std::vector<int> summedQueries(const Selection& selection, const ModelConfig& config, AttentionSite site)
{
    std::vector<int> rows = selection.attention.summed;
    if (const std::optional<int> query = chosenQuery(selection, config, site))
        rows.push_back(*query);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

Selection withSummed(Selection selection, const ModelConfig& config, AttentionSite site, int query)
{
    std::vector<int> rows = summedQueries(selection, config, site);
    const auto there = std::find(rows.begin(), rows.end(), query);
    const bool is_taken_out = there != rows.end() && rows.size() > 1;
    if (is_taken_out)
        rows.erase(there);
    const std::optional<int> before = chosenQuery(selection, config, site);
    const int chosen = !is_taken_out ? query : before == query || !before ? rows.back() : *before;
    selection = withCell(selection, config, site, chosen, selection.key);
    selection.attention.summed = rows.size() > 1 || !is_taken_out ? rows : std::vector<int>();
    return selection;
}

Selection withRowKept(Selection selection, const ModelConfig& config, AttentionSite site)
{
    const std::optional<int> query = chosenQuery(selection, config, site);
    if (!query)
        return selection;
    std::vector<int>& rows = selection.attention.summed;
    const auto place = std::lower_bound(rows.begin(), rows.end(), *query);
    if (place != rows.end() && *place == *query)
        rows.erase(place);
    else
        rows.insert(place, *query);
    return selection;
}

Selection withToken(Selection selection, const ModelConfig& config, AttentionSite site, int token,
    std::optional<int> dimension)
{
    const std::optional<int> key = selection.token == token ? selection.key : std::nullopt;
    selection = withCell(selection, config, site, token, key);
    if (dimension)
        selection.dimension = *dimension;
    return selection;
}

Token tokenIn(const Trace& trace, int id)
{
    for (const std::vector<Token>* tokens : {&trace.source, &trace.target, &trace.written})
        for (const Token& token : *tokens)
            if (token.id == id)
                return token;
    if (const auto entry = trace.entries.find(id); entry != trace.entries.end())
        return entry->second;
    Token unknown;
    unknown.id = id;
    unknown.text = "#" + std::to_string(id);
    return unknown;
}

} // namespace glassformer
