#include "core/error.h"
#include "core/trace/model.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<long> until_failure{0}; ///< allocations up to the one that fails; 0 or less: none does
std::atomic<long> living{0}; ///< allocated and not freed
std::atomic<long> made{0};

void* allocate(std::size_t size, std::size_t alignment)
{
    if (until_failure.load() > 0 && until_failure.fetch_sub(1) == 1)
        throw std::bad_alloc();
    void* const memory = alignment == 0
        ? std::malloc(size == 0 ? 1 : size)
        : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
    if (!memory)
        throw std::bad_alloc();
    ++living;
    ++made;
    return memory;
}

void release(void* memory)
{
    if (memory)
        --living;
    std::free(memory);
}

} // namespace

// The forms for arrays call these; the standard library's form that does not throw would too, a sanitizer's would not.
void* operator new(std::size_t size)
{
    return allocate(size, 0);
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    return allocate(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept
{
    try {
        return allocate(size, 0);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}
void operator delete(void* memory) noexcept
{
    release(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    release(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    release(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    release(memory);
}

using namespace glassformer;

/** Row 39 of the list of bad inputs: each allocation fails in turn while a model is opened and asked. */
class TestFailingAllocations : public QObject
{
    Q_OBJECT

private slots:
    void theLoaderSurvivesEachAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<long>("step");
        QTest::newRow("gpt2") << "gpt2" << 1L;
        for (const char* model : {"bert-explicit-head", "llama-bfloat16-sharded", "marian"})
            QTest::newRow(model) << model << 7L; // every seventh: these differ in few places
    }
    void theLoaderSurvivesEachAndLeavesNothing()
    {
        QFETCH(QString, model);
        QFETCH(long, step);
        const std::filesystem::path folder =
            std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / model.toStdString();
        survives([&folder] { Model::load(folder); }, step);
    }

    void aRunSurvivesEachAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* model : {"gpt2", "marian"})
            QTest::newRow(model) << model;
    }
    void aRunSurvivesEachAndLeavesNothing()
    {
        QFETCH(QString, model);
        const auto opened = std::make_shared<const Model>(
            Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / model.toStdString()));
        const RunRequest request{"The cat sat.", {}, {.max_new_tokens = 2}, {}, {}};
        survives([&] { runLean(opened, request); });
    }

private:
    /** Calls act with the first allocation failing, then the one a step further, and so on to the last. */
    template <typename Act> static void survives(Act act, long step = 1)
    {
        act(); // what is made once and kept is there from here on
        const long before = made;
        act();
        const long count = made - before;
        qInfo("%ld allocations", count);
        for (long n = 1; n <= count; n += step) {
            const long living_before = living;
            until_failure = n;
            try {
                act();
            } catch (const std::bad_alloc&) {
            } catch (const Error&) {
            }
            until_failure = 0;
            QVERIFY2(living == living_before, qPrintable(QString::number(n)));
        }
    }
};

QTEST_APPLESS_MAIN(TestFailingAllocations)
#include "tst_failing_allocations.moc"
