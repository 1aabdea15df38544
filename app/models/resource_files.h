#pragma once

#include "core/file/bytes/files.h"

#include <QString>

namespace glassformer {

/** The files of a folder among Qt's resources: what the program carries inside itself. They are read only. */
class ResourceFiles : public Files
{
public:
    /** folder: ":/models/translator" */
    explicit ResourceFiles(QString folder);

    std::vector<std::string> names() const override;
    bool contains(const std::string& name) const override;
    std::unique_ptr<ByteSource> open(const std::string& name) const override;
    std::string where(const std::string& name) const override;
    std::string where() const override { return m_folder.toStdString(); }
    std::string title() const override;

private:
    QString pathOf(const std::string& name) const;

    QString m_folder;
};

} // namespace glassformer
