#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace glassformer {

/** Gives a sentence of core in another language, its places %1 to %9 kept; the sentence itself if it knows none. */
using Translator = std::function<std::string(const std::string& sentence)>;

/**
 * Something for people to read: an English sentence with its arguments, or a name that is the same in every language.
 * core makes it; whoever shows it may translate. .ci/update_translations finds the sentences by Message::tr(.
 */
class Message
{
public:
    Message() = default;
    /** A name, a number, a piece of a file: never translated. */
    explicit Message(std::string name)
        : m_text(std::move(name))
    {
    }

    /** `sentence` is a literal; %1 stands for the first argument: a text, a whole number or another message. */
    template <typename... Arguments> static Message tr(const char* sentence, const Arguments&... arguments)
    {
        Message message{std::string(sentence)};
        message.m_is_sentence = true;
        message.m_arguments = {argument(arguments)...};
        return message;
    }

    bool empty() const { return m_text.empty(); }
    std::string english() const;
    std::string translated(const Translator& translator) const;

private:
    static Message argument(Message message) { return message; }
    static Message argument(std::string_view text) { return Message(std::string(text)); }
    template <typename Number, typename = std::enable_if_t<std::is_integral_v<Number>>>
    static Message argument(Number number)
    {
        return Message(std::to_string(number));
    }

    std::string m_text;
    std::vector<Message> m_arguments;
    bool m_is_sentence = false;
};

} // namespace glassformer
