#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/folder_files.h"
#include "core/model/loading/open_transformer.h"
#include "tests/builders/tensor_file.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/**
 * Every family against an independent implementation (tests/parity/reference): logits, attention maps and what every
 * layer passes on, for tiny models in the layout of shared checkpoints, and for the bundled ones, which are trained.
 */
class TestParity : public QObject
{
    Q_OBJECT

private slots:
    void everyNumberIsThatOfTheReference_data();
    void everyNumberIsThatOfTheReference();
};

namespace {

const std::filesystem::path models = std::filesystem::path(GLASSFORMER_TEST_DATA) / "models";

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(pathText(path));
}

/** Largest difference, as a share of the largest value of the reference. */
class Comparison
{
public:
    explicit Comparison(const WeightSource& reference)
        : m_reference(reference)
    {
    }

    bool has(const std::string& name) const { return m_reference.contains(name); }

    void compare(const std::string& name, const Matrix<float>& found)
    {
        compare(name, std::vector<Matrix<float>>{found});
    }

    void compare(const std::string& name, const std::vector<Matrix<float>>& found)
    {
        if (!has(name))
            return;
        const Tensor expected = m_reference.tensor(name);
        std::size_t at = 0;
        double largest = 0, difference = 0;
        for (const Matrix<float>& matrix : found)
            for (Eigen::Index i = 0; i < matrix.size(); ++i, ++at) {
                QVERIFY2(at < expected.values.size(), name.c_str());
                const double value = expected.values[at];
                largest = std::max(largest, std::abs(value));
                const double error = std::abs(value - static_cast<double>(matrix.data()[i]));
                difference = std::isnan(error) ? 1e9 : std::max(difference, error);
            }
        QCOMPARE(at, expected.values.size());
        const double relative = difference / largest;
        QVERIFY2(relative < 1e-4,
            qPrintable(QString::fromStdString(name) + " differs by " + QString::number(relative)));
        worst = std::max(worst, relative);
        ++compared;
    }

    double worst = 0;
    int compared = 0;

private:
    const WeightSource& m_reference;
};

std::vector<int> idsIn(const WeightSource& file, const char* name)
{
    const std::vector<std::int64_t> ids = file.integers(name);
    return {ids.begin(), ids.end()};
}

void compareStack(Comparison& comparison, const std::string& stack, const StackRecord<float>& record)
{
    for (std::size_t l = 0; l < record.layers.size(); ++l) {
        const std::string layer = stack + "." + std::to_string(l);
        comparison.compare(layer + ".self_attention.weights", record.layers[l].attention.weights);
        comparison.compare(layer + ".cross_attention.weights", record.layers[l].cross_attention.weights);
        comparison.compare(layer + ".output", record.layers[l].output());
    }
}

} // namespace

void TestParity::everyNumberIsThatOfTheReference_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("reference");
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(models))
        if (entry.is_directory())
            names.push_back(pathText(entry.path().filename()));
    std::sort(names.begin(), names.end());
    QVERIFY(names.size() >= 30);
    for (const std::string& name : names) {
        const std::filesystem::path folder = models / name;
        QTest::newRow(name.c_str()) << text(folder) << text(folder / "reference.safetensors");
        QTest::newRow((name + ", one token").c_str())
            << text(folder) << text(folder / "reference_single.safetensors");
        if (const auto pair = folder / "reference_pair.safetensors"; std::filesystem::exists(pair))
            QTest::newRow((name + ", two sentences").c_str()) << text(folder) << text(pair);
    }
    for (const std::string name : {"translator", "next-word", "gap"})
        QTest::newRow((name + ", bundled").c_str())
            << text(std::filesystem::path(GLASSFORMER_RESOURCES) / "models" / name)
            << text(std::filesystem::path(GLASSFORMER_TEST_DATA) / "bundled" / (name + ".safetensors"));
}

void TestParity::everyNumberIsThatOfTheReference()
{
    QFETCH(QString, folder);
    QFETCH(QString, reference);
    const WeightSource file = tensorsIn(reference.toStdString());
    OpenedTransformer opened;
    try {
        opened = openTransformer(FolderFiles(folder.toStdString()));
    } catch (const Error& error) {
        QFAIL(error.what());
    }
    const Transformer<float>& model = opened.transformer;
    QVERIFY2(opened.unread.empty(), opened.unread.empty() ? "" : opened.unread.front().c_str());

    Comparison comparison(file);
    const std::vector<int> input = idsIn(file, "input_ids");
    const bool is_pair = file.contains("token_type_ids");
    const std::vector<int> rows = is_pair ? idsIn(file, "token_type_ids") : std::vector<int>();
    const Segments segments = Segments::single(static_cast<int>(input.size()));
    StackRecord<float> encoder, decoder;
    if (model.config.hasEncoder()) {
        encoder = encode<float>(model, {input, segments, rows});
        compareStack(comparison, "encoder", encoder);
        comparison.compare("encoder.output", encoder.output);
    }
    if (model.config.hasDecoder()) {
        const std::vector<int> target = model.config.hasEncoder() ? idsIn(file, "decoder_input_ids") : input;
        const Segments target_segments = Segments::single(static_cast<int>(target.size()));
        const Memory<float> memory{encoder.output, segments};
        decoder =
            decode<float>(model, model.config.hasEncoder() ? &memory : nullptr, {target, target_segments});
        compareStack(comparison, "decoder", decoder);
    }
    if (model.config.has_output)
        comparison.compare(
            "logits", logits(model, model.config.hasDecoder() ? decoder.output : encoder.output));
    QVERIFY(comparison.compared >= 3);
    QVERIFY(comparison.has("logits") == model.config.has_output);
    qInfo("%d tensors, largest relative difference %.1e", comparison.compared, comparison.worst);
}

QTEST_APPLESS_MAIN(TestParity)
#include "tst_parity.moc"
