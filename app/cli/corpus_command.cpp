#include "app/cli/arguments.h"

#include "core/error.h"
#include "core/file/bytes/files.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/json/strict_json.h"
#include "core/learn/corpus/encoded_corpus.h"

#include <iostream>

namespace glassformer::cli {
namespace {

void print(const Sentence& sentence)
{
    for (const std::string& text : sentence.text)
        std::cout << text << '\n';
    std::cout << '\n';
}

Json sentenceJson(const Sentence& sentence)
{
    std::vector<JsonMember> members;
    for (const Language language : {Language::English, Language::French, Language::Chinese})
        members.push_back({languageCode(language), sentence.text[static_cast<std::size_t>(language)]});
    return Json::object(members);
}

} // namespace

/** Sentences of a world, so that a person can judge what a model is going to learn. */
int corpusCommand(const std::vector<std::string>& words)
{
    const Arguments arguments(words, {"--lexicons", "--sentences", "--seed"}, {"--json", "--stories"});
    const std::string lexicons = arguments.value("--lexicons", "world");
    if (!isPlainFileName(lexicons))
        throw UsageError("--lexicons takes the name of a folder of the resources");
    const Corpus corpus = Corpus::read(FolderFiles(resource(lexicons)));
    const auto count = static_cast<std::size_t>(arguments.whole("--sentences", 1, 1'000'000, 20));
    const auto seed = static_cast<std::uint32_t>(arguments.whole("--seed", 0, 0x7fffffff, 1));
    const bool tells = arguments.has("--stories");
    for (const Sentence& sentence : tells ? corpus.stories(count, seed) : corpus.sentences(count, seed))
        if (arguments.asJson())
            std::cout << jsonText(sentenceJson(sentence)) << '\n';
        else
            print(sentence);
    return 0;
}

} // namespace glassformer::cli
