#include "core/error.h"

namespace glassformer {
namespace {

Message inOne(const ErrorText& text)
{
    Message line = text.where.empty() ? text.found : Message::tr("%1: %2", text.where, text.found);
    if (!text.expected.empty())
        line = Message::tr("%1; expected %2", line, text.expected);
    return text.remedy.empty() ? line : Message::tr("%1. %2", line, text.remedy);
}

} // namespace

Error::Error(ErrorText text)
    : std::runtime_error(inOne(text).english())
    , m_text(std::move(text))
{
}

Message Error::message() const
{
    return inOne(m_text);
}

} // namespace glassformer
