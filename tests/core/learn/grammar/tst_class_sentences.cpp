#include "core/error.h"
#include "core/file/bytes/memory_files.h"
#include "core/learn/corpus/corpus.h"
#include "tests/core/learn/grammar/world_words.h"

#include <QRegularExpression>

#include <set>

using namespace glassformer;
using namespace glassformer::grammar;

namespace {

const Adverb yesterday{"yesterday", "hier", "昨天", Tense::Past};
const Adverb tomorrow{"tomorrow", "demain", "明天", Tense::Future};

Clause doing(Nominal subject, const char* english, const char* chinese, Tense tense = Tense::Present)
{
    Clause clause;
    clause.subject = std::move(subject);
    clause.verb = verb(english, chinese);
    clause.tense = tense;
    return clause;
}

/** Of persons, not of towers. */
const Adjective* tall()
{
    const auto& all = words().adjectives;
    const auto found = std::find_if(all.begin(), all.end(),
        [](const Adjective& each) { return each.english == "tall" && canBeSaidOf(each, *noun("student")); });
    return found == all.end() ? nullptr : &*found;
}

std::shared_ptr<const grammar::Place> at(Where where)
{
    auto place = std::make_shared<grammar::Place>();
    place->where = where;
    return place;
}

/** The world with these sayings only. */
Corpus corpusOf(const char* sayings)
{
    MemoryFiles files = worldFiles();
    files.write("sayings.tsv", std::string("english\tfrench\tchinese\n") + sayings);
    return Corpus::read(files);
}

} // namespace

/** What a class types first, as a teacher of the three languages would say it. */
class ClassSentencesTest : public QObject
{
    Q_OBJECT

private slots:
    void timesCanStandInFront();
    void nobodyDeniesInFrench();
    void placesWithoutAGroundAreSaidAsTheyAre();
    void oneOfSeveralIsAskedFor();
    void theBestIsTheBestOfSomewhere();
    void favoursAndPurposesStandBeforeTheChineseVerb();
    void whoWantsToBeSomethingIsNotIt();
    void wayAndStateAreNoProgressiveInChinese();
    void whatIsNotHadIsNotCounted();
    void contractionsAreReadAndNotWritten();
    void sayingsFillTheirPlacesAlikeInThreeLanguages();
    void daysAndMonthsAreTheSameInThreeLanguages();
    void sayingsWithUnknownPlacesAreRefused();
    void noDrawnSentenceHasAnUnfilledPlaceOrALooseArticle();
    void wordsThatLearnersMeetFirstComeMoreOften();
    void aFirstWordThatTheWorldLacksIsRefused();
    void whatIsNeverDoneIsDoneToNone();
    void musicIsNotListenedToInFrenchWithoutDe();
    void whoWouldLikeToBeSomethingIsNamedInFrench();
    void cardsAreManyInEnglish();
    void vehiclesStandInFrontOfBuildings();
    void articlesFitTheWordsThatStandForOthers();
};

void ClassSentencesTest::timesCanStandInFront()
{
    Clause clause = doing(pronoun(Who::We), "go", "去", Tense::Past);
    clause.object = Nominal{.noun = noun("market")};
    clause.time = &yesterday;
    clause.marks_past = false;
    compare(only(clause), "We went to the market yesterday.", "Nous sommes allés au marché hier.",
        "我们昨天去了市场。");
    clause.time_first = true;
    compare(only(clause), "Yesterday we went to the market.", "Hier, nous sommes allés au marché.",
        "昨天我们去了市场。");
}

void ClassSentencesTest::nobodyDeniesInFrench()
{
    static const Name nobody{"nobody", "没有人", "personne", false, true};
    Nominal subject;
    subject.name = &nobody;
    compare(only(doing(subject, "sing", "唱歌")), "Nobody sings.", "Personne ne chante.", "没有人唱歌。");
    compare(only(doing(subject, "sing", "唱歌", Tense::Past)), "Nobody sang.", "Personne n'a chanté.",
        "没有人唱歌。");
    Clause is_at;
    is_at.kind = Clause::Kind::IsAt;
    is_at.subject = subject;
    is_at.place = at(Where::AtHome);
    compare(only(is_at), "Nobody is at home.", "Personne n'est à la maison.", "没有人在家。");
}

void ClassSentencesTest::placesWithoutAGroundAreSaidAsTheyAre()
{
    Clause clause = doing(Nominal{.noun = noun("child"), .plural = true}, "play", "玩耍");
    clause.progressive = true;
    clause.place = at(Where::Outside);
    compare(only(clause), "The children are playing outside.", "Les enfants jouent dehors.",
        "孩子们正在外面玩耍。");
    Clause exists;
    exists.kind = Clause::Kind::Exists;
    exists.object = Nominal{.noun = noun("dog"), .determiner = Determiner::A};
    exists.place = at(Where::There);
    compare(only(exists), "There is a dog there.", "Il y a un chien là-bas.", "那里有一只狗。");
}

void ClassSentencesTest::oneOfSeveralIsAskedFor()
{
    Clause clause = doing(pronoun(Who::You), "eat", "吃", Tense::Past);
    clause.object = Nominal{.noun = noun("apple"), .determiner = Determiner::Which};
    clause.asking = Asking::Which;
    Utterance asks = only(clause);
    asks.end = '?';
    compare(asks, "Which apple did you eat?", "Quelle pomme est-ce que tu as mangée ?", "你吃了哪个苹果？");
}

void ClassSentencesTest::theBestIsTheBestOfSomewhere()
{
    static constexpr Fixed in_class{"in our class", "de notre classe", "我们班"};
    Clause clause;
    clause.kind = Clause::Kind::IsA;
    clause.subject = pronoun(Who::He);
    clause.object =
        Nominal{.noun = noun("student"), .adjectives = {tall()}, .superlative = true, .among = &in_class};
    compare(only(clause), "He is the tallest student in our class.",
        "C'est le plus grand étudiant de notre classe.", "他是我们班最高的学生。");
}

void ClassSentencesTest::favoursAndPurposesStandBeforeTheChineseVerb()
{
    Clause buys = doing(pronoun(Who::I), "buy", "买", Tense::Past);
    buys.object = Nominal{.noun = noun("book"), .determiner = Determiner::A};
    buys.beneficiary = Nominal{.noun = noun("mother"), .determiner = Determiner::My};
    compare(only(buys), "I bought a book for my mother.", "J'ai acheté un livre pour ma mère.",
        "我给我妈妈买了一本书。");

    Clause goes = doing(pronoun(Who::I), "go", "去", Tense::Present);
    goes.modal = Modal::Want;
    goes.object = Nominal{.noun = noun("park")};
    goes.purpose = std::make_shared<const Clause>(doing({}, "play", "玩耍"));
    compare(only(goes), "I want to go to the park to play.", "Je veux aller au parc pour jouer.",
        "我想去公园玩耍。");
}

void ClassSentencesTest::whoWantsToBeSomethingIsNotIt()
{
    Clause clause;
    clause.kind = Clause::Kind::IsA;
    clause.subject = pronoun(Who::She, true);
    clause.object = Nominal{.noun = noun("doctor"), .determiner = Determiner::A};
    clause.modal = Modal::Want;
    compare(only(clause), "She wants to be a doctor.", "Elle veut être médecin.", "她想当医生。");
    clause.modal = Modal::WouldLike;
    compare(only(clause), "She would like to be a doctor.", "Elle voudrait être médecin.", "她想当医生。");
}

void ClassSentencesTest::wayAndStateAreNoProgressiveInChinese()
{
    Clause goes = doing(pronoun(Who::He), "go", "回家");
    goes.progressive = true;
    compare(only(goes), "He is going home.", "Il rentre.", "他正要回家。");
    goes.time = &tomorrow;
    compare(only(goes), "He is going home tomorrow.", "Il rentre demain.", "他明天要回家。");
    Clause wears = doing(pronoun(Who::She, true), "wear", "穿着");
    wears.progressive = true;
    wears.object =
        Nominal{.noun = noun("dress"), .determiner = Determiner::A, .adjectives = {adjective("red")}};
    compare(only(wears), "She is wearing a red dress.", "Elle porte une robe rouge.", "她穿着一条红连衣裙。");
}

void ClassSentencesTest::whatIsNotHadIsNotCounted()
{
    Clause has = doing(pronoun(Who::I), "have", "有");
    has.object = Nominal{.noun = noun("dog"), .determiner = Determiner::A};
    has.negated = true;
    compare(only(has), "I don't have a dog.", "Je n'ai pas de chien.", "我没有狗。");
}

void ClassSentencesTest::contractionsAreReadAndNotWritten()
{
    Clause is;
    is.kind = Clause::Kind::Is;
    is.subject = pronoun(Who::I);
    is.adjective = adjective("happy");
    Utterance said = only(is);
    said.is_casual = true;
    const Sentence sentence = tell(said, FrenchVerbs(words().conjugations));
    QCOMPARE(sentence.text[0], std::string("I'm happy."));
    QVERIFY(!sentence.is_usual[0]);
    QVERIFY(sentence.is_usual[1]);
    // What is had stands in full: "I've a dog" is no English of today.
    Utterance had = only(doing(pronoun(Who::I), "have", "有"));
    had.parts.front().clause.object = Nominal{.noun = noun("dog"), .determiner = Determiner::A};
    had.is_casual = true;
    QCOMPARE(tell(had, FrenchVerbs(words().conjugations)).text[0], std::string("I have a dog."));
}

void ClassSentencesTest::sayingsFillTheirPlacesAlikeInThreeLanguages()
{
    const Corpus corpus =
        corpusOf("Whose {bare animal} is this?\tÀ qui est {this animal} ?\t这是谁的{bare animal}？\n");
    int told = 0;
    for (const Sentence& sentence : corpus.sentences(4000, 5)) {
        static const QRegularExpression asks(
            "^Whose ([a-z -]+) is this\\?$", QRegularExpression::CaseInsensitiveOption);
        const auto match = asks.match(QString::fromStdString(sentence.text[0]));
        if (!match.hasMatch())
            continue;
        const Noun* animal = noun(match.captured(1).toUtf8().constData());
        QVERIFY2(animal, sentence.text[0].c_str());
        QCOMPARE(sentence.text[2], "这是谁的" + animal->chinese + "？");
        const QString french = QString::fromStdString(sentence.text[1]);
        QVERIFY2(french.startsWith("À qui est ce")
                && french.endsWith(QString::fromStdString(animal->french) + " ?"),
            sentence.text[1].c_str());
        ++told;
    }
    QVERIFY(told > 100);
}

void ClassSentencesTest::daysAndMonthsAreTheSameInThreeLanguages()
{
    const Corpus corpus = corpusOf("He came every {weekday} in {month}.\tIl est venu tous les {weekdays} en "
                                   "{month}.\t{month}的每个{weekday}他都来了。\n");
    std::set<std::string> told;
    for (const Sentence& sentence : corpus.sentences(4000, 5))
        told.insert(sentence.text[0] + '|' + sentence.text[1] + '|' + sentence.text[2]);
    for (const char* wanted :
        {"He came every Friday in May.|Il est venu tous les vendredis en mai.|五月的每个星期五他都来了。",
            "He came every Sunday in August.|Il est venu tous les dimanches en "
            "août.|八月的每个星期天他都来了。"})
        QVERIFY2(told.count(wanted) > 0, wanted);
}

void ClassSentencesTest::sayingsWithUnknownPlacesAreRefused()
{
    const Corpus corpus = corpusOf("I see {two animal}.\tJe vois {two animal}.\t我看见{two animal}。\n");
    QVERIFY_EXCEPTION_THROWN(corpus.sentences(500, 1), Error);
    const Corpus other = corpusOf("I see {the animal}.\tJe vois {the vehicle}.\t我看见{the animal}。\n");
    QVERIFY_EXCEPTION_THROWN(other.sentences(500, 1), Error);
}

void ClassSentencesTest::noDrawnSentenceHasAnUnfilledPlaceOrALooseArticle()
{
    FolderFiles files(GLASSFORMER_RESOURCES "/world");
    static const QRegularExpression loose("(^| )(de des|de du) "), unfilled("[{}|]|  ");
    for (const Sentence& sentence : Corpus::read(files).sentences(20000, 9))
        for (const std::string& text : sentence.text) {
            const QString read = QString::fromStdString(text);
            QVERIFY2(!read.contains(unfilled), text.c_str());
            QVERIFY2(!loose.match(read).hasMatch(), text.c_str());
        }
}

void ClassSentencesTest::wordsThatLearnersMeetFirstComeMoreOften()
{
    const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    int first = 0, later = 0;
    for (const Sentence& sentence : corpus.sentences(20000, 5)) {
        first += sentence.text[0].find(" box") != std::string::npos ? 1 : 0;
        later += sentence.text[0].find(" crate") != std::string::npos ? 1 : 0;
    }
    QVERIFY(noun("box")->is_first && !noun("crate")->is_first);
    QVERIFY2(later > 0 && first > 2 * later, qPrintable(QStringLiteral("%1, %2").arg(first).arg(later)));
}

void ClassSentencesTest::aFirstWordThatTheWorldLacksIsRefused()
{
    MemoryFiles files = worldFiles();
    files.write("first_words.tsv", files.bytes("first_words.tsv") + "verb\tjuggle\n");
    try {
        const Words read(files);
        QFAIL("accepted");
    } catch (const Error& error) {
        const QString said = QString::fromStdString(error.what());
        QVERIFY2(said.contains(QStringLiteral("juggle")) && said.contains(QStringLiteral("first_words.tsv")),
            qPrintable(said));
    }
}

void ClassSentencesTest::whatIsNeverDoneIsDoneToNone()
{
    static constexpr Frequency never{"never", "jamais", "从来不", true};
    Clause clause = doing(pronoun(Who::He), "eat", "吃");
    clause.frequency = &never;
    clause.object = Nominal{.noun = noun("apple"), .determiner = Determiner::A};
    compare(only(clause), "He never eats an apple.", "Il ne mange jamais de pomme.", "他从来不吃苹果。");
    clause.object->determiner = Determiner::The;
    compare(only(clause), "He never eats the apple.", "Il ne mange jamais la pomme.", "他从来不吃苹果。");
}

void ClassSentencesTest::musicIsNotListenedToInFrenchWithoutDe()
{
    Clause clause = doing(pronoun(Who::He), "listen", "听音乐");
    compare(only(clause), "He listens to music.", "Il écoute de la musique.", "他听音乐。");
    clause.negated = true;
    compare(only(clause), "He doesn't listen to music.", "Il n'écoute pas de musique.", "他不听音乐。");
    Clause waves = doing(pronoun(Who::He), "wave", "挥手");
    waves.negated = true;
    compare(only(waves), "He doesn't wave.", "Il ne salue pas de la main.", "他不挥手。");
}

void ClassSentencesTest::whoWouldLikeToBeSomethingIsNamedInFrench()
{
    Clause clause;
    clause.kind = Clause::Kind::IsA;
    clause.subject = pronoun(Who::She, true);
    clause.modal = Modal::WouldLike;
    clause.object = Nominal{.noun = noun("nurse"), .determiner = Determiner::A};
    clause.object->adjectives = {adjective("good")};
    const auto texts = textsOf(only(clause));
    QCOMPARE(texts[0], QStringLiteral("She would like to be a good nurse."));
    QVERIFY2(texts[1].startsWith(QStringLiteral("Elle voudrait être ")), qPrintable(texts[1]));
}

void ClassSentencesTest::cardsAreManyInEnglish()
{
    Clause clause;
    clause.kind = Clause::Kind::Is;
    clause.subject = {.noun = noun("cards")};
    clause.adjective = adjective("new");
    compare(only(clause), "The cards are new.", "Les cartes sont nouvelles.", "牌很新。");
}

/** 挡住, not 藏起. */
void ClassSentencesTest::vehiclesStandInFrontOfBuildings()
{
    const auto frame = std::find_if(words().frames.begin(), words().frames.end(), [](const Frame& each) {
        return each.verb->english == "hide" && each.subject == "vehicle" && each.object == "building";
    });
    QCOMPARE(QString::fromStdString(frame->verb->chinese), QStringLiteral("挡住"));
}

void ClassSentencesTest::articlesFitTheWordsThatStandForOthers()
{
    static const QRegularExpression wrong("\\b[Aa] (ill|automobile|enormous|amusing|apartment)\\b"
                                          "|\\b[Aa]n (mad|metro|subway|sick|car|funny)\\b");
    int told = 0;
    const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    for (const Sentence& sentence : corpus.sentences(20000, 9)) {
        QVERIFY2(!QString::fromStdString(sentence.text[0]).contains(wrong), sentence.text[0].c_str());
        told += sentence.text[0].find(" an ill ") != std::string::npos ? 1 : 0;
    }
    QVERIFY(told > 0);
}

QTEST_GUILESS_MAIN(ClassSentencesTest)

#include "tst_class_sentences.moc"
