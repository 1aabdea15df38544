#include "core/experiment/explanation/word_classes.h"

#include <algorithm>

namespace glassformer {
namespace {

/** As the lexicon has it: without the space in front, and with a small first letter. */
std::string wordOf(std::string entry)
{
    entry.erase(0, entry.find_first_not_of(' '));
    if (!entry.empty() && entry.front() >= 'A' && entry.front() <= 'Z')
        entry.front() = static_cast<char>(entry.front() - 'A' + 'a');
    return entry;
}

} // namespace

WordClasses wordClasses(const std::vector<std::string>& entries,
    const std::map<std::string, std::string>& class_of, std::size_t most)
{
    std::map<std::string, int> counts;
    std::vector<std::string> found;
    for (const std::string& entry : entries) {
        const auto known = class_of.find(wordOf(entry));
        found.push_back(known == class_of.end() ? std::string() : known->second);
        if (!found.back().empty())
            ++counts[found.back()];
    }
    WordClasses classes;
    for (const auto& [name, count] : counts)
        classes.names.push_back(name);
    std::stable_sort(classes.names.begin(), classes.names.end(),
        [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
    classes.names.resize(std::min(classes.names.size(), most));
    for (const std::string& name : found) {
        const auto place = std::find(classes.names.begin(), classes.names.end(), name);
        classes.of.push_back(
            place == classes.names.end() ? -1 : static_cast<int>(place - classes.names.begin()));
    }
    return classes;
}

} // namespace glassformer
