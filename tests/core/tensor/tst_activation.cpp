#include "core/tensor/activation.h"
#include "core/tensor/instruction_set.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <limits>

using namespace glassformer;

namespace {

constexpr std::array all{Activation::ReLU, Activation::GeluErf, Activation::GeluTanh, Activation::SiLU};

/** Numbers close together over the range in which the curves bend, and some far outside of it. */
Matrix<float> manyNumbers()
{
    Matrix<float> x(1, 40007);
    for (Eigen::Index i = 0; i < x.size(); ++i)
        x(i) = static_cast<float>(i - 20003) * 0.0005F;
    x(0) = -1e4F;
    x(1) = 1e4F;
    x(2) = -90;
    x(3) = 90;
    return x;
}

double valueAt(Activation activation, double at)
{
    Matrix<double> x{{at}};
    activate(activation, x);
    return x(0);
}

double slopeAt(Activation activation, double at)
{
    Matrix<double> d{{1}};
    activateBackward(activation, Matrix<double>{{at}}, d);
    return d(0);
}

} // namespace

class TestActivation : public QObject
{
    Q_OBJECT

private slots:
    void knownValues();
    void slopesAgreeWithDifferences();
    void floatAgreesWithDouble_data();
    void floatAgreesWithDouble();
    void blockIsAsTheWhole_data() { floatAgreesWithDouble_data(); }
    void blockIsAsTheWhole();
    void notANumberStays_data() { floatAgreesWithDouble_data(); }
    void notANumberStays();
    void everyLengthIsHandled_data() { floatAgreesWithDouble_data(); }
    void everyLengthIsHandled();
    void cleanup() { useInstructionSet(availableInstructionSets().back()); }
};

Q_DECLARE_METATYPE(glassformer::InstructionSet)

void TestActivation::knownValues()
{
    QCOMPARE(valueAt(Activation::ReLU, 2), 2.0);
    QCOMPARE(valueAt(Activation::ReLU, -2), 0.0);
    QCOMPARE(slopeAt(Activation::ReLU, 0), 0.0);
    // The normal distribution's share below 1 is 0.8413447461, below -2 it is 0.0227501319.
    QVERIFY(std::abs(valueAt(Activation::GeluErf, 1) - 0.8413447461) < 1e-10);
    QVERIFY(std::abs(valueAt(Activation::GeluErf, -2) + 2 * 0.0227501319) < 1e-9);
    // tanh(0.7978845608 * 1.044715) = 0.6823839889.
    QVERIFY(std::abs(valueAt(Activation::GeluTanh, 1) - 0.5 * (1 + 0.6823839889)) < 1e-8);
    // The sigmoid of ln 3 is 3/4; its slope there is 3/16.
    QVERIFY(std::abs(valueAt(Activation::SiLU, std::log(3.0)) - 0.75 * std::log(3.0)) < 1e-15);
    QVERIFY(std::abs(slopeAt(Activation::SiLU, std::log(3.0)) - (0.75 + 0.1875 * std::log(3.0))) < 1e-15);
    for (const Activation activation : all)
        QCOMPARE(valueAt(activation, 0), 0.0);
}

void TestActivation::slopesAgreeWithDifferences()
{
    constexpr double step = 1e-5;
    for (const Activation activation : all)
        for (double x = -6.03; x < 6; x += 0.1) {
            const double slope = (valueAt(activation, x + step) - valueAt(activation, x - step)) / (2 * step);
            QVERIFY(std::abs(slope - slopeAt(activation, x)) < 1e-9);
        }
}

void TestActivation::floatAgreesWithDouble_data()
{
    QTest::addColumn<InstructionSet>("set");
    for (const InstructionSet set : availableInstructionSets())
        QTest::addRow("%s", instructionSetName(set).c_str()) << set;
}

void TestActivation::floatAgreesWithDouble()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    const Matrix<float> x = manyNumbers();
    for (const Activation activation : all) {
        Matrix<float> y = x;
        activate(activation, y);
        Matrix<double> expected = x.cast<double>();
        activate(activation, expected);
        const auto scale = x.cast<double>().array().abs() + 1;
        const double error = ((y.cast<double>() - expected).array().abs() / scale).maxCoeff();
        QVERIFY2(error < 3e-7, qPrintable(QString("%1: %2").arg(int(activation)).arg(error)));

        Matrix<float> d = Matrix<float>::Constant(1, x.size(), 2);
        activateBackward(activation, x, d);
        Matrix<double> d_expected = Matrix<double>::Constant(1, x.size(), 2);
        activateBackward(activation, Matrix<double>(x.cast<double>()), d_expected);
        const double d_error = (d.cast<double>() - d_expected).cwiseAbs().maxCoeff();
        QVERIFY2(d_error < 2e-6, qPrintable(QString("%1: slope %2").arg(int(activation)).arg(d_error)));
    }
}

void TestActivation::blockIsAsTheWhole()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    const Matrix<float> x = Matrix<float>::Random(5, 61) * 8;
    for (const Activation activation : all) {
        Matrix<float> whole = x, y = Matrix<float>::Constant(5, 61, 7);
        activate(activation, whole);
        activateBlock<float>(activation, x.block(1, 3, 3, 50), y.block(1, 3, 3, 50));
        QVERIFY(y.block(1, 3, 3, 50) == whole.block(1, 3, 3, 50));
        y.block(1, 3, 3, 50).setConstant(7);
        QVERIFY((y.array() == 7).all());
    }
}

void TestActivation::notANumberStays()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const Activation activation : all) {
        Matrix<float> x = Matrix<float>::Constant(1, 19, std::numeric_limits<float>::quiet_NaN());
        activate(activation, x);
        QVERIFY(x.array().isNaN().all());
    }
}

void TestActivation::everyLengthIsHandled()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (int length = 0; length < 40; ++length) {
        Matrix<float> x = Matrix<float>::Constant(1, length, -1);
        Matrix<float> d = Matrix<float>::Constant(1, length, 3);
        activateBackward(Activation::ReLU, x, d);
        activate(Activation::ReLU, x);
        QVERIFY((x.array() == 0).all());
        QVERIFY((d.array() == 0).all());
    }
}

QTEST_APPLESS_MAIN(TestActivation)
#include "tst_activation.moc"
