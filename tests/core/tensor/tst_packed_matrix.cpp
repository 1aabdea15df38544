#include "core/file/weights/half_float.h"
#include "core/tensor/instruction_set.h"
#include "core/tensor/number_table.h"
#include "core/tensor/packed_matrix.h"
#include "core/tensor/parallel.h"

#include <QtTest>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

using namespace glassformer;

namespace {

const std::vector<NumberFormat> all_formats{
    NumberFormat::Float32, NumberFormat::Float16, NumberFormat::BFloat16};
const std::vector<int> odd_columns{1, 3, 16, 24, 47, 48, 49, 64, 100};

/** A number between -1 and 1 cut to 11 significant bits, or to what is left of them below 2^-14. */
std::uint16_t halfOf(float value)
{
    int exponent = 0;
    const float significand = std::abs(std::frexp(value, &exponent)); // at least 1/2
    const int sign = std::signbit(value) ? 0x8000 : 0;
    if (exponent < -13)
        return static_cast<std::uint16_t>(sign + int(std::ldexp(std::abs(value), 24)));
    return static_cast<std::uint16_t>(sign + ((exponent + 14) << 10) + int(significand * 2048) - 1024);
}

/** The numbers of a matrix as a file holds them, beginning at an odd address. */
class RawBytes
{
public:
    RawBytes(const Matrix<float>& values, NumberFormat format)
        : m_bytes(1)
    {
        for (Eigen::Index i = 0; i < values.size(); ++i)
            append(values.data()[i], format);
        m_raw = {m_bytes.data() + 1, format, values.rows(), values.cols()};
    }

    RawMatrix raw(bool transposed = false) const
    {
        RawMatrix raw = m_raw;
        raw.transposed = transposed;
        return raw;
    }

private:
    void append(float value, NumberFormat format)
    {
        char bytes[4];
        std::size_t count = 2;
        if (format == NumberFormat::Float32) {
            count = 4;
            std::memcpy(bytes, &value, 4);
        } else {
            const std::uint16_t bits = format == NumberFormat::Float16
                ? halfOf(value)
                : static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16);
            std::memcpy(bytes, &bits, 2);
        }
        m_bytes.insert(m_bytes.end(), bytes, bytes + count);
    }

    std::vector<char> m_bytes;
    RawMatrix m_raw;
};

/** A pattern of 16 bits as IEEE 754 (3.4) and the definition of bfloat16 have it, in whole numbers. */
float valueOf(std::uint16_t bits, NumberFormat format)
{
    const int fraction_bits = format == NumberFormat::Float16 ? 10 : 7;
    const int exponent_bits = 15 - fraction_bits;
    const int fraction = bits & ((1 << fraction_bits) - 1);
    const int exponent = (bits & 0x7FFF) >> fraction_bits;
    const int bias = (1 << (exponent_bits - 1)) - 1;
    const float sign = bits & 0x8000 ? -1.0F : 1.0F;
    if (exponent == (1 << exponent_bits) - 1)
        return fraction ? std::numeric_limits<float>::quiet_NaN()
                        : sign * std::numeric_limits<float>::infinity();
    const int significand = exponent ? fraction + (1 << fraction_bits) : fraction;
    return sign * std::ldexp(static_cast<float>(significand), std::max(exponent, 1) - bias - fraction_bits);
}

/** The same bits, or no number in both. */
bool areSame(const Matrix<float>& a, const Matrix<float>& b)
{
    for (Eigen::Index i = 0; i < a.size(); ++i)
        if (!(std::isnan(a.data()[i]) && std::isnan(b.data()[i]))
            && std::bit_cast<std::uint32_t>(a.data()[i]) != std::bit_cast<std::uint32_t>(b.data()[i]))
            return false;
    return a.size() == b.size();
}

/** What is left of a number in a format, by the plain definition of core/file. */
float rounded(float value, NumberFormat format)
{
    if (format == NumberFormat::Float16)
        return floatFromHalf(halfOf(value));
    if (format == NumberFormat::Float32)
        return value;
    int exponent = 0;
    const float significand = std::frexp(value, &exponent);
    return std::ldexp(std::trunc(std::ldexp(significand, 8)), exponent - 8);
}

/** The largest difference from Eigen's product in double precision; everything beside `out` must stay as it is. */
void compare(const Matrix<float>& x, const Matrix<float>& w, const PackedMatrix& packed, ColumnRange columns)
{
    const RowVector<float> bias = RowVector<float>::Random(columns.count);
    Matrix<float> frame = Matrix<float>::Random(x.rows() + 2, columns.count + 5);
    const Matrix<float> before = frame;
    auto out = frame.block(1, 3, x.rows(), columns.count);
    multiply(x, packed, columns, out, bias.data());
    Matrix<double> expected = x.cast<double>() * w.middleCols(columns.first, columns.count).cast<double>();
    expected.rowwise() += bias.cast<double>();
    const double error = (out.cast<double>() - expected).cwiseAbs().maxCoeff();
    const double tolerance = 1e-6 * (1 + 0.2 * static_cast<double>(x.cols()));
    QVERIFY2(error <= tolerance,
        qPrintable(QString("%1 rows, %2 inputs, columns %3+%4: %5")
                       .arg(x.rows())
                       .arg(x.cols())
                       .arg(columns.first)
                       .arg(columns.count)
                       .arg(error)));
    out = before.block(1, 3, x.rows(), columns.count);
    QVERIFY2(frame == before, "written beside the result");
}

} // namespace

Q_DECLARE_METATYPE(glassformer::InstructionSet)

class TestPackedMatrix : public QObject
{
    Q_OBJECT

private slots:
    void product_data();
    void product();
    void productWithSomeColumns_data() { product_data(); }
    void productWithSomeColumns();
    void blockOfALargerInput();
    void rowAloneEqualsRowAmongOthers_data() { product_data(); }
    void rowAloneEqualsRowAmongOthers();
    void threadsChangeNothing_data() { product_data(); }
    void threadsChangeNothing();
    void productsTogetherEqualEachAlone_data() { product_data(); }
    void productsTogetherEqualEachAlone();
    void productWithTheTransposed_data() { product_data(); }
    void productWithTheTransposed();
    void readsBackExactly_data() { product_data(); }
    void readsBackExactly();
    void filledPartByPart_data() { product_data(); }
    void filledPartByPart();
    void everyHalfAndBFloat_data() { product_data(); }
    void everyHalfAndBFloat();
    void everyHalfAndBFloatIsMultipliedExactly_data() { product_data(); }
    void everyHalfAndBFloatIsMultipliedExactly();
    void storedTypesGiveTheProductsOfWidenedWeights_data() { product_data(); }
    void storedTypesGiveTheProductsOfWidenedWeights();
    void someColumnsOfStoredTypes_data() { product_data(); }
    void someColumnsOfStoredTypes();
    void rowsAndColumnsWithStride();
    void infinityInOtherColumnsDoesNotLeakIn();
    void numbersOfAllSizesAreAsExactAsFloats_data() { product_data(); }
    void numbersOfAllSizesAreAsExactAsFloats();
    void rowThatIsNotFiniteLeavesTheOthersAlone_data() { product_data(); }
    void rowThatIsNotFiniteLeavesTheOthersAlone();
    void weightsThatAreNotFiniteAreSeen_data() { product_data(); }
    void weightsThatAreNotFiniteAreSeen();
    void resultLargerThanTheCaches_data() { product_data(); }
    void resultLargerThanTheCaches();
    void emptySizes();
    void cleanup();
};

void TestPackedMatrix::cleanup()
{
    useInstructionSet(availableInstructionSets().back());
    setThreadCount(2);
}

void TestPackedMatrix::product_data()
{
    QTest::addColumn<InstructionSet>("set");
    for (const InstructionSet set : availableInstructionSets())
        QTest::addRow("%s", instructionSetName(set).c_str()) << set;
}

void TestPackedMatrix::product()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const int n : odd_columns)
        for (const int k : {1, 2, 47, 767, 768, 769, 1537}) {
            const Matrix<float> w = Matrix<float>::Random(k, n);
            const PackedMatrix packed(w);
            for (int m = 1; m <= 17; ++m) {
                compare(Matrix<float>::Random(m, k), w, packed, {0, n});
                if (QTest::currentTestFailed())
                    return;
            }
        }
    const Matrix<float> w = Matrix<float>::Random(769, 150);
    compare(Matrix<float>::Random(600, 769), w, PackedMatrix(w), {0, 150});
}

void TestPackedMatrix::productWithSomeColumns()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    const Matrix<float> w = Matrix<float>::Random(65, 151);
    const PackedMatrix packed(w);
    const Matrix<float> x = Matrix<float>::Random(9, 65);
    for (int first = 0; first < 151; first += 5)
        for (int count = 1; first + count <= 151; count += 7)
            compare(x, w, packed, {first, count});
}

void TestPackedMatrix::blockOfALargerInput()
{
    const Matrix<float> whole = Matrix<float>::Random(30, 200);
    const Matrix<float> w = Matrix<float>::Random(64, 70);
    const Matrix<float> copy = whole.block(3, 64, 11, 64);
    Matrix<float> expected(11, 70), found(11, 70);
    multiply(copy, PackedMatrix(w), expected);
    multiply(whole.block(3, 64, 11, 64), PackedMatrix(w), found);
    QCOMPARE(found, expected);
}

void TestPackedMatrix::rowAloneEqualsRowAmongOthers()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    constexpr int rows = 300; // many, some and few rows cut the sum at different terms
    const Matrix<float> x = Matrix<float>::Random(rows, 801);
    for (const NumberFormat format : all_formats) {
        const RawBytes bytes(Matrix<float>::Random(801, 130), format);
        const PackedMatrix packed(bytes.raw());
        Matrix<float> all(rows, 130), one(1, 130);
        multiply(x, packed, all);
        for (int i = 0; i < rows; ++i) {
            multiply(x.row(i), packed, one);
            QVERIFY(one == all.row(i));
        }
    }
}

void TestPackedMatrix::threadsChangeNothing()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    const Matrix<float> x = Matrix<float>::Random(300, 800);
    for (const NumberFormat format : all_formats) {
        const RawBytes bytes(Matrix<float>::Random(800, 1000), format);
        const PackedMatrix packed(bytes.raw());
        setThreadCount(1);
        Matrix<float> expected(300, 1000), found(300, 1000);
        multiply(x, packed, expected);
        for (const int threads : {2, 3, 7}) {
            setThreadCount(threads);
            found.setZero();
            multiply(x, packed, found);
            QVERIFY(found == expected);
        }
    }
}

/** Queries, keys and values: matrices of different widths and types, one with a weight that is not finite. */
void TestPackedMatrix::productsTogetherEqualEachAlone()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    constexpr int k = 517;
    std::vector<PackedMatrix> matrices;
    for (const int n : {130, 1, 64, 49})
        for (const NumberFormat format : all_formats) {
            Matrix<float> w = Matrix<float>::Random(k, n);
            if (n == 49 && format == NumberFormat::Float32)
                w(3, 48) = std::numeric_limits<float>::infinity();
            matrices.emplace_back(RawBytes(w, format).raw());
        }
    const RowVector<float> bias = RowVector<float>::Random(130);
    for (const int threads : {1, 3})
        for (const int rows : {1, 16, 300}) {
            setThreadCount(threads);
            const Matrix<float> x = Matrix<float>::Random(rows, k);
            std::vector<Matrix<float>> alone, together;
            for (const PackedMatrix& w : matrices) {
                multiply(x, w, alone.emplace_back(rows, w.cols()), bias.data());
                together.push_back(Matrix<float>::Zero(rows, w.cols()));
            }
            std::vector<PackedFactor> factors;
            for (std::size_t i = 0; i < matrices.size(); ++i)
                factors.push_back({matrices[i], together[i], bias.data()});
            multiply(x, factors);
            for (std::size_t i = 0; i < matrices.size(); ++i)
                QVERIFY2(areSame(together[i], alone[i]), qPrintable(QString("%1 rows").arg(rows)));
        }
}

void TestPackedMatrix::productWithTheTransposed()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const NumberFormat format : all_formats)
        for (const auto& [k, n] :
            {std::pair(1, 1), std::pair(47, 15), std::pair(131, 49), std::pair(100, 3001)})
            for (const int rows : {1, 7, 40}) {
                const PackedMatrix w(RawBytes(Matrix<float>::Random(k, n), format).raw());
                const Matrix<float> x = Matrix<float>::Random(rows, n);
                Matrix<float> found = Matrix<float>::Random(rows, k), expected = found;
                for (const Write write : {Write::Add, Write::Replace}) {
                    multiplyByTransposed(x, w.unpacked(), expected, write);
                    multiplyByTransposed(x, w, found, write);
                    QVERIFY2(areSame(found, expected),
                        qPrintable(QString("%1 x %2 x %3").arg(rows).arg(n).arg(k)));
                }
            }
}

void TestPackedMatrix::readsBackExactly()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const int n : odd_columns) {
        const Matrix<float> w = Matrix<float>::Random(131, n);
        const Matrix<float> turned = w.transpose();
        const RawMatrix stored{
            turned.data(), NumberFormat::Float32, turned.rows(), turned.cols(), turned.outerStride(), true};
        for (const PackedMatrix& packed : {PackedMatrix(w), PackedMatrix(stored)}) {
            QCOMPARE(packed.rows(), 131);
            QCOMPARE(packed.cols(), n);
            QCOMPARE(packed.unpacked(), w);
            QCOMPARE(packed.at(130, n - 1), w(130, n - 1));
            QCOMPARE(packed.at(7, n / 2), w(7, n / 2));
            std::vector<float> column(131), row(n);
            packed.column(n - 1, column);
            packed.row(130, row);
            for (int i = 0; i < 131; ++i)
                QCOMPARE(column[i], w(i, n - 1));
            for (int j = 0; j < n; ++j)
                QCOMPARE(row[j], w(130, j));
            QVERIFY(packed.bytes() < (131 * (n + 15) + 16) * sizeof(float) + 1);
        }
    }
}

void TestPackedMatrix::filledPartByPart()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const NumberFormat format : all_formats)
        for (const bool transposed : {false, true}) {
            const Matrix<float> w = Matrix<float>::Random(301, 95);
            PackedMatrix packed(301, 95, format);
            for (const auto& [row, rows] : {std::pair(0, 2), std::pair(2, 130), std::pair(132, 169)})
                for (const auto& [first, count] : {std::pair(0, 31), std::pair(31, 1), std::pair(32, 63)}) {
                    const Matrix<float> part = w.block(row, first, rows, count);
                    const RawBytes bytes(transposed ? Matrix<float>(part.transpose()) : part, format);
                    packed.fill(row, first, bytes.raw(transposed));
                }
            const Matrix<float> expected = w.unaryExpr([format](float v) { return rounded(v, format); });
            QCOMPARE(packed.unpacked(), expected);
        }
}

void TestPackedMatrix::everyHalfAndBFloat()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    std::vector<std::uint16_t> bits(65536);
    std::iota(bits.begin(), bits.end(), std::uint16_t(0));
    for (const NumberFormat format : {NumberFormat::Float16, NumberFormat::BFloat16}) {
        Matrix<float> expected(256, 256);
        for (int i = 0; i < 65536; ++i)
            expected.data()[i] = valueOf(static_cast<std::uint16_t>(i), format);
        for (const bool transposed : {false, true}) {
            const PackedMatrix packed(RawMatrix{bits.data(), format, 256, 256, 0, transposed});
            const Matrix<float> unpacked = packed.unpacked();
            QVERIFY(areSame(transposed ? Matrix<float>(unpacked.transpose()) : unpacked, expected));
            QCOMPARE(packed.at(1, 2), transposed ? expected(2, 1) : expected(1, 2));
        }
        NumberTable table(256, 256, format);
        std::memcpy(table.bytes(0, 256).data(), bits.data(), 2 * bits.size());
        RowVector<float> row(256);
        for (int i = 0; i < 256; ++i) {
            table.row(i, {row.data(), 256});
            QVERIFY(areSame(row, expected.row(i)));
        }
    }
}

/** Every pattern of 16 bits as a weight, by one row, by a tile of rows, and by so many that they are widened beside. */
void TestPackedMatrix::everyHalfAndBFloatIsMultipliedExactly()
{
    QFETCH(InstructionSet, set);
    if (set == InstructionSet::Amx)
        QSKIP("The tile unit takes numbers below 1e-38 for zero.");
    useInstructionSet(set);
    std::vector<std::uint16_t> bits(65536);
    std::iota(bits.begin(), bits.end(), std::uint16_t(0));
    for (const NumberFormat format : {NumberFormat::Float16, NumberFormat::BFloat16})
        for (const int rows : {1, 3, 40}) {
            Matrix<float> expected(rows, 65536), found(rows, 65536);
            const Matrix<float> x = Matrix<float>::Ones(rows, 1);
            for (int i = 0; i < 65536; ++i)
                expected.col(i).setConstant(valueOf(static_cast<std::uint16_t>(i), format));
            multiply(x, PackedMatrix(RawMatrix{bits.data(), format, 1, 65536}), found);
            expected = expected.array() + 0.0F; // sums begin with +0, to which -0 adds nothing
            QVERIFY(areSame(found, expected));
        }
}

void TestPackedMatrix::storedTypesGiveTheProductsOfWidenedWeights()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const NumberFormat format : {NumberFormat::Float16, NumberFormat::BFloat16})
        for (const bool transposed : {false, true})
            for (const auto& [k, n] : {std::pair(1, 1), std::pair(2, 49), std::pair(3, 24),
                     std::pair(47, 150), std::pair(97, 64), std::pair(769, 71)}) {
                const RawBytes bytes(transposed ? Matrix<float>(Matrix<float>::Random(n, k))
                                                : Matrix<float>(Matrix<float>::Random(k, n)),
                    format);
                const PackedMatrix kept(bytes.raw(transposed));
                QCOMPARE(kept.format(), format);
                const Matrix<float> w = kept.unpacked();
                const PackedMatrix widened(w);
                QVERIFY(n < 16 || k < 16 || kept.bytes() < widened.bytes() * 11 / 20);
                for (const int rows : {1, 2, 4, 5, 8, 9, 16, 17, 33, 130, 300}) {
                    const Matrix<float> x = Matrix<float>::Random(rows, k);
                    Matrix<float> expected(rows, n), found(rows, n);
                    const RowVector<float> bias = RowVector<float>::Random(n);
                    if (set == InstructionSet::Amx) { // fewer products, more exact: bounded, not equal
                        compare(x, w, kept, {0, n});
                        continue;
                    }
                    multiply(x, widened, expected, bias.data());
                    multiply(x, kept, found, bias.data());
                    QVERIFY2(areSame(found, expected),
                        qPrintable(QString("%1 x %2 x %3").arg(rows).arg(k).arg(n)));
                }
            }
}

void TestPackedMatrix::someColumnsOfStoredTypes()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    for (const NumberFormat format : {NumberFormat::Float16, NumberFormat::BFloat16}) {
        const RawBytes bytes(Matrix<float>::Random(65, 151), format);
        const PackedMatrix packed(bytes.raw());
        const Matrix<float> w = packed.unpacked();
        for (const int rows : {1, 9, 40})
            for (int first = 0; first < 151; first += 5)
                for (int count = 1; first + count <= 151; count += 7)
                    compare(Matrix<float>::Random(rows, 65), w, packed, {first, count});
    }
}

void TestPackedMatrix::rowsAndColumnsWithStride()
{
    // Queries, keys and values side by side in one matrix: the keys alone.
    const Matrix<float> fused = Matrix<float>::Random(40, 3 * 50);
    const RawMatrix keys{fused.data() + 50, NumberFormat::Float32, 40, 50, 150};
    QCOMPARE(PackedMatrix(keys).unpacked(), Matrix<float>(fused.middleCols(50, 50)));
    const RawMatrix turned{fused.data() + 50, NumberFormat::Float32, 40, 50, 150, true};
    QCOMPARE(PackedMatrix(turned).unpacked(), Matrix<float>(fused.middleCols(50, 50).transpose()));
}

void TestPackedMatrix::infinityInOtherColumnsDoesNotLeakIn()
{
    for (const InstructionSet set : availableInstructionSets()) {
        useInstructionSet(set);
        Matrix<float> w = Matrix<float>::Constant(9, 60, std::numeric_limits<float>::infinity());
        w.middleCols(10, 7).setOnes();
        Matrix<float> out(3, 7);
        multiply(Matrix<float>::Ones(3, 9), PackedMatrix(w), {10, 7}, out);
        QVERIFY((out.array() == 9).all());
    }
}

/** Products of floats in any order of sums err by at most k units of rounding (Higham, Accuracy and Stability, 3.1). */
void TestPackedMatrix::numbersOfAllSizesAreAsExactAsFloats()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    constexpr int k = 100;
    const auto scaled = [](const Matrix<float>& values, const Matrix<float>& powers) -> Matrix<float> {
        return values.array() * (powers.array() * 40).exp(); // from e^-40 to e^40
    };
    const Matrix<float> x = scaled(Matrix<float>::Random(20, k), Matrix<float>::Random(20, k));
    const Matrix<float> w = scaled(Matrix<float>::Random(k, 70), Matrix<float>::Random(k, 70));
    Matrix<float> out(20, 70);
    multiply(x, PackedMatrix(w), out);
    const Matrix<double> exact_x = x.cast<double>(), exact_w = w.cast<double>();
    const Matrix<double> errors = (out.cast<double>() - exact_x * exact_w).cwiseAbs();
    const Matrix<double> sizes = exact_x.cwiseAbs() * exact_w.cwiseAbs();
    QVERIFY((errors.array() <= k * 0x1p-24 * sizes.array()).all());
}

void TestPackedMatrix::rowThatIsNotFiniteLeavesTheOthersAlone()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    constexpr float infinity = std::numeric_limits<float>::infinity();
    constexpr float largest = std::numeric_limits<float>::max();
    const Matrix<float> w = Matrix<float>::Random(70, 75).cwiseAbs();
    const PackedMatrix packed(w);
    Matrix<float> x = Matrix<float>::Random(40, 70);
    Matrix<float> expected(40, 75), found(40, 75), alone(1, 75);
    multiply(x, packed, expected);
    x(3, 69) = infinity;
    x(17, 0) = std::numeric_limits<float>::quiet_NaN();
    x.row(33).setZero();
    x(33, 5) = largest;
    multiply(x, packed, found);
    for (int i = 0; i < 40; ++i)
        if (i != 3 && i != 17 && i != 33)
            QVERIFY(found.row(i) == expected.row(i));
    QVERIFY((found.row(3).array() == infinity).all());
    QVERIFY(found.row(17).array().isNaN().all());
    for (int j = 0; j < 75; ++j)
        QCOMPARE(found(33, j), largest * w(5, j));
    multiply(x.row(33), packed, alone);
    QVERIFY(alone == found.row(33));
}

void TestPackedMatrix::weightsThatAreNotFiniteAreSeen()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    constexpr float infinity = std::numeric_limits<float>::infinity();
    for (const NumberFormat format : all_formats)
        for (const int rows : {1, 20}) {
            // Patterns of ones, of infinity and of NaN, in the order of the formats.
            const auto kind = static_cast<std::size_t>(format);
            const std::uint32_t one = std::array{0x3F800000u, 0x3C00u, 0x3F80u}[kind];
            const std::uint32_t minus_infinite = std::array{0xFF800000u, 0xFC00u, 0xFF80u}[kind];
            const std::uint32_t nan = std::array{0x7FC00000u, 0x7E00u, 0x7FC0u}[kind];
            std::vector<std::uint32_t> patterns(70 * 75, one);
            patterns.back() = nan;
            patterns.front() = minus_infinite;
            const auto bytes = static_cast<std::size_t>(bytesOf(format));
            std::vector<char> raw(patterns.size() * bytes);
            for (std::size_t i = 0; i < patterns.size(); ++i)
                std::memcpy(raw.data() + i * bytes, &patterns[i], bytes);
            Matrix<float> out(rows, 75);
            multiply(Matrix<float>::Ones(rows, 70), PackedMatrix(RawMatrix{raw.data(), format, 70, 75}), out);
            QVERIFY((out.col(0).array() == -infinity).all());
            QVERIFY(out.col(74).array().isNaN().all());
            QVERIFY((out.middleCols(1, 73).array() == 70).all());
        }
}

void TestPackedMatrix::resultLargerThanTheCaches()
{
    QFETCH(InstructionSet, set);
    useInstructionSet(set);
    const Matrix<float> w = Matrix<float>::Random(33, 20'011);
    compare(Matrix<float>::Random(35, 33), w, PackedMatrix(w), {0, 20'011});
    compare(Matrix<float>::Random(35, 33), w, PackedMatrix(w), {7, 20'000});
}

void TestPackedMatrix::emptySizes()
{
    const RowVector<float> bias = RowVector<float>::Ones(4);
    Matrix<float> out(3, 4);
    multiply(Matrix<float>(3, 0), PackedMatrix(0, 4), out, bias.data());
    QVERIFY((out.array() == 1).all());
    multiply(Matrix<float>(3, 0), PackedMatrix(0, 4), out);
    QVERIFY((out.array() == 0).all());
    Matrix<float> no_rows(0, 4);
    multiply(Matrix<float>(0, 2), PackedMatrix(2, 4), no_rows);
    Matrix<float> no_columns(3, 0);
    multiply(Matrix<float>(3, 2), PackedMatrix(2, 0), no_columns);
    QCOMPARE(PackedMatrix().size(), 0);
}

QTEST_APPLESS_MAIN(TestPackedMatrix)
#include "tst_packed_matrix.moc"
