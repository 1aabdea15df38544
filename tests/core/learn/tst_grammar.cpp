#include "core/error.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/bytes/memory_files.h"
#include "core/learn/grammar/composer/composer.h"
#include "core/learn/grammar/composer/told_frames.h"
#include "core/learn/grammar/numerals.h"
#include "tests/core/learn/grammar/world_words.h"

#include <QtTest>

using namespace glassformer;
using namespace glassformer::grammar;

namespace {

/** "The animal didn't cross the street because it was too tired." and its twin with "wide". */
Twin streetTwin()
{
    const auto frame = std::find_if(words().frames.begin(), words().frames.end(), [](const Frame& each) {
        return each.verb->english == "cross" && each.subject == "animal" && each.object == "road"
            && each.negated;
    });
    ToldFrame told{&*frame, {.noun = noun("animal")}, {.noun = noun("street")}};
    const FrenchVerbs verbs(words().conjugations);
    told.cue = adjective("tired");
    const Sentence of_subject = tell(utteranceOf(told), verbs);
    told.subject_is_meant = false;
    told.cue = adjective("wide");
    return {of_subject, tell(utteranceOf(told), verbs)};
}

} // namespace

/** Forms as grammars print them (Bescherelle; Li and Thompson, Mandarin Chinese), sentences as a teacher would say them. */
class GrammarTest : public QObject
{
    Q_OBJECT

private slots:
    void frenchVerbsHaveTheFormsOfTheGrammars_data();
    void frenchVerbsHaveTheFormsOfTheGrammars();
    void numbersAreSaidInThreeLanguages_data();
    void numbersAreSaidInThreeLanguages();
    void everyVerbOfTheLexiconIsRegularOrInTheTable();
    void articlesElideAndContract();
    void pastsAgreeWithWhoCame();
    void objectsThatArePronounsStandBeforeTheVerb();
    void questionsAskInThreeLanguages();
    void feelingsAreHadInFrench();
    void comparisonsKnowBetter();
    void existenceIsDenied();
    void giftsHaveAReceiver();
    void relativeClausesStandBeforeTheChineseNoun();
    void wishesAndDutiesStandBeforeTheVerb_data();
    void wishesAndDutiesStandBeforeTheVerb();
    void habitsStandBesideTheVerb_data();
    void habitsStandBesideTheVerb();
    void whatIsPointedAtIsNamed();
    void twoThatAreJoinedAreMany();
    void agesAndEqualsAndPairsAreSaid();
    void moreIsAsked();
    void theObjectOfARelativeClauseAgrees();
    void companyAndPlaceStandBehindTheChineseMark();
    void letsIsSaidToUs();
    void whatBelongsToAThingIsOfIt();
    void otherWordsAreUnderstoodAndNotWritten();
    void wordsKnowWhatTheyAreToEachOther();
    void aUseThatNoNounFitsIsRefused();
    void storiesGoOnAboutWhoWasNamed();
    void aTwinDiffersInItsCueAlone();
    void twinsOfPersonsAreToldApartByThePronounInEveryLanguage();
    void nounsAndAdjectiveOfATwinAreFoundInEveryLanguage();
    void alignedWordsSayTheSame();
    void theSameSeedSaysTheSame();
    void heldOutPairsAreNeverTrained();
};

void GrammarTest::frenchVerbsHaveTheFormsOfTheGrammars_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("expected");
    const FrenchVerbs verbs(words().conjugations);
    const auto row = [](const char* name, const std::string& form, const char* expected) {
        QTest::newRow(name) << QString::fromStdString(form) << QString::fromUtf8(expected);
    };
    row("mangeons", verbs.present("manger", 3), "mangeons");
    row("lançons", verbs.present("lancer", 3), "lançons");
    row("achète", verbs.present("acheter", 2), "achète");
    row("achetons", verbs.present("acheter", 3), "achetons");
    row("appelles", verbs.present("appeler", 1), "appelles");
    row("espère", verbs.present("espérer", 2), "espère");
    row("espérera", verbs.future("espérer", 2), "espérera");
    row("nettoie", verbs.present("nettoyer", 2), "nettoie");
    row("lèvera", verbs.future("lever", 2), "lèvera");
    row("finissent", verbs.present("finir", 5), "finissent");
    row("attend", verbs.present("attendre", 2), "attend");
    row("attendra", verbs.future("attendre", 2), "attendra");
    row("fasse", verbs.present("faire", 4), "faites");
    row("verrons", verbs.future("voir", 3), "verrons");
    row("était", verbs.imperfect("être", 2), "était");
    row("mangions", verbs.imperfect("manger", 3), "mangions");
    row("mangeait", verbs.imperfect("manger", 2), "mangeait");
    row("lancions", verbs.imperfect("lancer", 3), "lancions");
    row("voyait", verbs.imperfect("voir", 2), "voyait");
    row("devrait", verbs.conditional("devoir", 2), "devrait");
    row("vendu", verbs.participle("vendre"), "vendu");
    row("choisi", verbs.participle("choisir"), "choisi");
    row("mange!", verbs.imperative("manger"), "mange");
    row("ouvre!", verbs.imperative("ouvrir"), "ouvre");
    row("prends!", verbs.imperative("prendre"), "prends");
    row("va!", verbs.imperative("aller"), "va");
}

void GrammarTest::frenchVerbsHaveTheFormsOfTheGrammars()
{
    QFETCH(QString, form);
    QTEST(form, "expected");
}

void GrammarTest::numbersAreSaidInThreeLanguages_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("french");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("2") << 2 << "two"
                       << "deux"
                       << "两";
    QTest::newRow("12") << 12 << "twelve"
                        << "douze"
                        << "十二";
    QTest::newRow("21") << 21 << "twenty-one"
                        << "vingt et un"
                        << "二十一";
    QTest::newRow("70") << 70 << "seventy"
                        << "soixante-dix"
                        << "七十";
    QTest::newRow("71") << 71 << "seventy-one"
                        << "soixante et onze"
                        << "七十一";
    QTest::newRow("80") << 80 << "eighty"
                        << "quatre-vingts"
                        << "八十";
    QTest::newRow("81") << 81 << "eighty-one"
                        << "quatre-vingt-un"
                        << "八十一";
    QTest::newRow("99") << 99 << "ninety-nine"
                        << "quatre-vingt-dix-neuf"
                        << "九十九";
    QTest::newRow("100") << 100 << "a hundred"
                         << "cent"
                         << "一百";
}

void GrammarTest::numbersAreSaidInThreeLanguages()
{
    QFETCH(int, number);
    QTEST(QString::fromStdString(englishNumber(number)), "english");
    QTEST(QString::fromStdString(frenchNumber(number)), "french");
    QTEST(QString::fromStdString(chineseNumber(number)), "chinese");
}

void GrammarTest::everyVerbOfTheLexiconIsRegularOrInTheTable()
{
    // Of the verbs in -ir and -re only these follow the second and third group without exception.
    const QStringList regular{"nourrir", "vendre", "grandir", "entendre", "finir", "attendre", "perdre",
        "choisir", "mordre", "répondre", "réussir"};
    for (const Verb& each : words().verbs) {
        const QString infinitive = QString::fromStdString(each.french);
        const bool known = infinitive.endsWith(QStringLiteral("er")) || regular.contains(infinitive)
            || words().conjugations.count(each.french);
        QVERIFY2(known, each.french.c_str());
    }
}

void GrammarTest::articlesElideAndContract()
{
    Clause clause;
    clause.verb = verb("play", "踢");
    clause.subject = {.noun = noun("child"), .plural = true};
    clause.object = Nominal{.noun = noun("football"), .determiner = Determiner::Generic};
    clause.progressive = true;
    compare(only(clause), "The children are playing football.", "Les enfants jouent au football.",
        "孩子们正在踢足球。");

    Clause place;
    place.kind = Clause::Kind::IsAt;
    place.subject = {.noun = noun("owl")};
    place.place =
        std::make_shared<const grammar::Place>(grammar::Place{Where::Near, {.noun = noun("island")}});
    compare(only(place), "The owl is near the island.", "Le hibou est près de l'île.", "猫头鹰在岛附近。");
}

void GrammarTest::pastsAgreeWithWhoCame()
{
    Clause clause;
    clause.verb = verb("arrive", "到");
    clause.subject = {.noun = noun("girl"), .plural = true};
    clause.tense = Tense::Past;
    compare(only(clause), "The girls arrived.", "Les filles sont arrivées.", "女孩们到了。");
    clause.negated = true;
    compare(only(clause), "The girls didn't arrive.", "Les filles ne sont pas arrivées.", "女孩们没有到。");
}

void GrammarTest::objectsThatArePronounsStandBeforeTheVerb()
{
    Clause clause;
    clause.verb = verb("buy", "买");
    clause.subject = pronoun(Who::She, true);
    Nominal them = pronoun(Who::They, true);
    them.stands_for_person = false;
    clause.object = them;
    clause.tense = Tense::Past;
    compare(only(clause), "She bought them.", "Elle les a achetées.", "她买了它们。");
}

void GrammarTest::questionsAskInThreeLanguages()
{
    Clause clause;
    clause.verb = verb("open", "打开");
    clause.subject = pronoun(Who::He);
    clause.object = Nominal{.noun = noun("door")};
    clause.tense = Tense::Past;
    clause.asking = Asking::Who;
    Utterance who = only(clause);
    who.end = '?';
    compare(who, "Who opened the door?", "Qui a ouvert la porte ?", "谁打开了门？");

    Clause where;
    where.kind = Clause::Kind::IsAt;
    where.subject = {.noun = noun("book")};
    where.place = std::make_shared<const grammar::Place>();
    where.asking = Asking::Where;
    Utterance asked = only(where);
    asked.end = '?';
    compare(asked, "Where is the book?", "Où est le livre ?", "书在哪里？");
}

void GrammarTest::feelingsAreHadInFrench()
{
    Clause clause;
    clause.kind = Clause::Kind::Is;
    clause.subject = pronoun(Who::I);
    clause.adjective = adjective("hungry");
    clause.degree = Degree::Very;
    compare(only(clause), "I am very hungry.", "J'ai très faim.", "我非常饿。");
}

void GrammarTest::comparisonsKnowBetter()
{
    Clause clause;
    clause.kind = Clause::Kind::Is;
    clause.more = true;
    clause.subject = {.noun = noun("pear"), .plural = true};
    clause.adjective = adjective("good");
    clause.than = std::make_shared<const Nominal>(Nominal{.noun = noun("apple"), .plural = true});
    compare(only(clause), "The pears are better than the apples.",
        "Les poires sont meilleures que les pommes.", "那些梨比那些苹果好。");
}

void GrammarTest::existenceIsDenied()
{
    Clause clause;
    clause.kind = Clause::Kind::Exists;
    clause.object = Nominal{.noun = noun("mouse"), .determiner = Determiner::A};
    clause.place =
        std::make_shared<const grammar::Place>(grammar::Place{Where::Under, {.noun = noun("table")}});
    compare(only(clause), "There is a mouse under the table.", "Il y a une souris sous la table.",
        "桌子下面有一只老鼠。");
    clause.negated = true;
    compare(only(clause), "There isn't a mouse under the table.", "Il n'y a pas de souris sous la table.",
        "桌子下面没有老鼠。");
}

void GrammarTest::giftsHaveAReceiver()
{
    Clause clause;
    clause.verb = verb("give", "给");
    clause.subject = {.noun = noun("girl")};
    clause.object = Nominal{.noun = noun("bone"), .determiner = Determiner::A};
    clause.recipient = Nominal{.noun = noun("dog")};
    clause.tense = Tense::Past;
    compare(only(clause), "The girl gave the dog a bone.", "La fille a donné un os au chien.",
        "女孩给了狗一根骨头。");
}

void GrammarTest::relativeClausesStandBeforeTheChineseNoun()
{
    Clause chases;
    chases.verb = verb("chase", "追赶");
    chases.subject = {.noun = noun("dog")};
    chases.object = Nominal{.noun = noun("cat")};
    chases.tense = Tense::Past;
    Clause clause;
    clause.kind = Clause::Kind::Is;
    clause.subject = {.noun = noun("dog")};
    clause.subject.relative = std::make_shared<const Clause>(chases);
    clause.adjective = adjective("tired");
    clause.tense = Tense::Past;
    clause.marks_past = false;
    compare(only(clause), "The dog that chased the cat was tired.",
        "Le chien qui a poursuivi le chat était fatigué.", "追赶猫的狗很累。");
}

void GrammarTest::wishesAndDutiesStandBeforeTheVerb_data()
{
    QTest::addColumn<int>("modal");
    QTest::addColumn<int>("tense");
    QTest::addColumn<bool>("negated");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("french");
    QTest::addColumn<QString>("chinese");
    const auto row = [](Modal modal, Tense tense, bool negated, const char* english, const char* french,
                         const char* chinese) {
        QTest::newRow(english) << static_cast<int>(modal) << static_cast<int>(tense) << negated
                               << QString::fromUtf8(english) << QString::fromUtf8(french)
                               << QString::fromUtf8(chinese);
    };
    row(Modal::Like, Tense::Present, false, "She likes to swim.", "Elle aime nager.", "她喜欢游泳。");
    row(Modal::Like, Tense::Present, true, "She doesn't like to swim.", "Elle n'aime pas nager.",
        "她不喜欢游泳。");
    row(Modal::HaveTo, Tense::Past, false, "She had to swim.", "Elle a dû nager.", "她不得不游泳。");
    row(Modal::Need, Tense::Present, true, "She doesn't need to swim.", "Elle n'a pas besoin de nager.",
        "她不需要游泳。");
    row(Modal::GoingTo, Tense::Present, false, "She is going to swim.", "Elle va nager.", "她要游泳。");
    row(Modal::WouldLike, Tense::Present, false, "She would like to swim.", "Elle voudrait nager.",
        "她想游泳。");
    row(Modal::Start, Tense::Past, false, "She started to swim.", "Elle a commencé à nager.", "她开始游泳。");
    row(Modal::Can, Tense::Past, true, "She couldn't swim.", "Elle n'a pas pu nager.", "她没能游泳。");
}

void GrammarTest::wishesAndDutiesStandBeforeTheVerb()
{
    QFETCH(int, modal);
    QFETCH(int, tense);
    QFETCH(bool, negated);
    Clause clause;
    clause.verb = verb("swim", "游泳");
    clause.subject = pronoun(Who::She, true);
    clause.modal = static_cast<Modal>(modal);
    clause.tense = static_cast<Tense>(tense);
    clause.negated = negated;
    const auto texts = textsOf(only(clause));
    QTEST(texts[0], "english");
    QTEST(texts[1], "french");
    QTEST(texts[2], "chinese");
}

void GrammarTest::habitsStandBesideTheVerb_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("french");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("always") << "He always sings."
                            << "Il chante toujours."
                            << "他总是唱歌。";
    QTest::newRow("never") << "He never sings."
                           << "Il ne chante jamais."
                           << "他从来不唱歌。";
    QTest::newRow("also") << "He also sings."
                          << "Il chante aussi."
                          << "他也唱歌。";
}

void GrammarTest::habitsStandBesideTheVerb()
{
    static constexpr Frequency always{"always", "toujours", "总是"}, never{"never", "jamais", "从来不", true},
        also{"also", "aussi", "也"};
    const QByteArray name = QTest::currentDataTag();
    Clause clause;
    clause.verb = verb("sing", "唱歌");
    clause.subject = pronoun(Who::He);
    clause.frequency = name == "always" ? &always : name == "never" ? &never : &also;
    const auto texts = textsOf(only(clause));
    QTEST(texts[0], "english");
    QTEST(texts[1], "french");
    QTEST(texts[2], "chinese");
}

void GrammarTest::whatIsPointedAtIsNamed()
{
    Clause clause;
    clause.kind = Clause::Kind::IsA;
    clause.subject = pronoun(Who::This);
    clause.object = Nominal{.noun = noun("book"), .determiner = Determiner::My};
    compare(only(clause), "This is my book.", "C'est mon livre.", "这是我的书。");
    clause.subject = pronoun(Who::That);
    clause.subject.plural = true;
    clause.object =
        Nominal{.noun = noun("apple"), .plural = true, .determiner = Determiner::A, .is_kind = true};
    compare(only(clause), "Those are apples.", "Ce sont des pommes.", "那些是苹果。");
}

void GrammarTest::twoThatAreJoinedAreMany()
{
    Clause clause;
    clause.verb = verb("arrive", "到");
    clause.subject = {.noun = noun("girl")};
    clause.subject.joined = std::make_shared<const Nominal>(Nominal{.noun = noun("boy")});
    clause.tense = Tense::Past;
    compare(only(clause), "The girl and the boy arrived.", "La fille et le garçon sont arrivés.",
        "女孩和男孩到了。");
}

void GrammarTest::agesAndEqualsAndPairsAreSaid()
{
    Clause aged;
    aged.kind = Clause::Kind::IsAged;
    aged.subject = {.noun = noun("boy")};
    aged.years = 10;
    compare(only(aged), "The boy is ten years old.", "Le garçon a dix ans.", "男孩十岁。");

    Clause is;
    is.kind = Clause::Kind::Is;
    is.subject = {.noun = noun("river")};
    is.adjective = adjective("wide");
    is.second = adjective("deep");
    compare(only(is), "The river is wide and deep.", "La rivière est large et profonde.", "河又宽又深。");
    is.second = nullptr;
    is.equal = true;
    is.than = std::make_shared<const Nominal>(Nominal{.noun = noun("street")});
    compare(only(is), "The river is as wide as the street.", "La rivière est aussi large que la rue.",
        "河和马路一样宽。");

    Clause easy;
    easy.kind = Clause::Kind::IsTo;
    easy.adjective = adjective("easy");
    Clause deed;
    deed.verb = verb("read", "读");
    deed.object = Nominal{.noun = noun("book"), .determiner = Determiner::This};
    easy.deed = std::make_shared<const Clause>(deed);
    compare(
        only(easy), "It is easy to read this book.", "Il est facile de lire ce livre.", "读这本书很容易。");
}

void GrammarTest::moreIsAsked()
{
    Clause many;
    many.kind = Clause::Kind::Exists;
    many.object = Nominal{.noun = noun("cat"), .plural = true, .determiner = Determiner::Generic};
    many.place = std::make_shared<const grammar::Place>(grammar::Place{Where::In, {.noun = noun("garden")}});
    many.asking = Asking::HowMany;
    Utterance asked = only(many);
    asked.end = '?';
    compare(asked, "How many cats are there in the garden?", "Combien de chats y a-t-il dans le jardin ?",
        "花园里有几只猫？");

    Clause bought;
    bought.verb = verb("buy", "买");
    bought.subject = pronoun(Who::He);
    bought.object = Nominal{.noun = noun("apple"), .plural = true, .determiner = Determiner::Generic};
    bought.tense = Tense::Past;
    bought.asking = Asking::HowMany;
    Utterance apples = only(bought);
    apples.end = '?';
    compare(apples, "How many apples did he buy?", "Combien de pommes est-ce qu'il a achetées ?",
        "他买了几个苹果？");

    Clause is;
    is.kind = Clause::Kind::IsA;
    is.subject = {.noun = noun("woman"), .determiner = Determiner::That};
    is.asking = Asking::WhoIs;
    Utterance who = only(is);
    who.end = '?';
    compare(who, "Who is that woman?", "Qui est cette femme ?", "那个女人是谁？");
}

void GrammarTest::theObjectOfARelativeClauseAgrees()
{
    Clause read;
    read.verb = verb("buy", "买");
    read.subject = pronoun(Who::I);
    read.object = Nominal{.noun = noun("apple"), .plural = true};
    read.tense = Tense::Past;
    read.lacks_object = true;
    Clause clause;
    clause.kind = Clause::Kind::Is;
    clause.subject = {.noun = noun("apple"), .plural = true};
    clause.subject.relative = std::make_shared<const Clause>(read);
    clause.adjective = adjective("red");
    compare(only(clause), "The apples that I bought are red.", "Les pommes que j'ai achetées sont rouges.",
        "我买的那些苹果是红色的。");
}

void GrammarTest::companyAndPlaceStandBehindTheChineseMark()
{
    Clause clause;
    clause.verb = verb("play", "玩耍");
    clause.subject = pronoun(Who::We);
    clause.place = std::make_shared<const grammar::Place>(grammar::Place{Where::In, {.noun = noun("park")}});
    clause.tense = Tense::Future;
    clause.company = Nominal{.noun = noun("friend"), .determiner = Determiner::My};
    compare(only(clause), "We will play with my friend in the park.",
        "Nous jouerons avec mon ami dans le parc.", "我们将会和我的朋友一起在公园里玩耍。");
    clause.company.reset();
    clause.tense = Tense::Present;
    clause.progressive = true;
    compare(only(clause), "We are playing in the park.", "Nous jouons dans le parc.", "我们正在公园里玩耍。");
}

void GrammarTest::letsIsSaidToUs()
{
    Clause clause;
    clause.verb = verb("play", "踢");
    clause.subject = pronoun(Who::We);
    clause.object = Nominal{.noun = noun("football"), .determiner = Determiner::Generic};
    clause.commanded = true;
    compare(only(clause), "Let's play football.", "Jouons au football.", "我们踢足球吧。");
}

void GrammarTest::whatBelongsToAThingIsOfIt()
{
    Clause clause;
    clause.kind = Clause::Kind::Is;
    clause.subject = {.noun = noun("door"), .determiner = Determiner::Owner};
    clause.subject.owner = std::make_shared<const Nominal>(Nominal{.noun = noun("house")});
    clause.adjective = adjective("open");
    compare(only(clause), "The door of the house is open.", "La porte de la maison est ouverte.",
        "房子的门开着。");
}

void GrammarTest::otherWordsAreUnderstoodAndNotWritten()
{
    Clause clause;
    clause.kind = Clause::Kind::IsAt;
    clause.subject = {.noun = noun("cat")};
    clause.place = std::make_shared<const grammar::Place>(grammar::Place{Where::On, {.noun = noun("sofa")}});
    Utterance said = only(clause);
    bool varied = false;
    for (said.synonyms_seed = 1; said.synonyms_seed < 20; ++said.synonyms_seed) {
        const Sentence sentence = tell(said, FrenchVerbs(words().conjugations), &words().synonyms);
        const bool is_couch = sentence.text[0] == "The cat is on the couch.";
        QVERIFY(is_couch || sentence.text[0] == "The cat is on the sofa.");
        QCOMPARE(sentence.is_usual[0], !is_couch);
        QCOMPARE(QString::fromStdString(sentence.text[1]), QStringLiteral("Le chat est sur le canapé."));
        varied = varied || is_couch;
    }
    QVERIFY(varied);
}

void GrammarTest::wordsKnowWhatTheyAreToEachOther()
{
    Clause clause;
    clause.verb = verb("chase", "追赶");
    clause.subject = {.noun = noun("dog"), .adjectives = {adjective("tired")}};
    clause.object = Nominal{.noun = noun("cat"), .determiner = Determiner::A};
    clause.tense = Tense::Past;
    clause.negated = true;
    const Sentence sentence = tell(only(clause), FrenchVerbs(words().conjugations));
    QCOMPARE(QString::fromStdString(sentence.text[0]), QStringLiteral("The tired dog didn't chase a cat."));
    QStringList said;
    for (const WordRelation& relation : sentence.relations) {
        const auto word = [&sentence](const TextSpan& span) {
            return QString::fromStdString(sentence.text[0].substr(span.begin, span.end - span.begin));
        };
        said.append(QStringLiteral("%1: %2 %3")
                        .arg(QLatin1String(roleName(relation.role)), word(relation.from), word(relation.to)));
    }
    said.sort();
    const QStringList expected{"adjective to noun: tired dog", "auxiliary to verb: didn't chase",
        "determiner to noun: The dog", "determiner to noun: a cat", "noun to adjective: dog tired",
        "noun to determiner: cat a", "noun to determiner: dog The", "object to verb: cat chase",
        "subject to verb: dog chase", "verb to auxiliary: chase didn't", "verb to object: chase cat",
        "verb to subject: chase dog"};
    QCOMPARE(said, expected);
}

void GrammarTest::aUseThatNoNounFitsIsRefused()
{
    MemoryFiles files = worldFiles();
    const std::string verbs = files.bytes("verbs.tsv");
    files.write("verbs.tsv",
        verbs
            + "juggle\tjuggles\tjuggled\tjuggled\tjuggling\t-\tjongler\t-\t-\t杂耍\t-\t-\t"
              "person>object:unheard\n");
    try {
        const Words read(files);
        QFAIL("accepted");
    } catch (const Error& error) {
        const QString said = QString::fromStdString(error.what());
        QVERIFY2(
            said.contains(QStringLiteral("object:unheard")) && said.contains(QStringLiteral("verbs.tsv")),
            qPrintable(said));
    }
}

void GrammarTest::storiesGoOnAboutWhoWasNamed()
{
    const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    int with_pronoun = 0;
    for (const Sentence& story : corpus.stories(200, 4)) {
        const QStringList english = QString::fromStdString(story.text[0]).split(QStringLiteral(". "));
        const QStringList french = QString::fromStdString(story.text[1]).split(QStringLiteral(". "));
        const QStringList chinese =
            QString::fromStdString(story.text[2]).split(QStringLiteral("。"), Qt::SkipEmptyParts);
        QVERIFY2(english.size() >= 3 && english.size() <= 7, qPrintable(english.join(u'|')));
        QCOMPARE(french.size(), english.size());
        QCOMPARE(chinese.size(), english.size());
        if (!english[0].startsWith(QStringLiteral("There was"))
            || english[1].startsWith(QStringLiteral("H")) == false)
            continue;
        // He or she, in all three languages; "Her father" and "His mother" tell the same.
        const bool is_she = english[1].startsWith(QStringLiteral("Her"));
        const bool is_he =
            english[1].startsWith(QStringLiteral("He ")) || english[1].startsWith(QStringLiteral("His"));
        QVERIFY2(is_she != is_he, qPrintable(english[1]));
        QCOMPARE(chinese[1].startsWith(is_she ? QStringLiteral("她") : QStringLiteral("他")), true);
        ++with_pronoun;
    }
    QVERIFY(with_pronoun > 20);
    const std::vector<Sentence> again = corpus.stories(3, 4);
    QCOMPARE(again[2].text, corpus.stories(3, 4)[2].text);
}

void GrammarTest::aTwinDiffersInItsCueAlone()
{
    const Twin twin = streetTwin();
    QCOMPARE(QString::fromStdString(twin[0].text[0]),
        QStringLiteral("The animal didn't cross the street because it was too tired."));
    QCOMPARE(QString::fromStdString(twin[0].text[1]),
        QStringLiteral("L'animal n'a pas traversé la rue parce qu'il était trop fatigué."));
    QCOMPARE(QString::fromStdString(twin[1].text[1]),
        QStringLiteral("L'animal n'a pas traversé la rue parce qu'elle était trop large."));
    QCOMPARE(QString::fromStdString(twin[1].text[2]), QStringLiteral("动物没有穿过马路，因为它太宽了。"));
}

void GrammarTest::alignedWordsSayTheSame()
{
    const Sentence sentence = streetTwin()[1];
    const auto said = [&sentence](const WordLink& link, std::size_t language) {
        return QString::fromStdString(
            sentence.text[language].substr(link[language].begin, link[language].end - link[language].begin));
    };
    QCOMPARE(said(sentence.pronoun, 0), QStringLiteral("it"));
    QCOMPARE(said(sentence.pronoun, 1), QStringLiteral("elle"));
    QCOMPARE(said(sentence.pronoun, 2), QStringLiteral("它"));
    QCOMPARE(said(sentence.antecedent, 0), QStringLiteral("street"));
    QCOMPARE(said(sentence.antecedent, 1), QStringLiteral("rue"));
    QCOMPARE(said(sentence.rival, 2), QStringLiteral("动物"));
    QCOMPARE(said(sentence.cue, 1), QStringLiteral("large"));
}

void GrammarTest::theSameSeedSaysTheSame()
{
    const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    const std::vector<Sentence> one = corpus.sentences(200, 5), other = corpus.sentences(200, 5);
    for (std::size_t i = 0; i < one.size(); ++i) {
        QCOMPARE(one[i].text, other[i].text);
        for (const std::string& text : one[i].text)
            QVERIFY2(!text.empty() && text.find("  ") == std::string::npos
                    && text.find('~') == std::string::npos && text.find('{') == std::string::npos,
                text.c_str());
    }
}

void GrammarTest::twinsOfPersonsAreToldApartByThePronounInEveryLanguage()
{
    const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    const std::array<std::array<const char*, 3>, 2> pronouns{{{"he", "il", "他"}, {"she", "elle", "她"}}};
    for (const Twin& twin : corpus.twins(TwinSet::HeldOutPerson, 50, 3))
        for (const Sentence& sentence : twin)
            for (std::size_t language = 0; language < 3; ++language) {
                const auto& [begin, end] = sentence.pronoun[language];
                const std::string said = sentence.text[language].substr(begin, end - begin);
                QCOMPARE(said, pronouns[sentence.feminine ? 1 : 0][language]);
            }
}

void GrammarTest::nounsAndAdjectiveOfATwinAreFoundInEveryLanguage()
{
    const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    for (const TwinSet set : {TwinSet::HeldOutPair, TwinSet::HeldOutRole, TwinSet::HeldOutPerson})
        for (const Twin& twin : corpus.twins(set, 60, 3))
            for (const Sentence& sentence : twin)
                for (std::size_t language = 0; language < language_count; ++language)
                    for (const WordLink* link :
                        {&sentence.pronoun, &sentence.antecedent, &sentence.rival, &sentence.cue})
                        QVERIFY2(
                            (*link)[language].end > (*link)[language].begin, sentence.text[language].c_str());
}

void GrammarTest::heldOutPairsAreNeverTrained()
{
    const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    for (const Sentence& sentence : corpus.sentences(3000, 11)) {
        if (sentence.kind != SentenceKind::ClassTwin && sentence.kind != SentenceKind::RoleTwin)
            continue;
        const bool has_animal = sentence.text[0].find(" animal ") != std::string::npos;
        const bool has_street = sentence.text[0].find(" street ") != std::string::npos;
        QVERIFY(!(has_animal && has_street));
    }
    for (const TwinSet set : {TwinSet::Training, TwinSet::HeldOutPair, TwinSet::HeldOutFrame,
             TwinSet::HeldOutRole, TwinSet::HeldOutPerson, TwinSet::Number})
        for (const Twin& twin : corpus.twins(set, 20, 3)) {
            QVERIFY(twin[0].genders_differ);
            QVERIFY(twin[0].text != twin[1].text);
            QVERIFY(twin[0].feminine != twin[1].feminine);
        }
}

QTEST_GUILESS_MAIN(GrammarTest)

#include "tst_grammar.moc"
