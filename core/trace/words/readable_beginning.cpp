#include "core/trace/words/readable_beginning.h"

#include "core/error.h"
#include "core/text/characters/unicode.h"
#include "core/trace/run/run_words.h"

#include <vector>

namespace glassformer {
namespace {

/** Where a text may end: behind its words, or, where it has no spaces, behind every character. */
std::vector<std::size_t> endsOf(const std::string& text)
{
    std::vector<std::size_t> words, characters;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        if (kindOf(character.code) == CharacterKind::Space && at > 0)
            words.push_back(at);
        at += character.size;
        characters.push_back(at);
    }
    words.push_back(text.size());
    return words.size() > 1 ? words : characters;
}

bool isReadable(const Model& model, const RunRequest& request)
{
    try {
        encodeRequest(model, request);
        return true;
    } catch (const Error&) {
        return false;
    }
}

} // namespace

std::string readableBeginning(const Model& model, const RunRequest& request)
{
    if (isReadable(model, request))
        return request.text;
    const std::vector<std::size_t> ends = endsOf(request.text);
    std::size_t readable = 0, unreadable = ends.size(); // so many ends; longer texts have no fewer tokens
    RunRequest shorter = request;
    while (unreadable - readable > 1) {
        const std::size_t middle = readable + (unreadable - readable) / 2;
        shorter.text = request.text.substr(0, ends[middle - 1]);
        (isReadable(model, shorter) ? readable : unreadable) = middle;
    }
    return readable > 0 ? request.text.substr(0, ends[readable - 1]) : std::string();
}

} // namespace glassformer
