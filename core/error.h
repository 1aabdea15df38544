#pragma once

#include <stdexcept>
#include <string>

namespace glassformer {

/** What went wrong, in four parts, so that every layer above can show it to a person without guessing. */
struct ErrorText
{
    std::string found; ///< what was found: "a tensor of shape [3, 4]"
    std::string where; ///< file and field: "model.safetensors, encoder.0.norm.gain"; may be empty
    std::string expected; ///< what was expected instead; may be empty
    std::string remedy; ///< what the user can do; may be empty
};

/**
 * The one exception type that leaves core. It is thrown for bad input (files, text, settings), never for
 * mistakes of the program itself (those are assertions), and caught once, where a job ends.
 */
class Error : public std::runtime_error
{
public:
    explicit Error(ErrorText text);

    const ErrorText& text() const { return m_text; }

private:
    ErrorText m_text;
};

/** A job was asked to stop and did. Not an Error: nothing is wrong. */
class Cancelled : public std::exception
{
public:
    const char* what() const noexcept override { return "cancelled"; }
};

} // namespace glassformer
