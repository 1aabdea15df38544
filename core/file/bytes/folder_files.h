#pragma once

#include "core/file/bytes/files.h"

namespace glassformer {

/**
 * The files of a folder. Models come from the internet, so their folders are hostile: what is no regular file is not
 * there, a link that leads out of the folder is refused (path_inside.h), and a file that is changed while it is open is
 * noticed (open_file.h).
 */
class FolderFiles : public FileStore
{
public:
    /** Touches nothing: the folder may be missing as long as nothing is read. */
    explicit FolderFiles(std::filesystem::path folder);

    std::vector<std::string> names() const override;
    bool contains(const std::string& name) const override;
    std::unique_ptr<ByteSource> open(const std::string& name) const override;
    std::string where(const std::string& name) const override;
    std::string where() const override;
    std::string title() const override;
    std::filesystem::path folder() const override { return m_folder; }

    /** As writeFile(): a program that is killed meanwhile leaves the old content or the new. Makes the folder. */
    void write(const std::string& name, std::string_view bytes) override;

private:
    std::filesystem::path pathOf(const std::string& name) const;

    std::filesystem::path m_folder;
};

} // namespace glassformer
