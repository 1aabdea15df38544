#pragma once

#include "core/text/tokenizer.h"
#include "tests/fuzz/fuzz.h"

namespace glassformer::fuzz {

/** What holds for any tokenizer and any text that it takes. */
inline void checkTokenizer(const Tokenizer& tokenizer, const std::string& text)
{
    const std::vector<int> ids = tokenizer.encode(text).ids();
    for (const int id : ids)
        require(id >= 0 && id < tokenizer.size(), "every id is in the vocabulary");
    require(!firstInvalidByte(tokenizer.decode(ids)), "decoded text is valid UTF-8");
}

} // namespace glassformer::fuzz
