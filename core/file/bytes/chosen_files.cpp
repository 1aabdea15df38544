#include "core/file/bytes/chosen_files.h"

#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/open_file.h"

#include <cassert>

namespace glassformer {

namespace fs = std::filesystem;

ChosenFiles::ChosenFiles(const std::vector<fs::path>& paths)
{
    assert(!paths.empty());
    for (const fs::path& path : paths) {
        if (!m_paths.emplace(pathText(path.filename()), path).second)
            throw Error({Message::tr("two files of the same name"), pathText(path),
                Message::tr("the files of one model"), {}});
    }
}

std::vector<std::string> ChosenFiles::names() const
{
    std::vector<std::string> names;
    for (const auto& file : m_paths)
        names.push_back(file.first);
    return names;
}

std::unique_ptr<ByteSource> ChosenFiles::open(const std::string& name) const
{
    return std::make_unique<OpenFile>(pathOf(name));
}

std::string ChosenFiles::where(const std::string& name) const
{
    const auto found = m_paths.find(name);
    return found == m_paths.end() ? name : pathText(found->second);
}

std::string ChosenFiles::where() const
{
    std::string all;
    for (const auto& file : m_paths)
        all += (all.empty() ? "" : ", ") + file.first;
    return m_paths.size() == 1 ? where(all) : all;
}

std::string ChosenFiles::title() const
{
    const fs::path& first = m_paths.begin()->second;
    return pathText(m_paths.size() == 1 ? first.stem() : first.parent_path().filename());
}

void ChosenFiles::write(const std::string& name, std::string_view bytes)
{
    writeFile(pathOf(name), bytes);
}

const fs::path& ChosenFiles::pathOf(const std::string& name) const
{
    const auto found = m_paths.find(name);
    if (found == m_paths.end())
        throw Error({Message::tr("no such file"), name, Message::tr("one of %1", where()), {}});
    return found->second;
}

} // namespace glassformer
