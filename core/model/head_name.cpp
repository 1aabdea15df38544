#include "core/model/head_name.h"

#include "core/error.h"

#include <charconv>
#include <vector>

namespace glassformer {
namespace {

std::vector<std::string_view> splitAtDots(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t dot = text.find('.');
        parts.push_back(text.substr(0, dot));
        if (dot == std::string_view::npos)
            return parts;
        text.remove_prefix(dot + 1);
    }
}

/** -1 if the text is not a whole number below the limit. */
int numberBelow(std::string_view text, int limit)
{
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0 && value < limit ? value
                                                                                                   : -1;
}

} // namespace

std::string headText(const HeadName& head)
{
    const std::string stack = head.site == AttentionSite::Encoder ? "encoder." : "decoder.";
    const std::string block = head.site == AttentionSite::DecoderCross ? ".cross.head." : ".head.";
    return stack + std::to_string(head.layer) + block + std::to_string(head.head);
}

HeadName headFromText(std::string_view text, const ModelConfig& config)
{
    const std::vector<std::string_view> parts = splitAtDots(text);
    const bool is_cross =
        parts.size() == 5 && parts[0] == "decoder" && parts[2] == "cross" && parts[3] == "head";
    const bool is_self =
        parts.size() == 4 && (parts[0] == "encoder" || parts[0] == "decoder") && parts[2] == "head";
    if (is_cross || is_self) {
        HeadName head;
        head.site = is_cross        ? AttentionSite::DecoderCross
            : parts[0] == "encoder" ? AttentionSite::Encoder
                                    : AttentionSite::DecoderSelf;
        head.layer = numberBelow(
            parts[1], head.site == AttentionSite::Encoder ? config.encoder_layers : config.decoder_layers);
        head.head = numberBelow(parts.back(), config.n_heads);
        if (head.layer >= 0 && head.head >= 0)
            return head;
    }
    throw Error({Message::tr("\"%1\" is not a head of this model", std::string(text)), {},
        Message::tr("encoder.L.head.H, decoder.L.head.H or decoder.L.cross.head.H with encoder layers 0 to "
                    "%1, decoder layers 0 to %2 and heads 0 to %3",
            config.encoder_layers - 1, config.decoder_layers - 1, config.n_heads - 1),
        {}});
}

} // namespace glassformer
