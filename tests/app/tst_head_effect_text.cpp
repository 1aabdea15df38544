#include "app/window/lines/head_effect_text.h"

#include <QtTest>

using namespace glassformer;

namespace {

Token token(int id, const char* text)
{
    Token result;
    result.id = id;
    result.text = text;
    return result;
}

HeadEffect effect(double before, double after, int likeliest_before, const Token& likeliest_after)
{
    HeadEffect result;
    result.asked = {3, token(1, "il")};
    result.before = before;
    result.after = after;
    result.likeliest_before = likeliest_before;
    result.likeliest_after = likeliest_after;
    return result;
}

} // namespace

/** Whose probability it is, is never left to guess. */
class TestHeadEffectText : public QObject
{
    Q_OBJECT

private slots:
    void aWordThatStaysIsTheOnlyOne()
    {
        QCOMPARE(headEffectText(effect(0.90, 0.69, 1, token(1, "il"))),
            QStringLiteral("Without this head, “il” stays: its probability falls from 0.90 to 0.69."));
    }
    void whereAnotherTakesItsPlaceTheWordIsNamed()
    {
        QCOMPARE(headEffectText(effect(0.90, 0.10, 1, token(2, "elle"))),
            QStringLiteral("Without this head, “elle” takes the place of “il”: the probability of “il” falls "
                           "from 0.90 to 0.10."));
        QCOMPARE(headEffectText(effect(0.40, 0.41, 1, token(2, "elle"))),
            QStringLiteral("Without this head, “elle” takes the place of “il”: the probability of “il” rises "
                           "from 0.40 to 0.41."));
    }
    void whatIsTooSmallForTwoDecimalsIsNotSaidToBeNothing()
    {
        QCOMPARE(headEffectText(effect(0.90, 0.001, 1, token(2, "elle"))),
            QStringLiteral("Without this head, “elle” takes the place of “il”: the probability of “il” falls "
                           "from 0.90 to < 0.01."));
        QCOMPARE(headEffectText(effect(0.004, 0.001, 7, token(7, "elle"))),
            QStringLiteral("Without this head, “il” here: its probability falls from 0.004 to 0.001."));
    }
    void aProbabilityThatMovesIsNeverSaidToStay()
    {
        QCOMPARE(headEffectText(effect(0.9812, 0.9809, 1, token(1, "il"))),
            QStringLiteral("Without this head, “il” stays: its probability falls from 0.9812 to 0.9809."));
        QCOMPARE(headEffectText(effect(0.5, 0.5, 1, token(1, "il"))),
            QStringLiteral("Without this head, “il” stays: its probability stays at 0.50."));
        QCOMPARE(headEffectText(effect(3.1e-8, 4.2e-8, 7, token(7, "elle"))),
            QStringLiteral("Without this head, “il” here: its probability rises from 3.1e−08 to 4.2e−08."));
    }
};

QTEST_APPLESS_MAIN(TestHeadEffectText)
#include "tst_head_effect_text.moc"
