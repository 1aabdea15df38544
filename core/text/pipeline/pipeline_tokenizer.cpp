#include "core/text/pipeline/pipeline_tokenizer.h"

#include "core/error.h"
#include "core/text/characters/unicode.h"
#include "core/text/pipeline/pipeline_encoder.h"

#include <utility>

namespace glassformer {
namespace {

EntryStyle styleOf(const PipelineParts& parts)
{
    EntryStyle style;
    for (const DecoderStep& step : parts.decoder) {
        if (std::holds_alternative<decode_step::ByteLevel>(step))
            style.is_byte_level = true;
        if (std::holds_alternative<decode_step::ByteFallback>(step))
            style.has_byte_entries = true;
        if (const auto* metaspace = std::get_if<decode_step::Metaspace>(&step)) {
            style.space_mark.clear();
            appendUtf8(style.space_mark, metaspace->replacement);
        }
        if (std::holds_alternative<decode_step::Replace>(step) && style.space_mark.empty())
            style.space_mark = "\u2581";
    }
    if (const auto* word_piece = std::get_if<WordPiece>(&parts.model))
        style.inner_prefix = word_piece->options().continuing_subword_prefix;
    if (const auto* bpe = std::get_if<Bpe>(&parts.model)) {
        style.inner_prefix = bpe->options().continuing_subword_prefix;
        style.end_suffix = bpe->options().end_of_word_suffix;
    }
    return style;
}

} // namespace

PipelineTokenizer::PipelineTokenizer(PipelineParts parts)
    : m_parts(std::move(parts))
    , m_style(styleOf(m_parts))
    , m_is_special(static_cast<std::size_t>(size()))
    , m_is_added(static_cast<std::size_t>(size()))
{
    for (const AddedToken& token : m_parts.added) {
        m_is_special[static_cast<std::size_t>(token.id)] = token.special;
        m_is_added[static_cast<std::size_t>(token.id)] = true;
        if (token.normalized) {
            const AlignedText content =
                normalized(alignedText(token.content), m_parts.normalizer, token.content);
            m_normalized_finder.add(token, codes(utf8(content)));
        } else {
            m_raw_finder.add(token, codes(token.content));
        }
    }
}

std::string PipelineTokenizer::decode(std::span<const int> ids) const
{
    std::vector<std::string> entries;
    for (const int id : ids) {
        const std::string& text = entry(id);
        if (!m_is_special[static_cast<std::size_t>(id)])
            entries.push_back(text);
    }
    return decoded(std::move(entries), m_parts.decoder);
}

Token PipelineTokenizer::token(int id) const
{
    const std::string& text = entry(id);
    Token token;
    token.id = id;
    token.is_special = m_is_special[static_cast<std::size_t>(id)];
    token.text = m_is_added[static_cast<std::size_t>(id)] ? text : readableEntry(text, m_style);
    return token;
}

Encoding PipelineTokenizer::encode(std::string_view text, const std::string& target_language) const
{
    requireValidUtf8(text, Message::tr("the text"));
    return Encoder(*this, text).run(target_language);
}

} // namespace glassformer
