#include "core/file/bytes/memory_files.h"

#include "core/error.h"

#include <utility>

namespace glassformer {

MemoryFiles::MemoryFiles(const std::map<std::string, std::string>& bytes, std::string title)
    : m_title(std::move(title))
{
    for (const auto& [name, content] : bytes)
        write(name, content);
}

std::vector<std::string> MemoryFiles::names() const
{
    std::vector<std::string> names;
    for (const auto& file : m_bytes)
        names.push_back(file.first);
    return names;
}

std::unique_ptr<ByteSource> MemoryFiles::open(const std::string& name) const
{
    const auto found = m_bytes.find(name);
    if (found == m_bytes.end())
        throw Error(
            {Message::tr("no such file"), where(name), {}, Message::tr("Check the name and the folder.")});
    return std::make_unique<MemoryBytes>(found->second, where(name));
}

std::string MemoryFiles::where(const std::string& name) const
{
    return m_title.empty() ? name : m_title + "/" + name;
}

void MemoryFiles::write(const std::string& name, std::string_view bytes)
{
    m_bytes[name] = std::make_shared<const std::string>(bytes);
}

} // namespace glassformer
