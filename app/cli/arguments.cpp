#include "app/cli/arguments.h"

#include "app/cli/program.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/chosen_files.h"
#include "core/file/bytes/memory_files.h"
#include "core/file/model_folder.h"
#include "core/tensor/parallel.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>

namespace glassformer::cli {
namespace {

constexpr std::uint64_t largest_text = 16u << 20;
constexpr const char* threads_option = "--threads";
constexpr long most_threads = 1024;

std::filesystem::path program_file;

bool contains(const std::vector<std::string>& list, const std::string& word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<std::string>& with_value,
    const std::vector<std::string>& flags)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "-") {
            m_standard_input = true;
        } else if (contains(flags, word)) {
            m_values[word];
        } else if (contains(with_value, word) || word == threads_option) {
            if (i + 1 == words.size())
                throw UsageError(word + " needs a value");
            if (has(word) && word != "--off" && word != "--change")
                throw UsageError(word + " is given twice");
            m_values[word].push_back(words[++i]);
        } else {
            throw UsageError("unknown option " + word);
        }
    }
    if (has(threads_option) && !contains(with_value, threads_option))
        setThreadCount(static_cast<int>(whole(threads_option, 1, most_threads, 1)));
}

const std::vector<std::string>& Arguments::all(const std::string& name) const
{
    static const std::vector<std::string> none;
    const auto found = m_values.find(name);
    return found == m_values.end() ? none : found->second;
}

std::string Arguments::value(const std::string& name, const std::string& otherwise) const
{
    return has(name) ? all(name).front() : otherwise;
}

std::string Arguments::required(const std::string& name) const
{
    if (!has(name))
        throw UsageError(name + " is missing");
    return all(name).front();
}

long Arguments::whole(const std::string& name, long least, long most, long otherwise) const
{
    const double value =
        number(name, static_cast<double>(least), static_cast<double>(most), static_cast<double>(otherwise));
    if (value != static_cast<double>(static_cast<long>(value)))
        throw UsageError(name + " needs a whole number");
    return static_cast<long>(value);
}

double Arguments::number(const std::string& name, double least, double most, double otherwise) const
{
    if (!has(name))
        return otherwise;
    const std::string text = all(name).front();
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !(value >= least && value <= most))
        throw UsageError(name + " needs a number from " + std::to_string(least) + " to "
            + std::to_string(most) + ", not \"" + text + "\"");
    return value;
}

std::string Arguments::text() const
{
    const std::optional<std::string> given = textIfGiven();
    if (!given)
        throw UsageError("exactly one of --text TEXT, --file FILE and - is needed");
    return *given;
}

std::optional<std::string> Arguments::textIfGiven() const
{
    const bool standard_input = m_standard_input || (has("--file") && required("--file") == "-");
    const int given = (has("--text") ? 1 : 0) + (has("--file") ? 1 : 0) + (m_standard_input ? 1 : 0);
    if (given == 0)
        return std::nullopt;
    if (given > 1)
        throw UsageError("exactly one of --text TEXT, --file FILE and - is needed");
    if (has("--text"))
        return required("--text");
    std::string text = standard_input
        ? std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>())
        : namedFile(required("--file")).bytes(largest_text);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

NamedFile namedFile(const std::string& path)
{
    const std::filesystem::path file = pathFromText(path);
    std::error_code failed;
    if (!std::filesystem::is_other(file, failed)) {
        auto chosen = std::make_shared<const ChosenFiles>(std::vector{file});
        std::string name = chosen->first();
        return {std::move(chosen), std::move(name)};
    }
    const std::map<std::string, std::string> read{{path, readFile(file, largest_whole_file)}};
    return {std::make_shared<const MemoryFiles>(read), path};
}

void findResourcesBeside(const std::filesystem::path& program)
{
    program_file = program;
}

std::string programName()
{
    return program_file.empty() ? "glassformer" : program_file.stem().string();
}

std::vector<std::filesystem::path> resourceRoots()
{
    std::vector<std::filesystem::path> roots;
    if (const auto given = environmentPath("GLASSFORMER_RESOURCES"))
        roots.push_back(*given);
    if (!program_file.empty())
        roots.push_back(program_file.parent_path().parent_path() / "share" / "glassformer");
    return roots;
}

std::filesystem::path resource(const std::string& name)
{
    for (const std::filesystem::path& root : resourceRoots())
        if (std::filesystem::exists(root / name))
            return root / name;
    throw Error(
        {Message::tr("no %1 in the resource folders", name), {}, Message::tr("Glassformer's resources"),
            Message::tr("Set GLASSFORMER_RESOURCES to the folder that holds them.")});
}

std::filesystem::path modelFolderNamed(const std::string& name)
{
    std::vector<std::filesystem::path> roots;
    for (const std::filesystem::path& root : resourceRoots())
        roots.push_back(root / "models");
    return modelFolder(name, roots);
}

} // namespace glassformer::cli
