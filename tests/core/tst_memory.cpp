#include "core/error.h"
#include "core/memory.h"

#include <QFile>
#include <QTest>

using namespace glassformer;

namespace {

constexpr std::uint64_t largest = ~std::uint64_t{0};

} // namespace

Q_DECLARE_METATYPE(glassformer::MemoryVerdict)

class TestMemory : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatIsAvailable()
    {
        const std::optional<std::uint64_t> available = availableMemory();
        if (!QFile::exists("/proc/meminfo"))
            QSKIP("this platform does not tell");
        QVERIFY(available);
        QVERIFY(*available > 10'000'000u && *available < (std::uint64_t{1} << 50));
    }

    void judges_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<MemoryVerdict>("verdict");
        QTest::newRow("nothing") << quint64{0} << MemoryVerdict::Fits;
        QTest::newRow("half of what is free") << quint64{500} << MemoryVerdict::Fits;
        QTest::newRow("over half") << quint64{501} << MemoryVerdict::Ask;
        QTest::newRow("all") << quint64{1000} << MemoryVerdict::Ask;
        QTest::newRow("more") << quint64{1001} << MemoryVerdict::TooLarge;
        QTest::newRow("far more") << quint64{largest} << MemoryVerdict::TooLarge;
    }
    void judges()
    {
        QFETCH(quint64, bytes);
        QFETCH(MemoryVerdict, verdict);
        QVERIFY(judgeMemory(bytes, {1000, largest}) == verdict);
    }

    void keepsBelowTheCapEvenWhereMemoryIsUnknown()
    {
        QVERIFY(judgeMemory(300, {1000, 299}) == MemoryVerdict::TooLarge);
        QVERIFY(judgeMemory(300, {std::nullopt, 300}) == MemoryVerdict::Fits);
        QVERIFY(judgeMemory(301, {std::nullopt, 300}) == MemoryVerdict::TooLarge);
    }

    void refusesInPlainWords()
    {
        const auto said = [](std::uint64_t bytes, const MemoryLimits& limits) {
            try {
                requireMemory(bytes, limits, "folder");
            } catch (const Error& error) {
                return QString::fromUtf8(error.what());
            }
            return QString();
        };
        QCOMPARE(said(280'000'000'000u, {7'900'000'000u, largest}),
            QString("folder: needs about 280 GB of memory, and 7.9 GB are free. Close other programs, or "
                    "open a smaller "
                    "model."));
        QVERIFY(said(5'000'000'000u, {std::nullopt, 4'000'000'000u})
                    .contains("5.0 GB of memory, and the limit is 4.0 GB"));
        QCOMPARE(said(1000, {1000, largest}), QString());
    }

    void sizesAreShort_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << quint64{0} << "0 bytes";
        QTest::newRow("999") << quint64{999} << "999 bytes";
        QTest::newRow("1000") << quint64{1000} << "1.0 kB";
        QTest::newRow("9949") << quint64{9949} << "9.9 kB";
        QTest::newRow("9950") << quint64{9950} << "10 kB";
        QTest::newRow("999499") << quint64{999'499} << "999 kB";
        QTest::newRow("999500") << quint64{999'500} << "1.0 MB";
        QTest::newRow("GPT-2 small") << quint64{548'105'171} << "548 MB";
        QTest::newRow("2^64-1") << quint64{largest} << "18 EB";
    }
    void sizesAreShort()
    {
        QFETCH(quint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(sizeText(bytes)), text);
    }

    void sumsAndProductsStopAtTheLargest()
    {
        QCOMPARE(saturatedSum(largest - 1, 1), largest);
        QCOMPARE(saturatedSum(largest, largest), largest);
        QCOMPARE(saturatedSum(2, 3), std::uint64_t{5});
        QCOMPARE(saturatedProduct(std::uint64_t{1} << 32, std::uint64_t{1} << 32), largest);
        QCOMPARE(saturatedProduct(largest, 0), std::uint64_t{0});
        QCOMPARE(saturatedProduct(7, 6), std::uint64_t{42});
    }
};

QTEST_APPLESS_MAIN(TestMemory)
#include "tst_memory.moc"
