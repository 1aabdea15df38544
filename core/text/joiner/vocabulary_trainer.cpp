#include "core/text/joiner/vocabulary_trainer.h"

#include "core/text/characters/unicode.h"
#include "core/text/joiner/joiner_words.h"
#include "core/text/joiner/piece_merger.h"

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_map>
#include <utility>

namespace glassformer {
namespace {

/** What everyone will type, whether the corpus has it or not. */
constexpr std::string_view common_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ"
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    "«»“”‘’–—…€°，。？！、：；《》（）";

/** A word form of the corpus. */
struct WordType
{
    std::string form; ///< with joiner marks
    std::int64_t count = 0;
};

/** How often words and characters occur. */
class CorpusCounter
{
public:
    void add(std::string_view text)
    {
        for (const TextWord& word : splitWords(text)) {
            const std::string_view part = text.substr(word.span.begin, word.span.end - word.span.begin);
            if (part == joiner_mark)
                continue; // it means something else in entries, so in texts it is written in bytes
            ++m_words[markedForm(part, word.joins_left, word.joins_right)];
        }
    }

    /** Most frequent first; equally frequent ones by their bytes. */
    std::vector<WordType> sortedWords() const
    {
        std::vector<WordType> words;
        words.reserve(m_words.size());
        for (const auto& [form, count] : m_words)
            words.push_back({form, count});
        std::sort(words.begin(), words.end(), [](const WordType& one, const WordType& other) {
            return one.count != other.count ? one.count > other.count : one.form < other.form;
        });
        return words;
    }

private:
    std::unordered_map<std::string, std::int64_t> m_words;
};

std::string_view withoutMarks(std::string_view form)
{
    if (form.substr(0, joiner_mark.size()) == joiner_mark)
        form.remove_prefix(joiner_mark.size());
    if (form.size() >= joiner_mark.size() && form.substr(form.size() - joiner_mark.size()) == joiner_mark)
        form.remove_suffix(joiner_mark.size());
    return form;
}

/** The characters of a word form as pieces: "￭cat" gives "￭c", "￭a", "￭t". */
std::vector<std::string> characterPieces(std::string_view form)
{
    const std::string_view text = withoutMarks(form);
    const bool joins_left = form.substr(0, joiner_mark.size()) == joiner_mark;
    const bool joins_right = form.size() > text.size() + (joins_left ? joiner_mark.size() : 0);
    std::vector<std::string> pieces;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t end = position + characterAt(text, position).size;
        pieces.push_back(markedForm(text.substr(position, end - position), position > 0 || joins_left,
            end == text.size() && joins_right));
        position = end;
    }
    return pieces;
}

/** Ordered by bytes, which in UTF-8 is the order of the characters. */
std::map<std::string_view, std::int64_t> characterCounts(const std::vector<WordType>& words)
{
    std::map<std::string_view, std::int64_t> counts;
    for (const WordType& word : words) {
        const std::string_view text = withoutMarks(word.form);
        std::size_t position = 0;
        while (position < text.size()) {
            const std::size_t size = characterAt(text, position).size;
            counts[text.substr(position, size)] += word.count;
            position += size;
        }
    }
    return counts;
}

/** Collects entries without repetition, in the order in which they come. */
class VocabularyBuilder
{
public:
    VocabularyBuilder(const std::vector<std::string>& languages, bool has_mask)
    {
        m_special.padding = add("<pad>");
        m_special.start = add("<s>");
        m_special.end = add("</s>");
        m_special.unknown = add("<unk>");
        for (const std::string& language : languages)
            m_special.targets.emplace(language, add(targetEntry(language)));
        if (has_mask)
            m_special.mask = add(std::string(mask_entry));
        for (int byte = 0; byte < 256; ++byte)
            add(byteEntry(static_cast<unsigned char>(byte)));
    }

    int size() const { return static_cast<int>(m_entries.size()); }

    /** Returns the id of the entry, be it new or not. */
    int add(const std::string& entry)
    {
        const auto [known, is_new] = m_ids.emplace(entry, size());
        if (is_new)
            m_entries.push_back(entry);
        return known->second;
    }

    /** Every form in which the character can stand at the edge or in the middle of a word. */
    void addCharacter(std::string_view text)
    {
        const char32_t code = characterAt(text, 0).code;
        add(markedForm(text, false, false));
        if (isUnspaced(code))
            return;
        add(markedForm(text, true, false));
        if (kindOf(code) == CharacterKind::Symbol) {
            add(markedForm(text, false, true));
            add(markedForm(text, true, true));
        }
    }

    JoinerTokenizer build(TextLayout layout, const JoinerNormalizer& normalizer)
    {
        return JoinerTokenizer::fromEntries(
            std::move(m_entries), m_special, "the new vocabulary", layout, normalizer);
    }

private:
    std::vector<std::string> m_entries;
    std::unordered_map<std::string, int> m_ids;
    SpecialTokens m_special;
};

void addCharacters(VocabularyBuilder& vocabulary, const std::vector<WordType>& words, std::int64_t min_count)
{
    std::map<std::string_view, std::int64_t> counts = characterCounts(words);
    std::size_t position = 0;
    while (position < common_characters.size()) {
        const std::size_t size = characterAt(common_characters, position).size;
        counts[common_characters.substr(position, size)] += min_count;
        position += size;
    }
    for (const auto& [character, count] : counts) {
        if (count >= min_count)
            vocabulary.addCharacter(character);
    }
}

void addPieces(VocabularyBuilder& vocabulary, const std::vector<WordType>& words, int piece_count)
{
    PieceMerger merger;
    for (const WordType& word : words) {
        // By the logarithm of its count: a word that is an entry itself says little about how rare ones are built.
        const auto weight = static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(word.count)));
        if (word.form.size() <= max_entry_bytes)
            merger.addWord(characterPieces(word.form), weight);
    }
    const int wanted_size = vocabulary.size() + piece_count;
    while (vocabulary.size() < wanted_size) {
        const std::string piece = merger.mergeNext();
        if (piece.empty())
            return;
        vocabulary.add(piece);
    }
}

} // namespace

JoinerTokenizer trainTokenizer(std::span<const std::string> texts, const VocabularyOptions& options)
{
    CorpusCounter counter;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        requireValidUtf8(texts[i], Message::tr("text %1 of the corpus", i + 1));
        counter.add(texts[i]);
    }
    const std::vector<WordType> words = counter.sortedWords();

    VocabularyBuilder vocabulary(options.target_languages, options.has_mask);
    addCharacters(vocabulary, words, options.min_character_count);
    for (const WordType& word : words) {
        if (word.count >= options.min_count && word.form.size() <= max_entry_bytes
            && characterPieces(word.form).size() > 1)
            vocabulary.add(word.form);
    }
    addPieces(vocabulary, words, options.piece_count);
    return vocabulary.build(options.layout, options.normalizer);
}

} // namespace glassformer
