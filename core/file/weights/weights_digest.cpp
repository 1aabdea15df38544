#include "core/file/weights/weights_digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace glassformer {
namespace {

/** A line that no other table entry has: names are cut off by their length. */
std::string lineOf(const TensorEntry& entry)
{
    std::string line =
        std::to_string(entry.name.size()) + ' ' + entry.name + ' ' + typeText(entry.type) + " [";
    for (const std::int64_t extent : entry.shape)
        line += std::to_string(extent) + ' ';
    return line + "] " + std::to_string(entry.begin) + '-' + std::to_string(entry.end) + '\n';
}

} // namespace

struct WeightsDigest::State
{
    XXH3_state_t hash;

    void add(const std::string& text) { XXH3_128bits_update(&hash, text.data(), text.size()); }
};

WeightsDigest::WeightsDigest()
    : m_state(std::make_unique<State>())
{
    XXH3_128bits_reset(&m_state->hash);
}

WeightsDigest::~WeightsDigest() = default;
WeightsDigest::WeightsDigest(WeightsDigest&&) noexcept = default;
WeightsDigest& WeightsDigest::operator=(WeightsDigest&&) noexcept = default;

void WeightsDigest::add(const std::vector<TensorEntry>& entries)
{
    m_state->add("file of " + std::to_string(entries.size()) + '\n');
    for (const TensorEntry& entry : entries)
        m_state->add(lineOf(entry));
}

std::string WeightsDigest::text() const
{
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(&m_state->hash));
    std::string text;
    for (const unsigned char byte : bytes.digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

bool isWeightsDigest(const std::string& text)
{
    return text.size() == 32 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

} // namespace glassformer
