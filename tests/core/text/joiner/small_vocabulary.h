#pragma once

#include "core/text/joiner/joiner_tokenizer.h"

/** The smallest possible vocabulary: five special tokens, 256 bytes, then the given entries, first id 261. */
inline constexpr int first_text_id = 261;

inline std::vector<std::string> smallEntries(const std::vector<std::string>& text_entries)
{
    std::vector<std::string> entries{"<pad>", "<s>", "</s>", "<unk>", "<2fr>"};
    for (int byte = 0; byte < 256; ++byte)
        entries.push_back(glassformer::byteEntry(static_cast<unsigned char>(byte)));
    entries.insert(entries.end(), text_entries.begin(), text_entries.end());
    return entries;
}

inline glassformer::JoinerTokenizer smallTokenizer(const std::vector<std::string>& text_entries)
{
    glassformer::SpecialTokens special{.padding = 0, .start = 1, .end = 2, .unknown = 3};
    special.targets["fr"] = 4;
    return glassformer::JoinerTokenizer::fromEntries(smallEntries(text_entries), special, "test");
}
