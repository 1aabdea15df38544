#include "core/tensor/float_storage.h"
#include "core/tensor/instruction_set.h"
#include "core/tensor/matrix.h"
#include "core/tensor/number_format.h"
#include "tests/core/tensor/emulated_tile_unit.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

using namespace glassformer;

namespace {

/** Weights [k, n] in a format, as a file has them, and what they are. */
struct Weights
{
    Weights(const Matrix<float>& wanted, NumberFormat number_format)
        : format(number_format)
        , values(wanted)
        , bytes(static_cast<std::size_t>(wanted.size() * bytesOf(number_format)))
    {
        for (Eigen::Index i = 0; i < wanted.size(); ++i) {
            char* const to = bytes.data() + i * bytesOf(format);
            if (format == NumberFormat::Float32) {
                std::memcpy(to, wanted.data() + i, 4);
                continue;
            }
            // bfloat16 is the upper half; of binary16 quarters between -8 and 8 will do: they have no further bits.
            std::uint32_t bits = 0;
            std::memcpy(&bits, wanted.data() + i, 4);
            auto half = static_cast<std::uint16_t>(bits >> 16);
            if (format == NumberFormat::Float16) {
                const float quarter = std::round(wanted.data()[i] * 32) / 4;
                half = halfOf(quarter);
                values.data()[i] = quarter;
            } else {
                bits &= 0xFFFF0000;
                std::memcpy(values.data() + i, &bits, 4);
            }
            std::memcpy(to, &half, 2);
        }
    }

    static std::uint16_t halfOf(float quarter)
    {
        if (quarter == 0)
            return 0;
        int exponent = 0;
        const float significand = std::frexp(std::abs(quarter), &exponent);
        return static_cast<std::uint16_t>(
            (quarter < 0 ? 0x8000 : 0) + ((exponent + 14) << 10) + int(significand * 2048) - 1024);
    }

    NumberFormat format;
    Matrix<float> values;
    std::vector<char> bytes;
};

/** x·w + 0 by the emulated unit, all columns from `first` on. */
Matrix<float> product(const Matrix<float>& x, const Weights& w, Eigen::Index first = 0)
{
    const kernel::Table& table = kernel::emulatedAmxTable();
    const kernel::StoredType& stored = table.stored[static_cast<int>(w.format)];
    const Eigen::Index k = x.cols(), n = w.values.cols(), step = table.panel_columns;
    FloatStorage aligned(table.cut.rowParts(x.rows(), k) / 2);
    auto* const parts = reinterpret_cast<unsigned short*>(aligned.data());
    const auto parts_step = static_cast<Eigen::Index>(table.cut.rowParts(x.rows(), 1));
    std::array<bool, kernel::most_panel_rows> is_cut{};
    for (Eigen::Index i = 0; i < x.rows(); i += 16)
        table.cut.cutRows(x.row(i).data(), k, std::min<Eigen::Index>(16, x.rows() - i), k,
            parts + i / 16 * table.cut.rowParts(16, 1), parts_step, is_cut.data() + i);
    Matrix<float> out = Matrix<float>::Zero(x.rows(), n - first);
    for (Eigen::Index begin = 0; begin < n; begin += step) {
        const Eigen::Index columns = std::min(step, n - begin);
        kernel::PanelProduct one;
        one.width = (columns + 15) / 16 * 16;
        FloatStorage memory(stored.panelBytes(k, one.width) / 4 + 16);
        stored.packRows(
            w.bytes.data() + begin * bytesOf(w.format), n, k, columns, {memory.data(), one.width, 0, 0});
        one.first_column = std::max(first - begin, Eigen::Index(0));
        if (one.first_column >= columns)
            continue;
        one.panel = memory.data();
        one.columns = columns - one.first_column;
        one.a = x.data();
        one.a_stride = k;
        one.out = out.data() + begin + one.first_column - first;
        one.out_stride = out.cols();
        one.m = x.rows();
        one.k = k;
        one.row_parts = parts;
        one.row_parts_step = parts_step;
        one.is_cut = is_cut.data();
        stored.multiplyPanel(one);
    }
    return out;
}

bool hasAvx512()
{
    const std::vector<InstructionSet> sets = availableInstructionSets();
    return std::find(sets.begin(), sets.end(), InstructionSet::Avx512) != sets.end();
}

} // namespace

Q_DECLARE_METATYPE(glassformer::NumberFormat)

/** Products on the tile unit, whose instructions are emulated. */
class TestTileUnit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasAvx512())
            QSKIP("The kernel of the tile unit needs AVX-512 too.");
    }
    void formats()
    {
        QTest::addColumn<NumberFormat>("format");
        QTest::newRow("float32") << NumberFormat::Float32;
        QTest::newRow("float16") << NumberFormat::Float16;
        QTest::newRow("bfloat16") << NumberFormat::BFloat16;
    }

    void productsAreAsExactAsFloats_data() { formats(); }
    /** Products of floats in any order of sums err by at most k units of rounding (Higham, Accuracy and Stability, 3.1). */
    void productsAreAsExactAsFloats()
    {
        QFETCH(NumberFormat, format);
        for (const auto& [k, n] : {std::pair(1, 1), std::pair(2, 17), std::pair(31, 64), std::pair(32, 65),
                 std::pair(33, 150), std::pair(97, 48), std::pair(200, 70)})
            for (const int rows : {1, 3, 16, 17, 40})
                for (const int first : {0, n / 3}) {
                    const Matrix<float> x = Matrix<float>::Random(rows, k);
                    const Weights w(Matrix<float>::Random(k, n), format);
                    const Matrix<double> all = x.cast<double>() * w.values.cast<double>();
                    const Matrix<double> sizes =
                        x.cwiseAbs().cast<double>() * w.values.cwiseAbs().cast<double>();
                    const Matrix<double> errors =
                        (product(x, w, first).cast<double>() - all.rightCols(n - first)).cwiseAbs();
                    QVERIFY2((errors.array()
                                 <= std::max(k, 4) * 0x1p-24 * sizes.rightCols(n - first).array() + 1e-30)
                                 .all(),
                        qPrintable(QString("%1 x %2 x %3 from %4").arg(rows).arg(k).arg(n).arg(first)));
                }
    }

    void aRowAloneGetsTheBitsThatItGetsAmongOthers_data() { formats(); }
    void aRowAloneGetsTheBitsThatItGetsAmongOthers()
    {
        QFETCH(NumberFormat, format);
        const Matrix<float> x = Matrix<float>::Random(70, 161);
        const Weights w(Matrix<float>::Random(161, 75), format);
        const Matrix<float> all = product(x, w);
        for (int i = 0; i < 70; ++i)
            QVERIFY(product(x.row(i), w) == all.row(i));
    }

    void rowsThatCannotBeCutAreDoneByTheVectorUnit_data() { formats(); }
    void rowsThatCannotBeCutAreDoneByTheVectorUnit()
    {
        QFETCH(NumberFormat, format);
        const Weights w(Matrix<float>::Random(70, 75).cwiseAbs().array() + 0.5F, format);
        Matrix<float> x = Matrix<float>::Random(20, 70);
        const Matrix<float> expected = product(x, w);
        x.row(7).setZero();
        x(7, 69) = std::numeric_limits<float>::infinity();
        const Matrix<float> found = product(x, w);
        for (int i = 0; i < 20; ++i)
            if (i != 7)
                QVERIFY(found.row(i) == expected.row(i));
        QVERIFY((found.row(7).array() == std::numeric_limits<float>::infinity()).all());
    }
};

QTEST_APPLESS_MAIN(TestTileUnit)
#include "tst_tile_unit.moc"
