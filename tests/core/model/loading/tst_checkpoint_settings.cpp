#include "core/error.h"
#include "core/model/families/family.h"

#include <QtTest>

using namespace glassformer;

namespace {

ModelConfig read(const QString& json)
{
    return configFromCheckpoint(json.toStdString(), "config.json", [](std::string_view) {
        return true;
    }).config;
}

ModelConfig read(const char* model_type, const char* more)
{
    return read(QStringLiteral(R"({"model_type":"%1"%2%3})")
                    .arg(QString::fromUtf8(model_type), QString::fromUtf8(*more ? "," : ""),
                        QString::fromUtf8(more)));
}

QString complaint(const char* model_type, const char* more)
{
    try {
        read(model_type, more);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

/**
 * config.json as its library reads it, by the documentation of transformers' configuration classes (GPT2Config,
 * BertConfig, ...): "vocab_size (int, optional, defaults to 50257)" is what a file means that leaves vocab_size out.
 */
class TestCheckpointSettings : public QObject
{
    Q_OBJECT

private slots:
    void aFileThatLeavesAllOutIsTheDocumentedModel_data()
    {
        QTest::addColumn<QString>(
            "sizes"); ///< vocabulary, width, heads, keys, head size, network, layers, length
        QTest::addColumn<double>("epsilon");
        QTest::addColumn<bool>("tied");
        const auto row = [](const char* type, const char* sizes, double epsilon, bool tied) {
            QTest::newRow(type) << sizes << epsilon << tied;
        };
        row("gpt2", "50257 768 12 12 64 3072 0+12 1024", 1e-5, true);
        row("openai-gpt", "40478 768 12 12 64 3072 0+12 512", 1e-5, true);
        row("bert", "30522 768 12 12 64 3072 12+0 512", 1e-12, true);
        row("ernie", "30522 768 12 12 64 3072 12+0 512", 1e-12, true);
        row("distilbert", "30522 768 12 12 64 3072 6+0 512", 1e-12, true);
        row("roberta", "50265 768 12 12 64 3072 12+0 510", 1e-12, true); // two rows belong to no place
        row("xlm-roberta", "30522 768 12 12 64 3072 12+0 510", 1e-12, true);
        row("camembert", "30522 768 12 12 64 3072 12+0 510", 1e-12, true);
        row("albert", "30000 4096 64 64 64 16384 12+0 512", 1e-12, true);
        row("bart", "50265 1024 16 16 64 4096 12+12 1024", 1e-5, true);
        row("mbart", "50265 1024 16 16 64 4096 12+12 1024", 1e-5, true);
        row("marian", "58101 1024 16 16 64 4096 12+12 1024", 1e-5, true);
        row("t5", "32128 512 8 8 64 2048 6+6 512", 1e-6, true);
        row("mt5", "250112 512 6 6 64 1024 8+8 512", 1e-6, false);
        row("llama", "32000 4096 32 32 128 11008 0+32 2048", 1e-6, false);
        row("mistral", "32000 4096 32 8 128 14336 0+32 131072", 1e-6, false);
        row("qwen2", "151936 4096 32 32 128 22016 0+32 32768", 1e-6, false);
        row("qwen3", "151936 4096 32 32 128 22016 0+32 32768", 1e-6, false);
    }
    void aFileThatLeavesAllOutIsTheDocumentedModel()
    {
        QFETCH(QString, sizes);
        QFETCH(double, epsilon);
        QFETCH(bool, tied);
        const ModelConfig config = read(QTest::currentDataTag(), "");
        const QString found = QStringLiteral("%1 %2 %3 %4 %5 %6 %7+%8 %9")
                                  .arg(config.vocabulary)
                                  .arg(config.d_model)
                                  .arg(config.n_heads)
                                  .arg(config.keyValueHeads())
                                  .arg(config.headSize())
                                  .arg(config.d_ff)
                                  .arg(config.encoder_layers)
                                  .arg(config.decoder_layers)
                                  .arg(config.max_length);
        QCOMPARE(found, sizes);
        QCOMPARE(config.norm_epsilon, epsilon);
        QCOMPARE(config.tied_output, tied);
    }

    void activationsThatAreLeftOutAreTheDocumentedOnes()
    {
        QCOMPARE(read("gpt2", "").activation, Activation::GeluTanh); // "defaults to "gelu_new""
        QCOMPARE(read("openai-gpt", "").activation, Activation::GeluTanh); // its "gelu" is the one of GPT-1
        QCOMPARE(read("bert", "").activation, Activation::GeluErf);
        QCOMPARE(read("albert", "").activation, Activation::GeluTanh); // "defaults to "gelu_new""
        QCOMPARE(read("albert", R"("hidden_act":"gelu")").activation, Activation::GeluErf);
        QCOMPARE(read("marian", "").activation, Activation::GeluErf);
        QCOMPARE(read("llama", "").activation, Activation::SiLU);
        // T5Config: "feed_forward_proj (string, optional, defaults to "relu")"; MT5Config: "gated-gelu".
        QCOMPARE(read("t5", "").activation, Activation::ReLU);
        QVERIFY(!read("t5", "").gated_feed_forward);
        QCOMPARE(read("mt5", "").activation, Activation::GeluTanh);
        QVERIFY(read("mt5", "").gated_feed_forward);
    }

    /** MistralConfig: "sliding_window (int, optional, defaults to 4096): Sliding window attention window size. If not
        specified, will default to 4096." null is None: no window. */
    void mistralsWindowIsThereUnlessItIsNull()
    {
        QCOMPARE(read("mistral", "").sliding_window, 4096);
        QCOMPARE(read("mistral", R"("sliding_window":null)").sliding_window, 0);
        QCOMPARE(read("mistral", R"("sliding_window":512)").sliding_window, 512);
        QVERIFY(complaint("mistral", R"("sliding_window":0)").contains("sliding_window"));
    }

    /** MistralConfig: "num_key_value_heads (int, optional, defaults to 8)". LlamaConfig: "If it is not specified, will
        default to num_attention_heads." Each class takes None for as many as heads. */
    void keysAndValuesAreSharedAsEachFamilySays()
    {
        QCOMPARE(read("mistral", "").keyValueHeads(), 8);
        QCOMPARE(read("mistral", R"("num_key_value_heads":null)").keyValueHeads(), 32);
        QCOMPARE(read("llama", "").keyValueHeads(), 32);
        QCOMPARE(read("llama", R"("num_key_value_heads":null)").keyValueHeads(), 32);
        QCOMPARE(read("qwen2", R"("num_key_value_heads":null,"num_attention_heads":16)").keyValueHeads(), 16);
    }

    /** Qwen2Config: "use_sliding_window (bool, optional, defaults to False)", "sliding_window (defaults to 4096)",
        "max_window_layers (defaults to 28): The number of layers using full attention. The first max_window_layers
        layers will use full attention, while any additional layers afterwards will use SWA". */
    void qwensWindowIsSwitchedOnByItsFlag_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("qwen2") << "qwen2";
        QTest::newRow("qwen3") << "qwen3";
    }
    void qwensWindowIsSwitchedOnByItsFlag()
    {
        QFETCH(QString, type);
        const QByteArray name = type.toUtf8();
        QCOMPARE(read(name, R"("sliding_window":16,"max_window_layers":0)").windowOf(31), 0);
        QCOMPARE(read(name, R"("use_sliding_window":null,"sliding_window":16)").windowOf(31), 0);
        const ModelConfig absent = read(name, R"("use_sliding_window":true)");
        QCOMPARE(absent.windowOf(27), 0);
        QCOMPARE(absent.windowOf(28), 4096);
        const char* const given =
            R"("use_sliding_window":true,"sliding_window":16,"num_hidden_layers":3,)"
            R"("layer_types":["full_attention","sliding_attention","sliding_attention"])";
        QCOMPARE(read(name, given).windowOf(0), 0);
        QCOMPARE(read(name, given).windowOf(1), 16);
        const QString off = complaint(name, R"("num_hidden_layers":1,"layer_types":["sliding_attention"])");
        QVERIFY2(off.contains("layer_types[0]") && off.contains("use_sliding_window"), qPrintable(off));
        const QString mixed = complaint(name,
            R"("use_sliding_window":true,"num_hidden_layers":2,"layer_types":["sliding_attention","full_attention"])");
        QVERIFY2(mixed.contains("layer_types[1]"), qPrintable(mixed));
        QVERIFY(complaint(name, R"("layer_types":["full_attention"])").contains("layer_types"));
    }

    /** Biases: LlamaConfig and Qwen3Config read attention_bias ("defaults to False"), LlamaConfig mlp_bias too; Mistral
        has no such setting, and Qwen2's queries, keys and values always have biases. */
    void biasesAreThoseOfTheFamily()
    {
        const char* const all = R"("attention_bias":true,"mlp_bias":true)";
        QVERIFY(!read("llama", "").attention_bias && !read("llama", "").feed_forward_bias);
        QVERIFY(read("llama", all).attention_bias && read("llama", all).feed_forward_bias);
        QVERIFY(!read("mistral", all).attention_bias && !read("mistral", all).feed_forward_bias);
        QVERIFY(read("qwen2", "").attention_bias && !read("qwen2", all).attention_output_bias);
        QVERIFY(!read("qwen3", "").attention_bias && read("qwen3", all).attention_output_bias);
        QVERIFY(!read("llama", R"("attention_bias":null)").attention_bias);
    }

    /** ErnieConfig: "use_task_id (bool, optional, defaults to False): Whether or not the model support task_type_ids",
        "task_type_vocab_size (int, optional, defaults to 3)". */
    void ernieReadsItsTasksOnlyWhereTheyAreSwitchedOn()
    {
        QCOMPARE(read("ernie", "").tasks, 0);
        QCOMPARE(read("ernie", R"("task_type_vocab_size":3,"use_task_id":false)").tasks, 0);
        QCOMPARE(read("ernie", R"("use_task_id":true)").tasks, 3);
        QCOMPARE(read("bert", R"("use_task_id":true)").tasks, 0);
    }

    /** BartConfig: "scale_embedding (bool, optional, defaults to False)". None counts as False. */
    void aFlagThatIsNullIsOff()
    {
        QVERIFY(!read("marian", "").scale_embedding);
        QVERIFY(!read("mbart", R"("scale_embedding":null)").scale_embedding);
        QVERIFY(read("mbart", R"("scale_embedding":true)").scale_embedding);
        QVERIFY(!read("gpt2", R"("tie_word_embeddings":null)").tied_output);
    }

    /** LlamaConfig: rope_theta "defaults to 10000.0"; the fifth version writes it into rope_parameters. */
    void thePeriodOfRotaryPositionsIsFoundInEachPlace()
    {
        QCOMPARE(read("llama", "").rotary.theta, 10000.0);
        QCOMPARE(read("llama", R"("rope_theta":null)").rotary.theta, 10000.0);
        QCOMPARE(
            read("llama", R"("rope_parameters":{"rope_type":"default","rope_theta":500.0})").rotary.theta,
            500.0);
        QCOMPARE(
            read("llama", R"("rope_theta":500.0,"rope_scaling":{"type":"linear","factor":2.0})").rotary.theta,
            500.0);
    }

    void nIsNotReadWhereTheFamilyHasNone()
    {
        QCOMPARE(read("gpt2", R"("n_inner":40)").d_ff, 40);
        QCOMPARE(read("gpt2", R"("n_inner":null)").d_ff, 3072);
        QCOMPARE(read("openai-gpt", R"("n_inner":40)").d_ff, 3072); // OpenAIGPTConfig has no n_inner
    }

    /** BartConfig: "decoder_start_token_id (int, optional, defaults to 2)"; MarianConfig: 58100; MT5Config: 0, as T5
        begins with its padding: "T5 uses the pad_token_id as the starting token for decoder_input_ids generation". */
    void theDecoderStartsWithTheDocumentedToken()
    {
        QCOMPARE(familyOf("bart")->start, 2);
        QCOMPARE(familyOf("marian")->start, 58100);
        QCOMPARE(familyOf("t5")->start, 0);
        QCOMPARE(familyOf("mt5")->start, 0);
        QCOMPARE(familyOf("mbart")->start, -1); // the language that is to be written
    }

    void aValueOutOfRangeIsNamed_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* type, const char* more, const char* field) {
            QTest::newRow(type + QByteArray(" ") + field) << more << field;
        };
        row("llama", R"("rope_theta":0)", "rope_theta: the whole number 0");
        row("mistral", R"("rope_theta":-1.5)", "rope_theta: the number -1.5");
        row("qwen2", R"("rope_parameters":{"rope_theta":0})",
            "rope_parameters.rope_theta: the whole number 0");
        row("qwen3", R"("rms_norm_eps":-1e-6)", "rms_norm_eps: the number");
        row("bert", R"("layer_norm_eps":2)", "layer_norm_eps: the whole number 2");
        row("t5", R"("layer_norm_epsilon":1e9)", "layer_norm_epsilon: the number");
        row("gpt2", R"("n_layer":2000)", "n_layer: the whole number 2000");
        row("bart", R"("encoder_attention_heads":8)", "encoder_attention_heads: the whole number 8");
        row("bart", R"("decoder_ffn_dim":8)", "decoder_ffn_dim: the whole number 8");
        row("llama", R"("quantization_config":{"quant_method":"awq","bits":4})", "weights quantised by awq");
        row("bert", R"("quantization_config":{"load_in_8bit":true})", "quantised weights");
    }
    void aValueOutOfRangeIsNamed()
    {
        QFETCH(QString, more);
        QFETCH(QString, field);
        const QByteArray type = QByteArray(QTest::currentDataTag()).split(' ').front();
        const QString said = complaint(type, more.toUtf8());
        QVERIFY2(said.contains(field), qPrintable("said: " + said));
    }

    void sizesThatAreLeftOutAreKnown()
    {
        const auto left_out = configFromCheckpoint(
            R"({"model_type":"gpt2","n_embd":16,"n_head":2,"n_layer":2,"vocab_size":99})", "config.json",
            [](std::string_view) {
                return true;
            }).sizes_left_out;
        QCOMPARE(left_out, std::vector<std::string>{"n_positions"});
    }
};

QTEST_APPLESS_MAIN(TestCheckpointSettings)
#include "tst_checkpoint_settings.moc"
