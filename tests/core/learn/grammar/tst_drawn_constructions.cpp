#include "core/learn/corpus/corpus.h"
#include "tests/core/learn/grammar/world_words.h"

#include <QRegularExpression>

using namespace glassformer;

namespace {

const std::vector<Sentence>& drawn()
{
    static const std::vector<Sentence> sentences =
        Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world")).sentences(40000, 3);
    return sentences;
}

/** How many of the sentences that the world says match. */
int countMatching(const QRegularExpression& wanted, std::size_t language)
{
    return static_cast<int>(std::count_if(drawn().begin(), drawn().end(), [&](const Sentence& sentence) {
        return wanted.match(QString::fromStdString(sentence.text[language])).hasMatch();
    }));
}

} // namespace

/** What the world draws: every construction, and none of them badly joined. */
class DrawnConstructionsTest : public QObject
{
    Q_OBJECT

private slots:
    void womenAreTeachers();
    void theWorldDrawsEveryConstruction();
    void noFrenchSentenceLacksAnElision();
};

void DrawnConstructionsTest::womenAreTeachers()
{
    const QRegularExpression teacher(" (est|sont) professeures?[ .,]");
    QVERIFY(countMatching(teacher, 1) > 3);
    const QRegularExpression other("La professeure ");
    QCOMPARE(countMatching(other, 1), 0);
}

void DrawnConstructionsTest::theWorldDrawsEveryConstruction()
{
    for (const char* wanted : {"(was|were) \\w+ by ", "is getting \\w+er and ", " too \\w+ to ",
             " enough to ", " faster than ", "(makes|made) \\w+ happy", " while \\w+ing", " about to ",
             "(haven't|hasn't) ", "has never ", " yet\\.", "used to ", "(was|were) \\w+ing .*when ",
             " so \\w+ that ", " either\\.", " a bit ", "[Ii]t was (raining|snowing) when",
             "(couldn't|can't) (lift|carry|push|pull) .* because it .* too heavy", "with (the red|glasses)",
             " at the station", "in the sky", "on the board", "(ran|run|runs|running) out of ",
             "([Mm]y|[Hh]is|[Hh]er) (brother|sister|mother|father)'s ", "every Friday",
             "There (isn't|wasn't) any ", "it (is|was|will be) warm", " (jumped|jump|jumps|jumping) into "})
        QVERIFY2(countMatching(QRegularExpression(wanted), 0) > 5, wanted);
}

void DrawnConstructionsTest::noFrenchSentenceLacksAnElision()
{
    const QRegularExpression loose(
        "(^| )(que (il|elle|on|un)|(je|de|ne|le|la|me|te|se) [aeiouéêàâ]|à le |à les |de le |de les )",
        QRegularExpression::CaseInsensitiveOption);
    for (const Sentence& sentence : drawn()) {
        const QString french = QString::fromStdString(sentence.text[1]);
        // Onze and names of nobody's gender aside: la onzième, le yaourt.
        if (french.contains("onze") || french.contains(" ouistiti"))
            continue;
        QVERIFY2(!loose.match(french).hasMatch(), sentence.text[1].c_str());
    }
}

QTEST_GUILESS_MAIN(DrawnConstructionsTest)

#include "tst_drawn_constructions.moc"
