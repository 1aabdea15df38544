#pragma once

#include "core/trace/trace.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace glassformer {

// Tokens as the metadata of a file of tensors keeps them: lists of JSON under "source.tokens" (texts), "source.ids",
// "source.kinds", "source.spans", "source.segments", "source.stands_for"; likewise "target" and "written".

using Metadata = std::map<std::string, std::string>;

void addTokens(
    Metadata& metadata, const std::string& name, const std::vector<Token>& tokens, const Recorded& recorded);

/** What a file says of the tokens that it calls `name`; `tokens` is as long as they are and is filled in. */
class TokenReader
{
public:
    /** file: how messages name it. */
    TokenReader(const Metadata& metadata, std::string file, const std::string& name);

    /** Texts as they stand there; false if there are none. */
    bool readTexts(std::vector<Token>& tokens) const;
    bool readIds(std::vector<Token>& tokens) const;
    bool readKinds(std::vector<Token>& tokens) const;
    /** text: what the spans are of. */
    bool readSpans(std::vector<Token>& tokens, const std::string& text) const;
    void readSegments(std::vector<Token>& tokens) const;
    /** What a token's text does not say: Token::stands_for. */
    void readMeanings(std::vector<Token>& tokens) const;

private:
    /** Calls take(i, field) for each entry of a list of metadata; false if there is no such list. \throws Error */
    template <typename Take> bool forEach(const std::string& list, std::size_t size, Take take) const;

    const Metadata& m_metadata;
    std::string m_file, m_name;
};

/** Entries of a vocabulary: {"17": {"text": "le", "special": false}, ...}. */
std::string entriesText(const std::map<int, Token>& entries);
/** \throws Error */
std::map<int, Token> entriesFromText(const std::string& text, const std::string& where);

/**
 * The texts of tokens that another program recorded by the names of its vocabulary's entries ("Ġcaf", "Ã©", "▁the",
 * "##ing", "the</w>"), as people read them. Names of a byte-level vocabulary can look like words of a language: they are
 * taken for such only if all of them can be, and one of them has a space or a character of several bytes.
 */
void nameAsText(std::vector<Token>& tokens);

} // namespace glassformer
