#include "core/error.h"

namespace glassformer {
namespace {

std::string oneLine(const ErrorText& text)
{
    std::string line;
    if (!text.where.empty())
        line += text.where + ": ";
    line += text.found;
    if (!text.expected.empty())
        line += "; expected " + text.expected;
    if (!text.remedy.empty())
        line += ". " + text.remedy;
    return line;
}

} // namespace

Error::Error(ErrorText text)
    : std::runtime_error(oneLine(text))
    , m_text(std::move(text))
{
}

} // namespace glassformer
