#include "core/tensor/norm.h"
#include "tests/builders/onnx_tensor.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

template <typename Scalar>
using Norm = void (*)(const Matrix<Scalar>& x, Scalar epsilon, Eigen::Index row, NormRecord<Scalar>& record);

template <typename Scalar>
void normAllRows(Norm<Scalar> norm, const Matrix<Scalar>& x, Scalar epsilon, NormRecord<Scalar>& record)
{
    makeRoom(x, record);
    for (Eigen::Index row = 0; row < x.rows(); ++row)
        norm(x, epsilon, row, record);
}

double weightedSum(Norm<double> forward, const Matrix<double>& x, const Matrix<double>& factors)
{
    NormRecord<double> record;
    normAllRows(forward, x, 0.1, record);
    return record.normalized.cwiseProduct(factors).sum();
}

/** The largest difference between `gradient` and the slopes that small steps of x give. */
double largestDifference(Norm<double> forward, const Matrix<double>& x, const Matrix<double>& factors,
    const Matrix<double>& gradient)
{
    constexpr double step = 1e-5;
    double largest = 0;
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        Matrix<double> up = x;
        Matrix<double> down = x;
        up.data()[i] += step;
        down.data()[i] -= step;
        const double slope =
            (weightedSum(forward, up, factors) - weightedSum(forward, down, factors)) / (2 * step);
        largest = std::max(largest, std::abs(slope - gradient.data()[i]));
    }
    return largest;
}

} // namespace

class TestNorm : public QObject
{
    Q_OBJECT

private slots:
    void handWorkedLayerNorm();
    void handWorkedRmsNorm();
    void constantRowBecomesZero();
    void farFromZero();
    void recordIsReused();
    void layerNormGradient();
    void rmsNormGradient();
    void onnx_data();
    void onnx();
};

void TestNorm::handWorkedLayerNorm()
{
    // Mean 4, deviations -3, -1, 1, 3, variance 5; with epsilon 4 the divisor is 3.
    NormRecord<float> record;
    normAllRows<float>(layerNorm, Matrix<float>{{1, 3, 5, 7}}, 4.0F, record);
    const Matrix<float> expected{{-1, -1 / 3.0F, 1 / 3.0F, 1}};
    QVERIFY((record.normalized - expected).cwiseAbs().maxCoeff() < 1e-6F);
    QVERIFY(std::abs(record.inverse_deviation(0) - 1 / 3.0F) < 1e-7F);
}

void TestNorm::handWorkedRmsNorm()
{
    // Mean square (1 + 49) / 2 = 25; with epsilon 11 the divisor is 6.
    NormRecord<float> record;
    normAllRows<float>(rmsNorm, Matrix<float>{{1, 7}, {0, 0}}, 11.0F, record);
    const Matrix<float> expected{{1 / 6.0F, 7 / 6.0F}, {0, 0}};
    QVERIFY((record.normalized - expected).cwiseAbs().maxCoeff() < 1e-6F);
    QCOMPARE(record.inverse_deviation.size(), 2);
    QVERIFY(std::abs(record.inverse_deviation(0) - 1 / 6.0F) < 1e-7F);
}

void TestNorm::constantRowBecomesZero()
{
    NormRecord<float> record;
    normAllRows<float>(layerNorm, Matrix<float>{{3, 3, 3, 3}}, 1e-5F, record);
    QVERIFY((record.normalized.array() == 0).all());
}

void TestNorm::farFromZero()
{
    // Mean of squares minus square of the mean would lose everything here.
    NormRecord<float> record;
    normAllRows<float>(layerNorm, Matrix<float>{{10001, 10003}}, 0.0F, record);
    QCOMPARE(record.normalized, (Matrix<float>{{-1, 1}}));
}

void TestNorm::recordIsReused()
{
    NormRecord<float> record;
    normAllRows<float>(layerNorm, Matrix<float>(Matrix<float>::Random(4, 8)), 1e-5F, record);
    const float* memory = record.normalized.data();
    normAllRows<float>(layerNorm, Matrix<float>(Matrix<float>::Random(4, 8)), 1e-5F, record);
    QCOMPARE(record.normalized.data(), memory);
    normAllRows<float>(rmsNorm, Matrix<float>(Matrix<float>::Random(2, 3)), 1e-5F, record);
    QCOMPARE(record.normalized.rows(), 2);
    QCOMPARE(record.normalized.cols(), 3);
}

void TestNorm::layerNormGradient()
{
    const Matrix<double> x = Matrix<double>::Random(3, 6);
    const Matrix<double> factors = Matrix<double>::Random(3, 6);
    NormRecord<double> record;
    normAllRows<double>(layerNorm, x, 0.1, record);
    QVERIFY(largestDifference(layerNorm<double>, x, factors, layerNormBackward(record, factors)) < 1e-9);
}

void TestNorm::rmsNormGradient()
{
    const Matrix<double> x = Matrix<double>::Random(3, 6);
    const Matrix<double> factors = Matrix<double>::Random(3, 6);
    NormRecord<double> record;
    normAllRows<double>(rmsNorm, x, 0.1, record);
    QVERIFY(largestDifference(rmsNorm<double>, x, factors, rmsNormBackward(record, factors)) < 1e-9);
}

void TestNorm::onnx_data()
{
    QTest::addColumn<int>("axis");
    QTest::addColumn<float>("epsilon");
    QTest::newRow("test_layer_normalization_2d_axis0") << 0 << 1e-5F;
    QTest::newRow("test_layer_normalization_2d_axis1") << 1 << 1e-5F;
    QTest::newRow("test_layer_normalization_3d_axis1_epsilon") << 1 << 1e-1F;
    QTest::newRow("test_layer_normalization_3d_axis2_epsilon") << 2 << 1e-1F;
    QTest::newRow("test_layer_normalization_4d_axis2") << 2 << 1e-5F;
    QTest::newRow("test_layer_normalization_4d_axis3") << 3 << 1e-5F;
    QTest::newRow("test_layer_normalization_default_axis") << 3 << 1e-5F;
}

void TestNorm::onnx()
{
    QFETCH(int, axis);
    QFETCH(float, epsilon);
    const std::string folder =
        std::string(GLASSFORMER_ONNX_TEST_DATA "/node/") + QTest::currentDataTag() + "/test_data_set_0/";
    std::vector<Tensor> files;
    try {
        for (const char* name : {"input_0", "input_1", "input_2", "output_0", "output_2"})
            files.push_back(readOnnxTensor(folder + name + ".pb"));
    } catch (const std::exception& error) {
        QFAIL(error.what());
    }
    // All axes from `axis` on make one row.
    Eigen::Index columns = 1;
    for (std::size_t i = static_cast<std::size_t>(axis); i < files[0].shape.size(); ++i)
        columns *= files[0].shape[i];
    const Eigen::Index rows = static_cast<Eigen::Index>(files[0].values.size()) / columns;
    const Matrix<float> x = Eigen::Map<Matrix<float>>(files[0].values.data(), rows, columns);
    const Eigen::Map<RowVector<float>> gain(files[1].values.data(), columns);
    const Eigen::Map<RowVector<float>> bias(files[2].values.data(), columns);
    const Eigen::Map<Matrix<float>> expected(files[3].values.data(), rows, columns);
    const Eigen::Map<Eigen::VectorXf> inverse_deviation(files[4].values.data(), rows);

    NormRecord<float> record;
    normAllRows<float>(layerNorm, x, epsilon, record);
    Matrix<float> output = record.normalized.array().rowwise() * gain.array();
    output.rowwise() += bias;
    QVERIFY((output - expected).cwiseAbs().maxCoeff() < 1e-5F);
    QVERIFY((record.inverse_deviation - inverse_deviation).cwiseAbs().maxCoeff() < 1e-5F);
}

QTEST_APPLESS_MAIN(TestNorm)
#include "tst_norm.moc"
