#include "core/file/model_folder.h"

#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/foreign_file.h"
#include "core/file/printable.h"
#include "core/file/weights/weight_format.h"

#include <algorithm>
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

bool hasSentencePieceModel(const std::vector<std::string>& names)
{
    return std::any_of(names.begin(), names.end(),
        [](const std::string& name) { return pathFromText(name).extension() == ".model"; });
}

/** Empty if there is a tokenizer; otherwise what is missing of the form that is half there, or of the usual one. */
std::vector<std::string> missingTokenizerFiles(const Files& files, const std::vector<std::string>& names)
{
    if (files.contains(tokenizer_file_name) || files.contains("vocab.txt") || hasSentencePieceModel(names))
        return {};
    const char* const pairs[][2] = {{"source.spm", "target.spm"}, {"vocab.json", "merges.txt"}};
    std::vector<std::string> half;
    for (const auto& [first, second] : pairs) {
        const bool has_first = files.contains(first);
        const bool has_second = files.contains(second);
        if (has_first && has_second)
            return {};
        if (half.empty() && (has_first || has_second))
            half.push_back(has_first ? second : first);
    }
    return half.empty() ? std::vector<std::string>{tokenizer_file_name} : half;
}

fs::path completeFolder(const fs::path& folder)
{
    requireModel(FolderFiles(folder));
    return folder;
}

/** A folder that cannot be read is none. */
bool isModel(const fs::path& folder)
{
    try {
        return isFolder(folder) && missingFiles(FolderFiles(folder)).empty();
    } catch (const Error&) {
        return false;
    }
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

std::vector<std::string> missingFiles(const Files& files)
{
    const std::vector<std::string> names = files.names(); // what may not be looked into lacks nothing
    std::vector<std::string> missing;
    if (!files.contains(config_file_name))
        missing.push_back(config_file_name);
    if (!hasWeights(files))
        missing.push_back(weights_file_name);
    for (std::string& name : missingTokenizerFiles(files, names))
        missing.push_back(std::move(name));
    return missing;
}

void requireModel(const Files& files)
{
    const std::vector<std::string> missing = missingFiles(files);
    if (missing.empty())
        return;

    const bool is_folder = !files.folder().empty();
    const std::string names = printable(joined(missing), 200);
    Message found = is_folder ? Message::tr("a folder without %1", names) : Message::tr("no %1", names);
    Message remedy = is_folder ? Message::tr("Choose the folder of a model.")
                               : Message::tr("Choose all files of the model together, or its folder.");
    const std::vector<std::string> foreign = foreignWeights(files);
    if (!hasWeights(files) && !foreign.empty()) {
        const std::string others = printable(joined(foreign), 200);
        found = is_folder ? Message::tr("a folder without %1, but with %2", names, others)
                          : Message::tr("no %1, but %2", names, others);
        remedy = conversionRemedy();
    }
    throw Error(
        {found, files.where(), Message::tr("config.json, model.safetensors and a tokenizer"), remedy});
}

std::vector<std::string> modelNames(const std::vector<fs::path>& search_roots)
{
    std::set<std::string> names;
    for (const fs::path& root : search_roots) {
        std::error_code failed;
        for (fs::directory_iterator entry(root, failed), end; !failed && entry != end;
             entry.increment(failed)) {
            if (isModel(entry->path()))
                names.insert(pathText(entry->path().filename()));
        }
    }
    return {names.begin(), names.end()};
}

fs::path modelFolder(const std::string& name_or_folder, const std::vector<fs::path>& search_roots,
    const std::vector<std::string>& known_elsewhere)
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

    std::vector<std::string> names = modelNames(search_roots);
    names.insert(names.end(), known_elsewhere.begin(), known_elsewhere.end());
    const std::string known = joined(names);
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
