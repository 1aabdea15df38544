#include "core/file/bytes/folder_files.h"
#include "core/learn/corpus/corpus.h"

#include <QtTest>

#include <set>

using namespace glassformer;

namespace {

const Corpus& corpus()
{
    static const Corpus made = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    return made;
}

bool canSay(const std::string& text, Language language = Language::English)
{
    return corpus().canSay(text, language);
}

} // namespace

/** Against the rows of frames.tsv, read by hand. */
class TestSayings : public QObject
{
    Q_OBJECT

private slots:
    void theStreetSentenceIsSaidInBothOrdersAndLanguages()
    {
        QVERIFY(canSay("The animal didn't cross the street because it was too tired."));
        QVERIFY(canSay("The animal didn't cross the street because it was too wide."));
        QVERIFY(canSay("Because it was too tired, the animal didn't cross the street."));
        QVERIFY(canSay("动物没有穿过马路，因为它太累了。", Language::Chinese));
        QVERIFY(canSay("L'animal n'a pas traversé la rue parce qu'il était trop fatigué.", Language::French));
        QVERIFY(canSay("L'animal n'a pas traversé la rue parce qu'elle était trop large.", Language::French));
    }

    void whatDoesNotFitIsNotSaid()
    {
        QVERIFY(!canSay("The animal didn't cross the street because it was too deep.")); // water is
        QVERIFY(!canSay("The animal didn't cross the street because it was too tired"));
        QVERIFY(!canSay("The animal didn't cross the street because it were too tired."));
        QVERIFY(!canSay("The animals didn't cross the street because it was too tired."));
        QVERIFY(!canSay("The street didn't cross the animal because it was too tired."));
        QVERIFY(!canSay("动物没有穿过马路，因为它太深了。", Language::Chinese));
        QVERIFY(!canSay("L'animal n'a pas traversé la rue parce qu'il était trop large.", Language::French));
    }

    void chancesAreThoseOfTheFrame()
    {
        // cross, animal, road, neg: ten adjectives for the animal, eight for the road.
        const auto said =
            corpus().sayings("The animal didn't cross the street because it was too ", Language::English);
        QCOMPARE(said.size(), std::size_t(18));
        double sum = 0;
        for (const auto& [text, share] : said)
            sum += share;
        QVERIFY(std::abs(sum - 1) < 1e-12);
        const std::string begin = "The animal didn't cross the street because it was too ";
        QVERIFY(std::abs(said.at(begin + "tired.") - 1 / 20.0) < 1e-12);
        QVERIFY(std::abs(said.at(begin + "wide.") - 1 / 16.0) < 1e-12);
        // They are the animals: only theirs are left.
        QCOMPARE(corpus()
                     .sayings("The animals didn't cross the street because they were too ", Language::English)
                     .size(),
            std::size_t(10));
    }

    void everyTwinCanBeSaid()
    {
        for (const TwinSet set : {TwinSet::HeldOutPair, TwinSet::HeldOutFrame, TwinSet::HeldOutRole,
                 TwinSet::Training, TwinSet::Number})
            for (const bool clause_first : {false, true})
                for (const Twin& twin : corpus().twins(set, 8, 3, clause_first))
                    for (const Sentence& sentence : twin)
                        for (const Language language :
                            {Language::English, Language::French, Language::Chinese}) {
                            const std::string& text = sentence.text[static_cast<std::size_t>(language)];
                            QVERIFY2(canSay(text, language), text.c_str());
                        }
    }

    void twinsByNumberDifferInNumberAndPronoun()
    {
        for (const Twin& twin : corpus().twins(TwinSet::Number, 50, 3)) {
            std::set<std::string> pronouns;
            for (const Sentence& sentence : twin) {
                QVERIFY(sentence.numbers_differ && !sentence.both_singular);
                pronouns.insert(sentence.text[0].substr(
                    sentence.pronoun[0].begin, sentence.pronoun[0].end - sentence.pronoun[0].begin));
            }
            QCOMPARE(pronouns.size(), std::size_t(2));
            QVERIFY(pronouns.count("they") == 1);
        }
    }

    void adjectivesAreSaidOfNounsInAnyForm()
    {
        QVERIFY(corpus().canBeSaidOf("tired", "animals", Language::English));
        QVERIFY(!corpus().canBeSaidOf("tired", "street", Language::English));
        QVERIFY(corpus().canBeSaidOf("累", "动物", Language::Chinese));
        QVERIFY(!corpus().canBeSaidOf("tired", "because", Language::English));
    }
};

QTEST_APPLESS_MAIN(TestSayings)
#include "tst_sayings.moc"
