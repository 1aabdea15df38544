#include "core/learn/corpus/lexicon_words.h"

#include "core/learn/corpus/lexicon_table.h"
#include "core/text/characters/aligned_text.h"

#include <initializer_list>
#include <iterator>

namespace glassformer {
namespace {

/** Words of the grammar, which no lexicon lists. */
constexpr const char* words_of_grammar[] = {"因为", "所以", "但是", "如果", "虽然", "然后", "还是", "我们",
    "你们", "他们", "她们", "它们", "大家", "什么", "为什么", "怎么", "哪里", "这些", "那些", "这个", "那个",
    "一些", "很多", "所有", "一起", "没有", "没能", "不能", "不会", "不是", "不想", "不用", "不要", "可以",
    "必须", "应该", "需要", "喜欢", "打算", "开始", "知道", "认为", "希望", "正在", "已经", "当时", "以前",
    "现在", "今天", "昨天", "明天", "昨晚", "今晚", "早上", "下午", "晚上", "夜里", "周末", "星期", "每天",
    "每年", "去年", "明年", "总是", "经常", "有时", "从来", "非常", "一样", "下面", "后面", "前面", "旁边",
    "附近", "时候", "小时"};

/** Files of a lexicon whose rows have a word in the column "chinese". */
constexpr const char* tables[] = {"nouns.tsv", "adjectives.tsv", "verbs.tsv", "names.tsv"};

bool hasSeveralCharacters(const std::string& word)
{
    return codes(word).size() > 1;
}

} // namespace

std::set<std::string> chineseWords(const Files& lexicon)
{
    std::set<std::string> words(std::begin(words_of_grammar), std::end(words_of_grammar));
    for (const char* table : tables) {
        if (!lexicon.contains(table))
            continue;
        for (const LexiconRow& row : readLexiconTable(lexicon, table))
            if (hasSeveralCharacters(row["chinese"]))
                words.insert(row["chinese"]);
    }
    return words;
}

std::map<std::string, std::string> classesOfWords(const Files& lexicon)
{
    std::map<std::string, std::string> classes;
    const auto take = [&](const LexiconRow& row, const std::string& name,
                          std::initializer_list<const char*> columns) {
        for (const char* column : columns)
            if (!row[column].empty())
                classes.try_emplace(row[column], name);
    };
    for (const LexiconRow& row : readLexiconTable(lexicon, "nouns.tsv"))
        take(row, row.required("class"), {"english", "english_plural", "french", "french_plural", "chinese"});
    for (const LexiconRow& row : readLexiconTable(lexicon, "adjectives.tsv"))
        take(row, "adjective",
            {"english", "masculine", "feminine", "masculine_plural", "feminine_plural", "chinese"});
    for (const LexiconRow& row : readLexiconTable(lexicon, "verbs.tsv"))
        take(row, "verb", {"english", "third", "past", "ing", "chinese"});
    return classes;
}

} // namespace glassformer
