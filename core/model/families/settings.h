#pragma once

#include "core/file/json_field.h"
#include "core/model/config.h"

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** The fields of a checkpoint's config.json. null counts as left out. Every getter @throws Error naming the field. */
class Settings
{
public:
    explicit Settings(const JsonField& file)
        : m_file(file)
    {
    }

    std::optional<JsonField> find(std::string_view key) const;

    /** A size that must be there, from 1 to the largest that is reasonable. */
    int size(std::string_view key) const;
    int sizeOr(std::string_view key, int fallback) const;
    int layers(std::string_view key) const;
    double numberOr(std::string_view key, double fallback) const;
    bool flagOr(std::string_view key, bool fallback) const;
    std::string textOr(std::string_view key, const std::string& fallback) const;
    Activation activation(std::string_view key, const std::string& fallback) const;

    /** Refuses a field that is there with another value than the one that this program computes. */
    void requireFlag(std::string_view key, bool value, bool fallback) const;
    void requireText(std::string_view key, const std::string& value) const;
    /** Two fields that may be different in principle and must be equal here. */
    void requireEqual(std::string_view key, std::string_view other) const;

    const JsonField& file() const { return m_file; }

private:
    const JsonField& m_file;
};

/** An activation by the name that checkpoints use; @throws Error for one that is not known. */
Activation activationNamed(const std::string& name, const JsonField& field);

} // namespace glassformer
