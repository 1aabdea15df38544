#include "core/tensor/instruction_set.h"
#include "core/tensor/softmax.h"
#include "tests/builders/onnx_tensor.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace glassformer;

namespace {

constexpr float hidden = -std::numeric_limits<float>::infinity();

/** The sum over all of softmax(scores) times factors: something with a gradient. */
double weightedSum(const Matrix<double>& scores, const Matrix<double>& factors)
{
    Matrix<double> weights = scores;
    softmaxRows<double>(weights);
    return weights.cwiseProduct(factors).sum();
}

} // namespace

class TestSoftmax : public QObject
{
    Q_OBJECT

private slots:
    void handWorked_data();
    void handWorked();
    void agreesWithDouble_data() { handWorked_data(); }
    void agreesWithDouble();
    void exponentialIsAccurate_data() { handWorked_data(); }
    void exponentialIsAccurate();
    void hiddenScores_data() { handWorked_data(); }
    void hiddenScores();
    void hiddenEnds_data() { handWorked_data(); }
    void hiddenEnds();
    void onlyTheBlockIsWritten();
    void gradientAgreesWithDifferences();
    void backwardInPlace();
    void onnx_data();
    void onnx();
    void cleanup() { useInstructionSet(availableInstructionSets().back()); }
};

Q_DECLARE_METATYPE(glassformer::InstructionSet)

void TestSoftmax::handWorked_data()
{
    QTest::addColumn<InstructionSet>("set");
    for (const InstructionSet set : availableInstructionSets())
        QTest::addRow("%s", instructionSetName(set).c_str()) << set;
}

void TestSoftmax::handWorked()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    // exp gives 1, 2, 1 of 4; the second row is the same far up, where exp alone would overflow.
    const float two = std::log(2.0F);
    Matrix<float> scores{{0, two, 0}, {1000, 1000, 1000}};
    softmaxRows<float>(scores);
    const Matrix<float> expected{{0.25F, 0.5F, 0.25F}, {1 / 3.0F, 1 / 3.0F, 1 / 3.0F}};
    QVERIFY((scores - expected).cwiseAbs().maxCoeff() < 1e-7F);
    Matrix<double> precise{{0, std::log(3.0)}};
    softmaxRows<double>(precise);
    QVERIFY((precise - Matrix<double>{{0.25, 0.75}}).cwiseAbs().maxCoeff() < 1e-15);
}

void TestSoftmax::agreesWithDouble()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const int columns : {1, 3, 4, 5, 14, 16, 17, 33, 2500}) {
        Matrix<float> scores = 8 * Matrix<float>::Random(5, columns);
        Matrix<double> expected = scores.cast<double>();
        softmaxRows<double>(expected);
        softmaxRows<float>(scores);
        const auto error = (scores.cast<double>() - expected).array() / expected.array();
        // Subtracting the largest score, here at most 16 away, rounds by up to 16 * 2^-24.
        QVERIFY2(error.abs().maxCoeff() < 2e-6, qPrintable(QString::number(error.abs().maxCoeff())));
        QVERIFY((scores.cast<double>().rowwise().sum().array() - 1).abs().maxCoeff() < 1e-6);
    }
}

void TestSoftmax::exponentialIsAccurate()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    // Against a score of 20 a weight is e^(x - 20) / (1 + tiny): the exponential itself, rounded once or
    // twice more.
    for (float x = 0; x > -80; x -= 0.00317F) {
        Matrix<float> scores{{20, x}};
        softmaxRows<float>(scores);
        const double exact = std::exp(double(x - 20.0F)) / (1 + std::exp(double(x - 20.0F)));
        QVERIFY2(std::abs(scores(0, 1) - exact) <= 4 * 6e-8 * exact + 1e-45, qPrintable(QString::number(x)));
    }
}

void TestSoftmax::hiddenScores()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const int columns : {2, 4, 15, 16, 40}) {
        Matrix<float> scores = Matrix<float>::Zero(3, columns);
        scores.row(0).setConstant(hidden);
        scores.row(1).setConstant(hidden);
        scores(1, columns - 1) = -3;
        scores(2, 0) = std::numeric_limits<float>::quiet_NaN();
        softmaxRows<float>(scores);
        QVERIFY((scores.row(0).array() == 0).all());
        QVERIFY((scores.row(1).head(columns - 1).array() == 0).all());
        QCOMPARE(scores(1, columns - 1), 1.0F);
        QVERIFY(scores.row(2).array().isNaN().all());
    }
    Matrix<double> precise = Matrix<double>::Constant(1, 3, hidden);
    softmaxRows<double>(precise);
    QVERIFY((precise.array() == 0).all());
    precise << 0, hidden, 0;
    softmaxRows<double>(precise);
    QCOMPARE(precise, (Matrix<double>{{0.5, 0, 0.5}}));
    Matrix<float> empty(2, 0);
    softmaxRows<float>(empty);
}

void TestSoftmax::hiddenEnds()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const int columns : {5, 16, 33, 100}) {
        // As a causal mask leaves them: query i sees keys 0 to i.
        Matrix<float> scores = 5 * Matrix<float>::Random(columns, columns);
        scores.triangularView<Eigen::StrictlyUpper>().setConstant(hidden);
        Matrix<double> expected = scores.cast<double>();
        softmaxRows<double>(expected);
        softmaxRows<float>(scores);
        for (int i = 0; i < columns; ++i)
            for (int j = 0; j < columns; ++j)
                QVERIFY(j > i ? scores(i, j) == 0 : std::abs(scores(i, j) / expected(i, j) - 1) < 1e-6);
        Matrix<float> broken = Matrix<float>::Constant(1, columns, hidden);
        broken(0, 1) = std::numeric_limits<float>::quiet_NaN();
        softmaxRows<float>(broken);
        QVERIFY(broken.array().isNaN().all());
    }
}

void TestSoftmax::onlyTheBlockIsWritten()
{
    Matrix<float> whole = Matrix<float>::Constant(4, 9, 7);
    softmaxRows<float>(whole.block(1, 2, 2, 5));
    Matrix<float> expected = Matrix<float>::Constant(4, 9, 7);
    expected.block(1, 2, 2, 5).setConstant(0.2F);
    QVERIFY((whole - expected).cwiseAbs().maxCoeff() < 1e-7F);
}

void TestSoftmax::gradientAgreesWithDifferences()
{
    const Matrix<double> scores = Matrix<double>::Random(3, 5);
    const Matrix<double> factors = Matrix<double>::Random(3, 5);
    Matrix<double> weights = scores;
    softmaxRows<double>(weights);
    Matrix<double> gradient(3, 5);
    softmaxRowsBackward<double>(weights, factors, gradient);
    constexpr double step = 1e-5;
    for (Eigen::Index i = 0; i < scores.size(); ++i) {
        Matrix<double> up = scores;
        Matrix<double> down = scores;
        up.data()[i] += step;
        down.data()[i] -= step;
        const double slope = (weightedSum(up, factors) - weightedSum(down, factors)) / (2 * step);
        QVERIFY(std::abs(gradient.data()[i] - slope) < 1e-9);
    }
}

void TestSoftmax::backwardInPlace()
{
    const Matrix<float> weights{{0.25F, 0.75F}};
    Matrix<float> gradient{{4, 0}};
    softmaxRowsBackward<float>(weights, gradient, gradient);
    QCOMPARE(gradient, (Matrix<float>{{0.75F, -0.75F}})); // 0.25 (4 - 1), 0.75 (0 - 1)
}

void TestSoftmax::onnx_data()
{
    QTest::addColumn<int>("axis");
    QTest::newRow("test_softmax_example") << 1;
    QTest::newRow("test_softmax_large_number") << 1;
    QTest::newRow("test_softmax_axis_0") << 0;
    QTest::newRow("test_softmax_axis_1") << 1;
    QTest::newRow("test_softmax_axis_2") << 2;
    QTest::newRow("test_softmax_default_axis") << 2;
    QTest::newRow("test_softmax_negative_axis") << 2;
}

void TestSoftmax::onnx()
{
    QFETCH(int, axis);
    const std::string folder =
        std::string(GLASSFORMER_ONNX_TEST_DATA "/node/") + QTest::currentDataTag() + "/test_data_set_0/";
    Tensor input;
    Tensor output;
    try {
        input = readOnnxTensor(folder + "input_0.pb");
        output = readOnnxTensor(folder + "output_0.pb");
    } catch (const std::exception& error) {
        QFAIL(error.what());
    }
    // Rows run along the axis: its numbers lie `inner` apart.
    Eigen::Index inner = 1;
    for (std::size_t i = static_cast<std::size_t>(axis) + 1; i < input.shape.size(); ++i)
        inner *= input.shape[i];
    const Eigen::Index length = input.shape[static_cast<std::size_t>(axis)];
    const Eigen::Index count = static_cast<Eigen::Index>(input.values.size());
    for (Eigen::Index start = 0; start < count; start += inner * length) {
        using Block = Eigen::Map<const Matrix<float>>;
        Matrix<float> rows = Block(input.values.data() + start, length, inner).transpose();
        softmaxRows<float>(rows);
        const Block expected(output.values.data() + start, length, inner);
        QVERIFY((rows.transpose() - expected).cwiseAbs().maxCoeff() < 1e-6F);
    }
}

QTEST_APPLESS_MAIN(TestSoftmax)
#include "tst_softmax.moc"
