#pragma once

#include "core/file/bytes/files.h"

#include <map>

namespace glassformer {

/** Files whose bytes are in memory: what a browser was given, what a test makes up, what was just written. */
class MemoryFiles : public FileStore
{
public:
    explicit MemoryFiles(const std::map<std::string, std::string>& bytes = {}, std::string title = {});

    std::vector<std::string> names() const override;
    bool contains(const std::string& name) const override { return m_bytes.count(name) > 0; }
    std::unique_ptr<ByteSource> open(const std::string& name) const override;
    std::string where(const std::string& name) const override;
    std::string where() const override { return m_title; }
    std::string title() const override { return m_title; }
    void write(const std::string& name, std::string_view bytes) override;

private:
    std::map<std::string, std::shared_ptr<const std::string>>
        m_bytes; ///< shared with the sources that are open
    std::string m_title;
};

} // namespace glassformer
