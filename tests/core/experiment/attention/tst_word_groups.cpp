#include "core/experiment/attention/word_groups.h"

#include <QtTest>

using namespace glassformer;

namespace {

/** One token per character, which touch in the text. */
std::vector<Token> characters(const std::vector<std::string>& texts)
{
    std::vector<Token> tokens;
    std::size_t place = 0;
    for (const std::string& text : texts) {
        tokens.push_back({int(tokens.size()), text, {place, place + text.size()}});
        place += text.size();
    }
    return tokens;
}

std::vector<std::string> textsOf(const std::vector<WordGroup>& groups)
{
    std::vector<std::string> texts;
    for (const WordGroup& group : groups)
        texts.push_back(group.text);
    return texts;
}

} // namespace

/** Chinese characters as words. */
class TestWordGroups : public QObject
{
    Q_OBJECT

private slots:
    void charactersMakeUpTheLongestWordThatIsKnown()
    {
        const std::vector<Token> tokens = characters(
            {"\u56e0", "\u4e3a", "\u52a8", "\u7269", "\u56ed", "\u7d2f"}); // yin wei dong wu yuan lei
        const std::vector<WordGroup> groups =
            wordGroups(tokens, {"\u56e0\u4e3a", "\u52a8\u7269", "\u52a8\u7269\u56ed"});
        QCOMPARE(textsOf(groups), (std::vector<std::string>{"\u56e0\u4e3a", "\u52a8\u7269\u56ed", "\u7d2f"}));
        QCOMPARE(groups[1].first, 2);
        QCOMPARE(groups[1].count, 3);
    }

    void withoutAListEveryCharacterStaysAlone()
    {
        const std::vector<Token> tokens = characters({"\u56e0", "\u4e3a"});
        QCOMPARE(wordGroups(tokens).size(), std::size_t(2));
        QCOMPARE(wordGroups(tokens, {"\u52a8\u7269"}).size(), std::size_t(2));
    }

    void chineseIsToldFromOtherWriting()
    {
        QVERIFY(hasChinese(characters({"a", "\u56e0"})));
        QVERIFY(!hasChinese(characters({"a", "b", "\u3042"}))); // Japanese syllables are no such characters
        QVERIFY(!hasChinese({}));
    }
};

QTEST_GUILESS_MAIN(TestWordGroups)
#include "tst_word_groups.moc"
