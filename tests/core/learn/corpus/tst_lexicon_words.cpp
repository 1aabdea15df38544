#include "core/learn/corpus/lexicon_words.h"

#include "core/error.h"
#include "core/experiment/explanation/word_classes.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/bytes/memory_files.h"

#include <QtTest>

using namespace glassformer;

namespace {

FolderFiles lexicon()
{
    return FolderFiles(GLASSFORMER_RESOURCES "/world");
}

} // namespace

/** What lexicons say of single words, and which entries of a vocabulary they know. */
class TestLexiconWords : public QObject
{
    Q_OBJECT

private slots:
    void theWorldKnowsItsChineseWords()
    {
        const std::set<std::string> words = chineseWords(lexicon());
        QVERIFY(words.count("\u52a8\u7269") > 0); // animal
        QVERIFY(words.count("\u56e0\u4e3a") > 0); // because
        QVERIFY(words.count("\u72d7") == 0); // dog: one character needs no list
        QVERIFY(words.size() > 150);
    }

    void wordsAreInTheClassThatTheLexiconSays()
    {
        const std::map<std::string, std::string> classes = classesOfWords(lexicon());
        QCOMPARE(classes.at("dog"), std::string("animal"));
        QCOMPARE(classes.at("dogs"), std::string("animal"));
        QCOMPARE(classes.at("chiens"), std::string("animal"));
        QCOMPARE(classes.at("tired"), std::string("adjective"));
        QCOMPARE(classes.at("crossed"), std::string("verb"));
        QVERIFY(classes.count("because") == 0);
    }

    void aLexiconThatIsNotThereIsAnError() { QVERIFY_THROWS_EXCEPTION(Error, classesOfWords(MemoryFiles())); }

    void theLargestClassesOfAVocabularyAreKept()
    {
        const std::map<std::string, std::string> known{{"dog", "animal"}, {"cat", "animal"}, {"road", "road"},
            {"cross", "verb"}, {"see", "verb"}, {"go", "verb"}};
        const WordClasses classes =
            wordClasses({"<s>", " dog", "Cat", "road", "cross", "see", "go", "x"}, known, 2);
        QCOMPARE(classes.names, (std::vector<std::string>{"verb", "animal"}));
        QCOMPARE(classes.of, (std::vector<int>{-1, 1, 1, -1, 0, 0, 0, -1}));
        QVERIFY(wordClasses({"x"}, known, 2).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLexiconWords)
#include "tst_lexicon_words.moc"
