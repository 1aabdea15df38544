#include "core/learn/grammar/composer/told_frames.h"
#include "tests/core/learn/grammar/world_words.h"

using namespace glassformer;
using namespace glassformer::grammar;

namespace {

Clause doing(Nominal subject, const Verb* verb, Tense tense = Tense::Present)
{
    Clause clause;
    clause.subject = std::move(subject);
    clause.verb = verb;
    clause.tense = tense;
    return clause;
}

Clause being(Nominal subject, const char* english, Degree degree = Degree::Plain)
{
    Clause clause;
    clause.kind = Clause::Kind::Is;
    clause.subject = std::move(subject);
    clause.adjective = adjective(english);
    clause.degree = degree;
    return clause;
}

Nominal the(const char* english)
{
    return {.noun = noun(english)};
}

std::shared_ptr<const Clause> shared(Clause clause)
{
    return std::make_shared<const Clause>(std::move(clause));
}

} // namespace

/** Each construction in the three languages, as a teacher of each would write it. */
class ConstructionsTest : public QObject
{
    Q_OBJECT

private slots:
    void whoSuffersADeedAgreesWithItsParticiple();
    void whatSomebodyMadeIsSaidWithShiDeInChinese();
    void qualitiesGrow();
    void tooMuchAndEnoughSayForWhat();
    void deedsAreCompared();
    void deedsBringAboutAQuality();
    void twoDeedsGoOnAtOnce();
    void whatIsAboutToHappenEndsWithLeInChinese();
    void whatWasNeverDoneIsAnExperience();
    void whatIsNotDoneYetSaysYetAtTheEnd();
    void formerHabitsAreImperfect();
    void eitherFollowsTheNegation();
    void qualitiesAreContrasted();
    void soMuchThatHasAnOutcome();
    void chineseSaysFirstWhatInterrupts();
    void somebodyIsKnownByWhatOneWears();
    void placesOfDailyLifeAreSaidAsTheyAre();
    void itIsGivenToHim();
    void theManWhoSingsIsReadAndNotWritten();
    void nobodyWasIsNotDated();
    void directAdjectivesStandNextToTheChineseNoun();
    void trousersAreOneThingAndHolidaysAreMany();
    void whoIsSittingIsSeatedInFrench();
    void pronounsOfPastaAreManyInFrench();
    void adjectivesWithAGapTakeTheirDegreeInside();
};

void ConstructionsTest::whoSuffersADeedAgreesWithItsParticiple()
{
    Clause clause = doing(the("mouse"), verb("eat", "吃"), Tense::Past);
    clause.passive = true;
    clause.agent = the("cat");
    compare(only(clause), "The mouse was eaten by the cat.", "La souris a été mangée par le chat.",
        "老鼠被猫吃了。");
    clause.negated = true;
    compare(only(clause), "The mouse wasn't eaten by the cat.", "La souris n'a pas été mangée par le chat.",
        "老鼠没有被猫吃。");
    clause.negated = false;
    clause.tense = Tense::Future;
    compare(only(clause), "The mouse will be eaten by the cat.", "La souris sera mangée par le chat.",
        "老鼠会被猫吃。");
    clause.tense = Tense::Past;
    clause.asking = Asking::YesNo;
    Utterance asked = only(clause);
    asked.end = '?';
    compare(asked, "Was the mouse eaten by the cat?", "Est-ce que la souris a été mangée par le chat ?",
        "老鼠被猫吃了吗？");
}

void ConstructionsTest::whatSomebodyMadeIsSaidWithShiDeInChinese()
{
    Clause clause = doing(the("letter"), verb("write", "写"), Tense::Past);
    clause.passive = true;
    clause.agent = Nominal{.noun = noun("grandmother"), .determiner = Determiner::My};
    compare(only(clause), "The letter was written by my grandmother.",
        "La lettre a été écrite par ma grand-mère.", "信是我奶奶写的。");
}

void ConstructionsTest::qualitiesGrow()
{
    Clause clause = being(the("girl"), "strong");
    clause.grows = true;
    compare(only(clause), "The girl is getting stronger and stronger.",
        "La fille devient de plus en plus forte.", "女孩越来越强壮。");
    clause.adjective = adjective("tired");
    compare(only(clause), "The girl is getting more and more tired.",
        "La fille devient de plus en plus fatiguée.", "女孩越来越累。");
}

void ConstructionsTest::tooMuchAndEnoughSayForWhat()
{
    Clause clause = being(pronoun(Who::She, true), "tired", Degree::Too);
    clause.purpose = shared(doing(pronoun(Who::You), verb("work", "工作")));
    compare(only(clause), "She is too tired to work.", "Elle est trop fatiguée pour travailler.",
        "她太累了，不能工作。");
    Clause lifts = doing(pronoun(Who::You), verb("lift", "举起"));
    lifts.object = the("box");
    Clause enough = being(pronoun(Who::He), "strong", Degree::Enough);
    enough.purpose = shared(lifts);
    compare(only(enough), "He is strong enough to lift the box.", "Il est assez fort pour soulever la boîte.",
        "他足够强壮，能举起盒子。");
}

void ConstructionsTest::deedsAreCompared()
{
    static const Adverb faster{"faster", "plus vite", "得快"};
    Clause clause = doing(pronoun(Who::He), verb("run", "跑步"));
    clause.manner = &faster;
    clause.than = std::make_shared<const Nominal>(pronoun(Who::I));
    compare(only(clause), "He runs faster than me.", "Il court plus vite que moi.", "他跑得比我快。");
}

void ConstructionsTest::deedsBringAboutAQuality()
{
    static const Verb makes{.english = "make",
        .third = "makes",
        .past = "made",
        .participle = "made",
        .ing = "making",
        .french = "rendre",
        .chinese = "让",
        .flags = {"liking"}};
    Clause clause = doing({.noun = noun("money"), .determiner = Determiner::Generic}, &makes);
    clause.object = Nominal{.noun = noun("people"), .plural = true, .determiner = Determiner::Generic};
    clause.effect = adjective("happy");
    clause.negated = true;
    compare(only(clause), "Money doesn't make people happy.", "L'argent ne rend pas les gens heureux.",
        "钱不会让人们高兴。");
    Clause made = doing(the("letter"), &makes, Tense::Past);
    made.object = pronoun(Who::She, true);
    made.effect = adjective("happy");
    compare(only(made), "The letter made her happy.", "La lettre l'a rendue heureuse.", "信让她很高兴。");
}

void ConstructionsTest::twoDeedsGoOnAtOnce()
{
    Clause clause = doing(pronoun(Who::She, true), verb("cook", "做饭"));
    clause.progressive = true;
    clause.meanwhile = shared(doing(pronoun(Who::You), verb("sing", "唱歌")));
    compare(
        only(clause), "She is cooking while singing.", "Elle cuisine en chantant.", "她一边做饭一边唱歌。");
    clause.meanwhile = shared(doing(pronoun(Who::You), verb("eat", "吃饭")));
    compare(
        only(clause), "She is cooking while eating.", "Elle cuisine en mangeant.", "她一边做饭一边吃饭。");
}

void ConstructionsTest::whatIsAboutToHappenEndsWithLeInChinese()
{
    Clause clause = doing(the("train"), verb("leave", "开走"));
    clause.modal = Modal::AboutTo;
    compare(only(clause), "The train is about to leave.", "Le train est sur le point de partir.",
        "火车就要开走了。");
}

void ConstructionsTest::whatWasNeverDoneIsAnExperience()
{
    static const Frequency never{"never", "jamais", "从来没有", true};
    Clause clause = doing(pronoun(Who::I), verb("see", "看"), Tense::Past);
    clause.perfect = clause.negated = true;
    clause.object = Nominal{.noun = noun("film"), .determiner = Determiner::This};
    compare(only(clause), "I haven't seen this film.", "Je n'ai pas vu ce film.", "我没有看过这部电影。");
    clause.negated = false;
    clause.frequency = &never;
    clause.verb = verb("see", "看见");
    clause.object = Nominal{.noun = noun("lion"), .determiner = Determiner::A};
    compare(only(clause), "I have never seen a lion.", "Je n'ai jamais vu de lion.", "我从来没有见过狮子。");
}

void ConstructionsTest::whatIsNotDoneYetSaysYetAtTheEnd()
{
    static const Frequency yet{"yet", "encore", "还", false, true};
    Clause clause = doing(pronoun(Who::He), verb("eat", "吃饭"), Tense::Past);
    clause.perfect = clause.negated = true;
    clause.frequency = &yet;
    compare(only(clause), "He hasn't eaten yet.", "Il n'a pas encore mangé.", "他还没有吃饭。");
}

void ConstructionsTest::formerHabitsAreImperfect()
{
    Clause clause = doing(pronoun(Who::He), verb("smoke", "抽烟"), Tense::Past);
    clause.modal = Modal::UsedTo;
    compare(only(clause), "He used to smoke.", "Il fumait.", "他以前抽烟。");
}

void ConstructionsTest::eitherFollowsTheNegation()
{
    static const Frequency either{"either", "non plus", "也", false, true};
    Clause clause = doing(pronoun(Who::She, true), verb("sing", "唱歌"));
    clause.negated = true;
    clause.frequency = &either;
    compare(only(clause), "She doesn't sing either.", "Elle ne chante pas non plus.", "她也不唱歌。");
}

void ConstructionsTest::qualitiesAreContrasted()
{
    Clause clause = being(the("film"), "long");
    clause.second = adjective("interesting");
    clause.contrasts = true;
    clause.tense = Tense::Past;
    clause.marks_past = false;
    compare(only(clause), "The film was long but interesting.", "Le film était long mais intéressant.",
        "电影很长，但是很有趣。");
    Clause bit = being(pronoun(Who::She, true), "tired", Degree::ABit);
    compare(only(bit), "She is a bit tired.", "Elle est un peu fatiguée.", "她有点儿累。");
}

void ConstructionsTest::soMuchThatHasAnOutcome()
{
    static constexpr Joint that{"that", "que", "，"};
    Utterance said;
    Clause is = being(pronoun(Who::She, true), "tired", Degree::So);
    is.tense = Tense::Past;
    is.marks_past = false;
    said.add(nullptr, is);
    Clause does = doing(pronoun(Who::She, true), verb("fall", "睡着"), Tense::Past);
    does.is_bare_in_chinese = true;
    said.add(&that, does);
    compare(said, "She was so tired that she fell asleep.", "Elle était si fatiguée qu'elle s'est endormie.",
        "她太累了，睡着了。");
}

void ConstructionsTest::chineseSaysFirstWhatInterrupts()
{
    static constexpr Joint when{"when", "quand", "的时候，"};
    Clause plays = doing(pronoun(Who::They), verb("play", "打"), Tense::Past);
    plays.object = Nominal{.noun = noun("cards"), .determiner = Determiner::Generic};
    plays.progressive = true;
    plays.marks_past = false;
    Clause arrives = doing(pronoun(Who::We), verb("arrive", "到"), Tense::Past);
    arrives.is_within = true;
    arrives.marks_past = false;
    Utterance said;
    said.turns_in_chinese = true;
    said.add(nullptr, plays);
    said.add(&when, arrives);
    compare(said, "They were playing cards when we arrived.",
        "Ils jouaient aux cartes quand nous sommes arrivés.", "我们到的时候，他们正在打牌。");
}

void ConstructionsTest::somebodyIsKnownByWhatOneWears()
{
    Nominal girl = the("girl");
    girl.wearing =
        std::make_shared<const Nominal>(Nominal{.noun = noun("hat"), .adjectives = {adjective("red")}});
    Clause clause = doing(girl, verb("sing", "唱歌"));
    compare(only(clause), "The girl with the red hat sings.", "La fille au chapeau rouge chante.",
        "戴红帽子的女孩唱歌。");
    girl.wearing =
        std::make_shared<const Nominal>(Nominal{.noun = noun("glasses"), .determiner = Determiner::Generic});
    clause.subject = girl;
    compare(
        only(clause), "The girl with glasses sings.", "La fille aux lunettes chante.", "戴眼镜的女孩唱歌。");
}

void ConstructionsTest::placesOfDailyLifeAreSaidAsTheyAre()
{
    grammar::Place station;
    station.where = Where::At;
    station.ground = the("station");
    Clause waits =
        doing({.noun = noun("friend"), .plural = true, .determiner = Determiner::My}, verb("wait", "等待"));
    waits.progressive = true;
    waits.place = std::make_shared<const grammar::Place>(station);
    compare(only(waits), "My friends are waiting at the station.", "Mes amis attendent à la gare.",
        "我的朋友们正在车站等待。");
    grammar::Place sky;
    sky.ground = the("sky");
    Clause flies = doing(the("bird"), verb("fly", "飞"));
    flies.progressive = true;
    flies.place = std::make_shared<const grammar::Place>(sky);
    compare(only(flies), "The bird is flying in the sky.", "L'oiseau vole dans le ciel.", "鸟正在天上飞。");
    grammar::Place board;
    board.where = Where::OnBoard;
    Clause writes = doing(the("teacher"), verb("write", "写"), Tense::Past);
    writes.object = Nominal{.noun = noun("word"), .determiner = Determiner::A};
    writes.place = std::make_shared<const grammar::Place>(board);
    compare(only(writes), "The teacher wrote a word on the board.",
        "Le professeur a écrit un mot au tableau.", "老师在黑板上写了一个词。");
}

void ConstructionsTest::itIsGivenToHim()
{
    Clause clause = doing(pronoun(Who::She, true), verb("give", "给"), Tense::Past);
    clause.object = pronoun(Who::It, true);
    clause.recipient = pronoun(Who::He);
    compare(only(clause), "She gave it to him.", "Elle la lui a donnée.", "她把它给了他。");
    clause.recipient = pronoun(Who::I);
    compare(only(clause), "She gave it to me.", "Elle me l'a donnée.", "她把它给了我。");
}

void ConstructionsTest::theManWhoSingsIsReadAndNotWritten()
{
    Nominal man = the("man");
    man.relative = shared(doing(the("man"), verb("sing", "唱歌")));
    Utterance said = only(doing(man, verb("dance", "跳舞")));
    said.is_casual = true;
    const Sentence sentence = tell(said, FrenchVerbs(words().conjugations));
    QCOMPARE(sentence.text[0], std::string("The man who sings dances."));
    QVERIFY(!sentence.is_usual[0]);
}

void ConstructionsTest::nobodyWasIsNotDated()
{
    static const Name nobody{"nobody", "没有人", "personne", false, true};
    Nominal subject;
    subject.name = &nobody;
    Clause clause = being(subject, "tired");
    clause.tense = Tense::Past;
    compare(only(clause), "Nobody was tired.", "Personne n'était fatigué.", "没有人很累。");
}

void ConstructionsTest::directAdjectivesStandNextToTheChineseNoun()
{
    Nominal lagoon{.noun = noun("lagoon"), .adjectives = {adjective("big"), adjective("beautiful")}};
    Clause clause = being(lagoon, "clean");
    QCOMPARE(textsOf(only(clause))[2], QString("美丽的大泻湖很干净。"));
}

void ConstructionsTest::trousersAreOneThingAndHolidaysAreMany()
{
    Clause buys = doing(pronoun(Who::I), verb("buy", "买"), Tense::Past);
    buys.object = Nominal{.noun = noun("trousers"), .determiner = Determiner::A};
    compare(only(buys), "I bought some trousers.", "J'ai acheté un pantalon.", "我买了一条裤子。");
    buys.object = Nominal{.noun = noun("holiday"), .determiner = Determiner::A};
    QCOMPARE(textsOf(only(buys))[1], QString("J'ai acheté des vacances."));
}

void ConstructionsTest::whoIsSittingIsSeatedInFrench()
{
    Clause clause = doing({.noun = noun("hen"), .plural = true}, verb("sit", "坐在~上"));
    clause.object = the("chair");
    clause.progressive = true;
    compare(only(clause), "The hens are sitting on the chair.", "Les poules sont assises sur la chaise.",
        "那些母鸡正坐在椅子上。");
    clause.progressive = false;
    QCOMPARE(textsOf(only(clause))[1], QString("Les poules s'asseyent sur la chaise."));
}

void ConstructionsTest::pronounsOfPastaAreManyInFrench()
{
    static constexpr Joint stop{".", ".", "。"};
    const auto two = [](const char* what, const char* quality) {
        Clause sees = doing(pronoun(Who::I), verb("buy", "买"), Tense::Past);
        sees.object = the(what);
        Clause eats = doing(pronoun(Who::I), verb("want", "想要"));
        eats.object = pronounFor(the(what));
        Utterance said;
        said.add(nullptr, sees);
        said.add(&stop, eats);
        Clause is = being(pronounFor(the(what)), quality);
        said.add(&stop, is);
        return said;
    };
    compare(two("pasta", "good"), "I bought the pasta. I want it. It is good.",
        "J'ai acheté les pâtes. Je les veux. Elles sont bonnes.", "我买了意大利面。我想要它。它很好。");
    compare(two("trousers", "new"), "I bought the trousers. I want them. They are new.",
        "J'ai acheté le pantalon. Je le veux. Il est nouveau.", "我买了裤子。我想要它。它很新。");
}

void ConstructionsTest::adjectivesWithAGapTakeTheirDegreeInside()
{
    Clause clause = being(the("street"), "dusty", Degree::Too);
    compare(only(clause), "The street is too dusty.", "La rue est trop poussiéreuse.", "马路灰尘太多了。");
    clause.degree = Degree::Plain;
    clause.negated = true;
    QCOMPARE(textsOf(only(clause))[2], QString("马路灰尘不多。"));
}

QTEST_GUILESS_MAIN(ConstructionsTest)

#include "tst_constructions.moc"
