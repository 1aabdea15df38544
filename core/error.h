#pragma once

#include "core/message.h"

#include <stdexcept>
#include <string>

namespace glassformer {

/** Where something was found. Most places are names: a file, a field. */
class Place : public Message
{
public:
    Place() = default;
    Place(std::string name)
        : Message(std::move(name))
    {
    }
    Place(Message message)
        : Message(std::move(message))
    {
    }
};

/** What went wrong, in four parts, so that every layer above can show it to a person without guessing. */
struct ErrorText
{
    Message found; ///< what was found: "a tensor of shape [3, 4]"
    Place where; ///< file and field: "model.safetensors, encoder.0.norm.gain"; may be empty
    Message expected; ///< what was expected instead; may be empty
    Message remedy; ///< what the user can do; may be empty
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
    /** All parts in one; what() is its English. */
    Message message() const;

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
