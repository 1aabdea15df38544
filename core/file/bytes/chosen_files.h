#pragma once

#include "core/file/bytes/files.h"

#include <map>

namespace glassformer {

/**
 * Files that a person chose one by one, on a command line, in a dialog or by dropping them, each in its own place: one
 * file, which may be there yet or not, or the files of a model from several folders. There are no others, whatever lies beside them.
 */
class ChosenFiles : public FileStore
{
public:
    /** \throws Error for two of the same name */
    explicit ChosenFiles(const std::vector<std::filesystem::path>& paths);

    /** The name of a file that was chosen alone; of several the first in their order. */
    const std::string& first() const { return m_paths.begin()->first; }

    std::vector<std::string> names() const override;
    bool contains(const std::string& name) const override { return m_paths.count(name) > 0; }
    std::unique_ptr<ByteSource> open(const std::string& name) const override;
    std::string where(const std::string& name) const override;
    std::string where() const override;
    std::string title() const override;

    /** As writeFile(), in place of the file of that name; \throws Error also for a name that was not chosen */
    void write(const std::string& name, std::string_view bytes) override;

private:
    const std::filesystem::path& pathOf(const std::string& name) const;

    std::map<std::string, std::filesystem::path> m_paths;
};

} // namespace glassformer
