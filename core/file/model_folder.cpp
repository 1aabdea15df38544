#include "core/file/model_folder.h"

#include "core/error.h"
#include "core/file/byte_file.h"
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

std::vector<std::string> missingFiles(const fs::path& folder)
{
    std::vector<std::string> missing;
    for (const char* name : {config_file_name, tokenizer_file_name}) {
        std::error_code ignored;
        if (!fs::is_regular_file(folder / name, ignored))
            missing.push_back(name);
    }
    if (!hasWeights(folder))
        missing.insert(missing.begin() + (missing.empty() || missing.front() != config_file_name ? 0 : 1),
            weights_file_name);
    return missing;
}

fs::path completeFolder(const fs::path& folder)
{
    const std::vector<std::string> missing = missingFiles(folder);
    if (!missing.empty()) {
        throw Error({"a folder without " + joined(missing), pathText(folder),
            "config.json, model.safetensors and tokenizer.json", "Choose the folder of a model."});
    }
    return folder;
}

} // namespace

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
    throw Error({"no model and no folder of this name", printable(name_or_folder), {},
        known.empty() ? "No models were found: give the folder of one." : "Models here: " + known + '.'});
}

} // namespace glassformer
