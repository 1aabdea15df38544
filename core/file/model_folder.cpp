#include "core/file/model_folder.h"

#include "core/error.h"
#include "core/file/byte_file.h"
#include "core/file/folder_check.h"
#include "core/file/foreign_file.h"
#include "core/file/printable.h"
#include "core/file/weight_source.h"

#include <set>

namespace glassformer {
namespace {

namespace fs = std::filesystem;

bool isFolder(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool isPlainName(const std::string& name)
{
    return !name.empty() && name != "." && name.find_first_of("/\\:") == std::string::npos
        && name.find("..") == std::string::npos;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

bool hasSentencePieceModel(const fs::path& folder)
{
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (entry->path().extension() == ".model" && isFile(entry->path()))
            return true;
    }
    return false;
}

/** Empty if there is a tokenizer; otherwise what is missing of the form that is half there, or of the usual one. */
std::vector<std::string> missingTokenizerFiles(const fs::path& folder)
{
    if (isFile(folder / tokenizer_file_name) || isFile(folder / "vocab.txt") || hasSentencePieceModel(folder))
        return {};
    const char* const pairs[][2] = {{"source.spm", "target.spm"}, {"vocab.json", "merges.txt"}};
    std::vector<std::string> half;
    for (const auto& [first, second] : pairs) {
        const bool has_first = isFile(folder / first);
        const bool has_second = isFile(folder / second);
        if (has_first && has_second)
            return {};
        if (half.empty() && (has_first || has_second))
            half.push_back(has_first ? second : first);
    }
    return half.empty() ? std::vector<std::string>{tokenizer_file_name} : half;
}

fs::path completeFolder(const fs::path& folder)
{
    const std::vector<std::string> missing = missingFiles(folder);
    if (missing.empty())
        return folder;
    requireFolder(folder); // what may not be looked into lacks nothing

    const std::string names = printable(joined(missing), 200);
    Message found = Message::tr("a folder without %1", names);
    Message remedy = Message::tr("Choose the folder of a model.");
    const std::vector<std::string> foreign = foreignWeights(folder);
    if (!hasWeights(folder) && !foreign.empty()) {
        found = Message::tr("a folder without %1, but with %2", names, printable(joined(foreign), 200));
        remedy = conversionRemedy();
    }
    throw Error(
        {found, pathText(folder), Message::tr("config.json, model.safetensors and a tokenizer"), remedy});
}

bool isSame(const fs::path& a, const fs::path& b)
{
    std::error_code failed;
    return fs::equivalent(a, b, failed) && !failed;
}

bool holds(const fs::path& folder, const fs::path& file)
{
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (isSame(entry->path(), file))
            return true;
    }
    return false;
}

} // namespace

std::vector<std::string> missingFiles(const fs::path& folder)
{
    std::vector<std::string> missing;
    if (!isFile(folder / config_file_name))
        missing.push_back(config_file_name);
    if (!hasWeights(folder))
        missing.push_back(weights_file_name);
    for (std::string& name : missingTokenizerFiles(folder))
        missing.push_back(std::move(name));
    return missing;
}

std::vector<std::string> modelNames(const std::vector<fs::path>& search_roots)
{
    std::set<std::string> names;
    for (const fs::path& root : search_roots) {
        std::error_code failed;
        for (fs::directory_iterator entry(root, failed), end; !failed && entry != end;
             entry.increment(failed)) {
            if (isFolder(entry->path()) && missingFiles(entry->path()).empty())
                names.insert(pathText(entry->path().filename()));
        }
    }
    return {names.begin(), names.end()};
}

fs::path modelFolder(const std::string& name_or_folder, const std::vector<fs::path>& search_roots)
{
    const fs::path asked = pathFromText(name_or_folder);
    if (isPlainName(name_or_folder)) {
        for (const fs::path& root : search_roots) {
            if (isFolder(root / asked))
                return completeFolder(root / asked);
        }
    }
    if (isFolder(asked))
        return completeFolder(asked);

    const std::string known = joined(modelNames(search_roots));
    throw Error({Message::tr("no model and no folder of this name"), printable(name_or_folder), {},
        known.empty() ? Message::tr("No models were found: give the folder of one.")
                      : Message::tr("Models here: %1.", known)});
}

void requireNoFileOfModel(const fs::path& path, const fs::path& folder)
{
    const std::string name = pathText(path.filename());
    const bool is_model_name = name == config_file_name || name == weights_file_name
        || name == weights_index_file_name || name == tokenizer_file_name;
    const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if ((is_model_name && isSame(parent, folder)) || holds(folder, path))
        throw Error({Message::tr("a file of the model that is open"), pathText(path),
            Message::tr("another file to write"), Message::tr("Choose another name.")});
}

} // namespace glassformer
