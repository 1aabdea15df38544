#include "app/models/resource_files.h"

#include "core/error.h"

#include <QDir>
#include <QResource>

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

/** A resource that is not compressed is read where it lies in the program, and is in memory once. */
class ResourceBytes : public ByteSource
{
public:
    ResourceBytes(QByteArray bytes, std::string where)
        : m_bytes(std::move(bytes))
        , m_where(std::move(where))
    {
    }

    std::uint64_t size() const override { return static_cast<std::uint64_t>(m_bytes.size()); }
    std::string where() const override { return m_where; }
    void read(std::uint64_t offset, std::span<char> out) const override
    {
        if (offset > size() || out.size() > size() - offset)
            throw Error({Message::tr("a file that cannot be read from byte %1", size()), m_where, {}, {}});
        std::copy_n(m_bytes.constData() + offset, out.size(), out.data());
    }

private:
    QByteArray m_bytes;
    std::string m_where;
};

} // namespace

ResourceFiles::ResourceFiles(QString folder)
    : m_folder(std::move(folder))
{
}

std::vector<std::string> ResourceFiles::names() const
{
    std::vector<std::string> names;
    for (const QString& name : QDir(m_folder).entryList(QDir::Files))
        names.push_back(name.toStdString());
    std::sort(names.begin(), names.end());
    return names;
}

bool ResourceFiles::contains(const std::string& name) const
{
    const std::vector<std::string> all = names();
    return std::find(all.begin(), all.end(), name) != all.end();
}

std::unique_ptr<ByteSource> ResourceFiles::open(const std::string& name) const
{
    const QResource resource(pathOf(name));
    if (!contains(name) || !resource.isValid())
        throw Error(
            {Message::tr("no such file"), where(name), {}, Message::tr("Check the name and the folder.")});
    return std::make_unique<ResourceBytes>(resource.uncompressedData(), where(name));
}

std::string ResourceFiles::where(const std::string& name) const
{
    return pathOf(name).toStdString();
}

std::string ResourceFiles::title() const
{
    return m_folder.section(u'/', -1).toStdString();
}

QString ResourceFiles::pathOf(const std::string& name) const
{
    return m_folder + u'/' + QString::fromStdString(name);
}

} // namespace glassformer
