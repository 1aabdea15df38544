#pragma once

#include "core/file/json/json_field.h"
#include "core/model/config/config.h"

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * The fields of a checkpoint's config.json as its library reads them: a field that is left out has the documented
 * default of the family's configuration class. null is what the library makes of None: no flag, no size, or the default
 * where nothing could be computed with it. Every getter @throws Error naming the field.
 */
class Settings
{
public:
    explicit Settings(const JsonField& file)
        : m_file(file)
    {
    }

    /** Nothing if it is left out or null. */
    std::optional<JsonField> find(std::string_view key) const;
    bool isNull(std::string_view key) const;

    /** A size, from 1 to the largest that is reasonable; null is refused. */
    int size(std::string_view key, int absent) const;
    /** A size that the library works out itself where it is null. */
    int size(std::string_view key, int absent, int null) const;
    int layers(std::string_view key, int absent) const;
    double epsilon(std::string_view key, double absent) const; ///< from 0 to 1
    double number(std::string_view key, double least, double most, double absent) const;
    bool flag(std::string_view key, bool absent) const; ///< null is false
    std::string text(std::string_view key, const std::string& absent) const;
    std::vector<std::string> texts(std::string_view key) const; ///< a list; empty if it is left out
    Activation activation(std::string_view key, const std::string& absent) const;

    /** Refuses a field that has another value than the one that this program computes. */
    void requireFlag(std::string_view key, bool value, bool absent) const;
    void requireText(std::string_view key, const std::string& value) const;
    /** Two sizes that may be different in principle and must be equal here. */
    void requireEqual(std::string_view key, std::string_view other, int absent) const;

    const JsonField& file() const { return m_file; }
    /** Sizes that were asked for and left out, so that a message about weights of another size can name them. */
    const std::vector<std::string>& sizesLeftOut() const { return m_sizes_left_out; }

private:
    const JsonField& m_file;
    mutable std::vector<std::string> m_sizes_left_out;
};

/** An activation by the name that checkpoints use; @throws Error for one that is not known. */
Activation activationNamed(const std::string& name, const JsonField& field);

} // namespace glassformer
