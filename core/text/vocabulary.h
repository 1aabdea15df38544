#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace glassformer {

/** The entries of a tokenizer by id, and ids by entry. Ids that no entry has are empty texts. */
class Vocabulary
{
public:
    /**
     * Gives an id its entry.
     * @throws Error naming `where` if the id is out of bounds or taken, or if the entry has another id already
     */
    void add(const std::string& entry, int id, const std::string& where);

    /**
     * Gives the next id its entry, even if another id has it too: find() then gives the last one.
     * @throws Error naming `where` if there are too many
     */
    void addLast(const std::string& entry, const std::string& where);

    std::optional<int> find(std::string_view entry) const;
    /** \throws Error for an id outside the vocabulary */
    const std::string& entry(int id) const;
    int size() const { return static_cast<int>(m_entries.size()); } ///< the largest id and one

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    static void requireId(int id, const std::string& entry, const std::string& where);

    std::vector<std::string> m_entries;
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_ids;
};

inline constexpr int max_vocabulary_size = 1'000'000; ///< bounds the memory that one wild id can cost

} // namespace glassformer
