#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace glassformer {

/**
 * The entries of a tokenizer by id, and ids by entry. Ids that no entry has are empty texts. Added tokens stand beside
 * the entries: words are never cut into them.
 */
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

    /** Gives an added token its id; nothing changes if the entries hold it under this id. \throws Error as add() */
    void addBeside(const std::string& token, int id, const std::string& where);

    /** The id of an entry that words are cut into. */
    std::optional<int> find(std::string_view entry) const;
    /** The same for added tokens too. */
    std::optional<int> idOf(std::string_view entry) const;
    /** \throws Error for an id outside the vocabulary */
    const std::string& entry(int id) const;
    int size() const { return static_cast<int>(m_entries.size()); } ///< the largest id and one

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    using Ids = std::unordered_map<std::string, int, Hash, std::equal_to<>>;

    static void requireId(int id, const std::string& entry, const std::string& where);
    void addTo(Ids& ids, const std::string& entry, int id, const std::string& where);

    std::vector<std::string> m_entries;
    Ids m_ids;
    Ids m_ids_beside; ///< of added tokens that are no entries
};

inline constexpr int max_vocabulary_size = 1'000'000; ///< bounds the memory that one wild id can cost

} // namespace glassformer
