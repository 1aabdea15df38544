#include "core/file/bytes/folder_files.h"

#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/file_fault.h"
#include "core/file/bytes/open_file.h"
#include "core/file/bytes/path_inside.h"

#include <algorithm>
#include <utility>

namespace glassformer {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuseFolder(const fs::path& path, const std::error_code& fault)
{
    throw Error({folderFault(fault), pathText(path), {}, folderRemedy(fault)});
}

/** Says truly why a folder cannot be looked into, before files are missed in it. */
void requireFolder(const fs::path& path)
{
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    // Systems differ in what they say about the opening of a file as a folder.
    if (fs::exists(status) && !fs::is_directory(status))
        refuseFolder(path, std::make_error_code(std::errc::not_a_directory));
    if (status.type() == fs::file_type::not_found)
        refuseFolder(path, std::make_error_code(std::errc::no_such_file_or_directory));
    if (!failed)
        fs::directory_iterator(path, failed);
    if (failed)
        refuseFolder(path, failed);
}

} // namespace

FolderFiles::FolderFiles(fs::path folder)
    : m_folder(std::move(folder))
{
}

std::vector<std::string> FolderFiles::names() const
{
    const fs::path folder = m_folder.empty() ? fs::path(".") : m_folder;
    requireFolder(folder);
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (isFile(entry->path()))
            names.push_back(pathText(entry->path().filename()));
    }
    if (failed)
        refuseFolder(folder, failed);
    std::sort(names.begin(), names.end());
    return names;
}

bool FolderFiles::contains(const std::string& name) const
{
    if (!isPlainFileName(name))
        return false;
    std::error_code failed;
    const fs::file_status status = fs::status(pathOf(name), failed);
    if (status.type() == fs::file_type::none)
        throw Error({fileFault(failed), where(name), {}, faultRemedy(failed)});
    return fs::is_regular_file(status);
}

std::unique_ptr<ByteSource> FolderFiles::open(const std::string& name) const
{
    if (!isPlainFileName(name))
        throw Error({Message::tr("a name that leads to another folder"), where(name),
            Message::tr("the name of a file"), {}});
    return std::make_unique<OpenFile>(pathInside(m_folder.empty() ? "." : m_folder, name));
}

std::string FolderFiles::where(const std::string& name) const
{
    return pathText(pathOf(name));
}

std::string FolderFiles::where() const
{
    return pathText(m_folder.empty() ? fs::path(".") : m_folder);
}

std::string FolderFiles::title() const
{
    // "models/gpt2/" ends with an empty name.
    const fs::path last = m_folder.has_filename() ? m_folder.filename() : m_folder.parent_path().filename();
    return pathText(last);
}

void FolderFiles::write(const std::string& name, std::string_view bytes)
{
    if (!isPlainFileName(name))
        throw Error({Message::tr("a name that leads to another folder"), where(name),
            Message::tr("the name of a file"), {}});
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed && !m_folder.empty())
        throw Error({folderFault(failed), where(), {}, faultRemedy(failed)});
    writeFile(pathOf(name), bytes);
}

fs::path FolderFiles::pathOf(const std::string& name) const
{
    return m_folder / pathFromText(name);
}

} // namespace glassformer
