#include "core/message.h"

namespace glassformer {

std::string Message::english() const
{
    return translated([](const std::string& sentence) { return sentence; });
}

std::string Message::translated(const Translator& translator) const
{
    if (!m_is_sentence)
        return m_text;
    const std::string sentence = translator(m_text);
    std::string filled;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool is_place = sentence[i] == '%' && i + 1 < sentence.size();
        const auto place = is_place ? static_cast<std::size_t>(sentence[i + 1] - '1') : m_arguments.size();
        if (place < m_arguments.size()) {
            filled += m_arguments[place].translated(translator);
            ++i;
        } else {
            filled += sentence[i];
        }
    }
    return filled;
}

} // namespace glassformer
