#pragma once

#include "core/file/weights/weight_source.h"
#include "core/model/config/config.h"
#include "core/model/families/family.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** Whether the files hold a tensor, under its name or that of another which their metadata says it is one with. */
bool holdsTensor(const WeightSource& source, std::string_view name);

/** A tensor of the files, or a part of one. */
struct FoundWeight
{
    std::string name; ///< in the files
    int part = 0, parts = 1;
};

/** Finds weights in files by the names that we give them, and says what is missing, misshapen or of no use. */
class WeightFinder
{
public:
    /** As for loadWeights(); all must live as long. */
    WeightFinder(const ModelConfig& config, const Family* family, const WeightSource& source,
        const std::vector<std::string>& sizes_left_out);

    /** What "{L}" stands for in a name. */
    void setLayer(int layer) { m_layer = layer; }

    /**
     * \param suffixes  alternatives, separated by "|"
     * \param shape  ours, [in, out] of a matrix; turned in files that store outputs first
     * \throws Error if there is no such tensor
     */
    FoundWeight require(const std::string& ours, const std::string& suffixes, std::vector<std::int64_t> shape,
        bool is_turned = false);
    /** \throws Error if the tensor has another shape */
    void requireShape(const std::string& name, const std::vector<std::int64_t>& shape) const;
    /** Second copies of what is tied, or stands under another name too, are nothing to wonder about. */
    void ignore(const std::string& ours, const std::string& suffixes);
    /** Names of the files that nobody asked for and that are not known to be of no interest. */
    std::vector<std::string> unread() const;

private:
    /** What the family calls a weight of ours, alternatives included. */
    std::vector<FoundWeight> candidates(const std::string& ours, const std::string& suffixes) const;
    std::optional<FoundWeight> find(const std::string& ours, const std::string& suffixes);
    /** Instead of wondering about a weight that quantised files store in another form. */
    void refuseQuantised(const std::string& name) const;
    bool isIgnored(const std::string& name) const;

    const ModelConfig& m_config;
    const Family* m_family;
    const WeightSource& m_source;
    const std::vector<std::string>& m_sizes_left_out;
    int m_layer = 0;
    std::set<std::string> m_used;
};

} // namespace glassformer
