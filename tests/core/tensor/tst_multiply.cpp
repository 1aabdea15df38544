#include "core/tensor/instruction_set.h"
#include "core/tensor/multiply.h"

#include <QtTest>

#include <thread>

using namespace glassformer;

namespace {

enum class Kind
{
    Plain,
    ByTransposed,
    TransposedBy
};

/** A block inside a larger matrix, so that strides matter and writing beside the block is noticed. */
struct Block
{
    Block(int rows, int columns)
        : m_whole(Matrix<float>::Random(rows + 2, columns + 5))
        , m_rows(rows)
        , m_columns(columns)
    {
    }

    Eigen::Block<Matrix<float>> view() { return m_whole.block(1, 3, m_rows, m_columns); }
    Matrix<double> inDouble() { return view().cast<double>(); }
    const Matrix<float>& whole() const { return m_whole; }

private:
    Matrix<float> m_whole;
    int m_rows;
    int m_columns;
};

Matrix<double> truth(Kind kind, Block& a, Block& b)
{
    if (kind == Kind::Plain)
        return a.inDouble() * b.inDouble();
    if (kind == Kind::ByTransposed)
        return a.inDouble() * b.inDouble().transpose();
    return a.inDouble().transpose() * b.inDouble();
}

void product(Kind kind, Block& a, Block& b, MatrixView<float> out, Write write)
{
    if (kind == Kind::Plain)
        multiply(a.view(), b.view(), out, write);
    else if (kind == Kind::ByTransposed)
        multiplyByTransposed(a.view(), b.view(), out, write);
    else
        multiplyTransposedBy(a.view(), b.view(), out, write);
}

void compare(Kind kind, int m, int n, int k, Write write)
{
    Block a = kind == Kind::TransposedBy ? Block(k, m) : Block(m, k);
    Block b = kind == Kind::ByTransposed ? Block(n, k) : Block(k, n);
    Block out(m, n);
    Matrix<double> expected = truth(kind, a, b);
    if (write == Write::Add)
        expected += out.inDouble();
    Matrix<float> frame = out.whole();
    product(kind, a, b, out.view(), write);
    // Rounding a running sum k times; a term in the wrong place would be off by a thousand times as much.
    const double tolerance = 1e-6 * (1 + 0.2 * k);
    const double error = (out.inDouble() - expected).cwiseAbs().maxCoeff();
    QVERIFY2(error <= tolerance, qPrintable(QString("%1x%2x%3: %4").arg(m).arg(n).arg(k).arg(error)));
    frame.block(1, 3, m, n) = out.view();
    QVERIFY2(frame == out.whole(), "written beside the result");
}

} // namespace

Q_DECLARE_METATYPE(glassformer::InstructionSet)

class TestMultiply : public QObject
{
    Q_OBJECT

private slots:
    void oddSizes_data();
    void oddSizes();
    void largeSizes_data() { oddSizes_data(); }
    void largeSizes();
    void emptySizes();
    void infinityOutsideTheBlockDoesNotLeakIn();
    void threadsGetEqualResults();
    void doubleVersions();
    void cleanup() { useInstructionSet(availableInstructionSets().back()); }
};

void TestMultiply::oddSizes_data()
{
    QTest::addColumn<InstructionSet>("set");
    QTest::addColumn<int>("kind");
    const std::vector<std::string> kinds{"ab", "abT", "aTb"};
    for (const InstructionSet set : availableInstructionSets())
        for (int kind = 0; kind < 3; ++kind)
            QTest::addRow("%s %s", instructionSetName(set).c_str(), kinds[kind].c_str()) << set << kind;
}

void TestMultiply::oddSizes()
{
    QFETCH(InstructionSet, set);
    QFETCH(int, kind);
    useInstructionSet(set);
    QCOMPARE(activeInstructionSet(), set);
    for (const int n : {1, 3, 14, 16, 31, 32, 47, 48, 49, 97})
        for (int m = 1; m <= 17; ++m)
            for (const int k : {1, 31, 768, 769}) {
                compare(Kind(kind), m, n, k, Write::Replace);
                compare(Kind(kind), m, n, k, Write::Add);
                if (QTest::currentTestFailed())
                    return;
            }
}

void TestMultiply::largeSizes()
{
    QFETCH(InstructionSet, set);
    QFETCH(int, kind);
    useInstructionSet(set);
    compare(Kind(kind), 203, 384, 128, Write::Replace);
    compare(Kind(kind), 129, 257, 1601, Write::Add);
}

void TestMultiply::emptySizes()
{
    const Matrix<float> a(3, 0);
    const Matrix<float> b(0, 4);
    Matrix<float> out = Matrix<float>::Ones(3, 4);
    multiply(a, b, out, Write::Add);
    QVERIFY((out.array() == 1).all());
    multiply(a, b, out);
    QVERIFY((out.array() == 0).all());
    out.setOnes();
    multiplyByTransposed(a, Matrix<float>(4, 0), out);
    QVERIFY((out.array() == 0).all());
    out.setOnes();
    multiplyTransposedBy(Matrix<float>(0, 3), b, out);
    QVERIFY((out.array() == 0).all());
    Matrix<float> no_rows(0, 4);
    multiply(Matrix<float>(0, 2), Matrix<float>(2, 4), no_rows);
    Matrix<float> no_columns(3, 0);
    multiply(Matrix<float>(3, 2), Matrix<float>(2, 0), no_columns);
}

void TestMultiply::infinityOutsideTheBlockDoesNotLeakIn()
{
    for (const InstructionSet set : availableInstructionSets()) {
        useInstructionSet(set);
        Matrix<float> a = Matrix<float>::Constant(9, 9, std::numeric_limits<float>::infinity());
        Matrix<float> b = a;
        a.topLeftCorner(7, 7).setOnes();
        b.topLeftCorner(7, 7).setOnes();
        Matrix<float> out(7, 7);
        multiply(a.topLeftCorner(7, 7), b.topLeftCorner(7, 7), out);
        QVERIFY((out.array() == 7).all());
        multiplyByTransposed(a.topLeftCorner(7, 7), b.topLeftCorner(7, 7), out);
        QVERIFY((out.array() == 7).all());
        multiplyTransposedBy(a.topLeftCorner(7, 7), b.topLeftCorner(7, 7), out);
        QVERIFY((out.array() == 7).all());
    }
}

void TestMultiply::threadsGetEqualResults()
{
    const Matrix<float> a = Matrix<float>::Random(61, 130);
    const Matrix<float> b = Matrix<float>::Random(99, 130);
    Matrix<float> first(61, 99);
    multiplyByTransposed(a, b, first);
    std::vector<Matrix<float>> results(4, Matrix<float>(61, 99));
    std::vector<std::thread> threads;
    for (Matrix<float>& result : results)
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i)
                multiplyByTransposed(a, b, result);
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const Matrix<float>& result : results)
        QVERIFY(result == first);
}

void TestMultiply::doubleVersions()
{
    const Matrix<double> a{{1, 2, 3}, {4, 5, 6}};
    const Matrix<double> b{{1, 0}, {0, 1}, {2, -1}};
    const Matrix<double> expected{{7, -1}, {16, -1}};
    Matrix<double> out(2, 2);
    multiply(a, b, out);
    QCOMPARE(out, expected);
    multiplyByTransposed(a, b.transpose().eval(), out, Write::Add);
    QCOMPARE(out, Matrix<double>(2 * expected));
    multiplyTransposedBy(a.transpose().eval(), b, out);
    QCOMPARE(out, expected);
}

QTEST_APPLESS_MAIN(TestMultiply)
#include "tst_multiply.moc"
