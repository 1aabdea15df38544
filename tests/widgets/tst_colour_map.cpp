#include "widgets/look/colour_map.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** How numbers become colours, in proportion and otherwise. */
class TestColourMap : public QObject
{
    Q_OBJECT

private slots:
    void equalFactorsAreEqualStepsOfALogarithmicScale()
    {
        ColourLook look(ColourMapKind::Grey);
        look.is_logarithmic = true;
        const ColourScale scale = ColourScale::sequential(look, 1, lightPalette());
        const ColourScale linear = ColourScale::sequential(ColourMapKind::Grey, 1, lightPalette());
        // Three powers of ten: a hundredth lies at a third, a tenth at two thirds.
        QVERIFY(alike(scale.colour(0.01), linear.colour(1 / 3.0)));
        QVERIFY(alike(scale.colour(0.1), linear.colour(2 / 3.0)));
        QVERIFY(alike(scale.colour(1), linear.colour(1)));
        QCOMPARE(scale.colour(0), linear.colour(0));
        QCOMPARE(scale.colour(0.0001), linear.colour(0));
        QVERIFY(std::abs(scale.valueAt(2 / 3.0) - 0.1) < 1e-9);
    }

    void signsStayApartOnALogarithmicScale()
    {
        ColourLook look;
        look.is_logarithmic = true;
        const ColourScale scale = ColourScale::diverging(look, 10, lightPalette());
        const ColourScale linear = ColourScale::diverging({}, 10, lightPalette());
        QVERIFY(alike(scale.colour(-1), linear.colour(-20 / 3.0)));
        QVERIFY(alike(scale.colour(1), linear.colour(20 / 3.0)));
        QCOMPARE(scale.colour(0), linear.colour(0));
        QVERIFY(std::abs(scale.valueAt(0) + 10) < 1e-9 && std::abs(scale.valueAt(0.5)) < 1e-9);
    }

    void whatIsBelowTheThresholdLooksLikeZero()
    {
        ColourLook look;
        look.threshold = 0.1;
        const ColourScale scale = ColourScale::sequential(look, 2, lightPalette());
        QCOMPARE(scale.colour(0.19), scale.colour(0));
        QVERIFY(scale.colour(0.21) != scale.colour(0));
        const ColourScale both = ColourScale::diverging(look, 2, lightPalette());
        QCOMPARE(both.colour(-0.19), both.colour(0));
        QVERIFY(both.colour(-0.21) != both.colour(0));
    }

    void theStrongestColourBeginsWhereTheScaleIsClipped()
    {
        ColourLook look;
        look.clip = 0.25;
        const ColourScale scale = ColourScale::diverging(look, 2, lightPalette());
        QCOMPARE(scale.high(), 0.5);
        QCOMPARE(scale.low(), -0.5);
        QCOMPARE(scale.limit(), 2.0);
        QCOMPARE(scale.colour(0.5), scale.colour(2));
        QCOMPARE(scale.colour(2), ColourScale::diverging({}, 2, lightPalette()).colour(2));
        QVERIFY(scale.colour(0.4) != scale.colour(0.5));
    }

    void whatWasChosenIsSaidInNumbers()
    {
        QVERIFY(colourLookText({}, 1).isEmpty());
        ColourLook look;
        look.is_logarithmic = true;
        look.threshold = 0.05;
        look.clip = 0.5;
        const QString text = colourLookText(look, 2);
        for (const char* part : {"logarithmic", "from 0.1", "up to 1"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }

    void bothSignedMapsHaveZeroInTheColourOfTheCardAndTwoSides()
    {
        for (const Palette* palette : {&lightPalette(), &darkPalette()})
            for (const SignedMapKind kind : {SignedMapKind::BlueRed, SignedMapKind::PurpleOrange}) {
                ColourLook look;
                look.signed_numbers = kind;
                const ColourScale scale = ColourScale::diverging(look, 1, *palette);
                QCOMPARE(scale.colour(0), ColourScale::diverging({}, 1, *palette).colour(0));
                QVERIFY(scale.colour(-1) != scale.colour(1));
                // Further from zero is further from the card, step by step.
                for (const double sign : {-1.0, 1.0})
                    for (double size = 0.1; size < 0.95; size += 0.1)
                        QVERIFY(distance(scale.colour(sign * (size + 0.1)), scale.colour(0))
                            > distance(scale.colour(sign * size), scale.colour(0)));
            }
    }

private:
    static int distance(const QColor& a, const QColor& b)
    {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
    }
    static bool alike(const QColor& a, const QColor& b) { return distance(a, b) <= 3; }
};

QTEST_MAIN(TestColourMap)
#include "tst_colour_map.moc"
