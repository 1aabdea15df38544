#include "core/error.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/bytes/memory_files.h"
#include "core/learn/training/checkpoint.h"
#include "core/learn/training/trainer.h"

#include <QtTest>

using namespace glassformer;

namespace {

Recipe tinyRecipe()
{
    Recipe recipe;
    recipe.name = "tiny";
    recipe.sentences = 3000;
    recipe.vocabulary_pieces = 50;
    recipe.model.d_model = 32;
    recipe.model.n_heads = 2;
    recipe.model.d_ff = 64;
    recipe.model.encoder_layers = 1;
    recipe.model.decoder_layers = 1;
    recipe.model.norm_placement = NormPlacement::Before;
    recipe.development_twins = 4;
    recipe.evaluate_every = 50;
    Stage stage;
    stage.name = "first";
    stage.steps = 50;
    stage.target_tokens = 300;
    stage.learning_rate = 5e-3;
    stage.warm_up = 20;
    stage.directions = {{{Language::English, Language::French}, 1.0}};
    stage.drop_sentences = 0.5;
    stage.drop_words = 0.2;
    recipe.stages = {stage, stage};
    recipe.stages[1].add_encoder_layers = 1;
    recipe.stages[1].guidance = 0.5;
    recipe.stages[1].gate_penalty = 0.001;
    return recipe;
}

const TrainingData& data()
{
    static const TrainingData made =
        makeTrainingData(tinyRecipe(), Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world")));
    return made;
}

bool sameWeights(const TrainingState& a, const TrainingState& b)
{
    return weightsToTensors(a.model.weights) == weightsToTensors(b.model.weights);
}

} // namespace

class TestTrainer : public QObject
{
    Q_OBJECT

private slots:
    void aModelWithoutADerivativeIsRefusedByName_data()
    {
        QTest::addColumn<QString>("named");
        for (const char* named : {"rotary positions", "relative positions", "gated feed-forward",
                 "norm of queries and keys", "keys and values that heads share", "sliding window",
                 "divided by sqrt", "share their weights", "another width than d_model",
                 "norm of the embedding", "segments", "transform before the output", "scaled output",
                 "bias of the output", "without output", "table with an offset"})
            QTest::newRow(named) << QString(named);
    }
    void aModelWithoutADerivativeIsRefusedByName()
    {
        QFETCH(QString, named);
        Recipe recipe = tinyRecipe();
        ModelConfig& model = recipe.model;
        const auto is = [&named](const char* part) { return named.contains(QLatin1String(part)); };
        model.position_kind = is("rotary") ? PositionKind::Rotary
            : is("relative")               ? PositionKind::Relative
                                           : model.position_kind;
        model.position_offset = is("offset") ? 2 : 0;
        model.gated_feed_forward = is("gated");
        model.query_key_norm = is("queries and keys");
        model.n_key_value_heads = is("heads share") ? 1 : 0;
        model.sliding_window = is("window") ? 4 : 0;
        model.scale_scores = !is("sqrt");
        model.layer_groups = is("share their weights") ? 1 : 0;
        model.d_embedding = is("another width") ? 16 : 0;
        model.embedding_norm = is("norm of the embedding");
        model.segments = is("segments") ? 2 : 0;
        model.output_transform = is("transform");
        model.scale_output = is("scaled");
        model.output_bias = is("bias");
        model.has_output = !is("without output");
        QVERIFY(!model.isTrainable());
        try {
            makeTrainingData(recipe, Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world")));
            QFAIL("trained");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains(named), error.what());
        }
        TrainingState state = initialState(tinyRecipe(), data());
        state.model.config = model;
        QVERIFY_EXCEPTION_THROWN(
            train(recipe, data(), state, 1, [](const TrainingProgress&, const TrainingState&) {}), Error);
        QCOMPARE(state.total_steps, 0);
    }

    void learnsTheFirstWordsWithinSeconds()
    {
        TrainingState state = initialState(tinyRecipe(), data());
        std::vector<double> losses;
        train(tinyRecipe(), data(), state, 2,
            [&losses](const TrainingProgress& progress, const TrainingState&) {
                losses.push_back(progress.log_likelihood);
            });
        QCOMPARE(losses.size(), std::size_t(2));
        QVERIFY2(losses[1] < 0.85 * losses[0], qPrintable(QString::number(losses[1] / losses[0])));
        QCOMPARE(state.model.config.encoder_layers, 2);
    }

    void oneThreadAndTwoGiveTheSameWeights()
    {
        TrainingState one = initialState(tinyRecipe(), data()), two = initialState(tinyRecipe(), data());
        const auto silent = [](const TrainingProgress&, const TrainingState&) {};
        train(tinyRecipe(), data(), one, 1, silent);
        train(tinyRecipe(), data(), two, 2, silent);
        QVERIFY(sameWeights(one, two));
    }

    void aRunThatIsStoppedAndResumedGivesTheSameWeights()
    {
        QTemporaryDir folder;
        FolderFiles checkpoint(folder.path().toStdString());
        Recipe recipe = tinyRecipe();
        recipe.evaluate_every = 20;
        TrainingState whole = initialState(recipe, data());
        train(recipe, data(), whole, 2, [](const TrainingProgress&, const TrainingState&) {});

        TrainingState part = initialState(recipe, data());
        const CancelFlag cancel;
        const auto save_and_stop = [&](const TrainingProgress&, const TrainingState& now) {
            if (now.total_steps < 70)
                return;
            saveCheckpoint(checkpoint, now, recipe, data().tokenizer);
            cancel.raise();
        };
        QVERIFY_EXCEPTION_THROWN(train(recipe, data(), part, 2, save_and_stop, cancel), Cancelled);
        TrainingState resumed = loadCheckpoint(checkpoint, recipe, data().tokenizer);
        train(recipe, data(), resumed, 2, [](const TrainingProgress&, const TrainingState&) {});
        QVERIFY(sameWeights(whole, resumed));
    }

    void aTrainingJobStandsStillBetweenTwoPieces()
    {
        const Recipe recipe = tinyRecipe();
        TrainingState whole = initialState(recipe, data()), part = whole;
        train(recipe, data(), whole, 1, [](const TrainingProgress&, const TrainingState&) {});
        {
            TrainingJob job(recipe, data(), part, 1);
            QCOMPARE(job.doing().english(), std::string("Training: first"));
            for (int i = 0; i < 37; ++i)
                QVERIFY(job.advance({}));
            QCOMPARE(part.total_steps, 37);
        }
        TrainingJob rest(recipe, data(), part, 2);
        std::vector<double> done;
        std::vector<std::int64_t> reports;
        bool is_left = true;
        for (int pieces = 0; is_left; ++pieces) {
            QVERIFY(pieces < 200);
            is_left = rest.advance({{}, [&done](std::uint64_t step, std::uint64_t steps) {
                                        done.push_back(double(step) / double(steps));
                                    }});
            if (const auto progress = rest.takeNews())
                reports.push_back(progress->step);
        }
        QVERIFY(rest.isDone());
        QCOMPARE(reports, (std::vector<std::int64_t>{50, 50})); // the two stages
        QCOMPARE(done.size(), std::size_t(63)); // the updates that were left
        QCOMPARE(done.back(), 1.0);
        QVERIFY(sameWeights(whole, part));
    }

    void aModelLearnsOnByAnotherRecipeWithItsVocabulary()
    {
        const TrainingState before = initialState(tinyRecipe(), data());
        MemoryFiles model;
        saveModel(model, before.model, data().tokenizer, TensorType::F32);
        Recipe on = tinyRecipe();
        on.name = "on";
        on.corpus_seed = 9; // other sentences would make another vocabulary
        on.stages.resize(1);
        const TrainingData more = makeTrainingData(
            on, Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world")), &data().tokenizer);
        QCOMPARE(more.tokenizer.toJson(), data().tokenizer.toJson());
        TrainingState state = stateOfModel(model, on);
        QVERIFY(sameWeights(state, before));
        QCOMPARE(state.total_steps, 0);
        train(on, more, state, 2, [](const TrainingProgress&, const TrainingState&) {});
        QCOMPARE(state.total_steps, 50);
        QVERIFY(!sameWeights(state, before));
        on.model.d_ff = 32;
        QVERIFY_EXCEPTION_THROWN(stateOfModel(model, on), Error);
    }

    void aCheckpointOfAnotherRecipeIsRefused()
    {
        MemoryFiles checkpoint;
        saveCheckpoint(checkpoint, initialState(tinyRecipe(), data()), tinyRecipe(), data().tokenizer);
        Recipe other = tinyRecipe();
        other.seed = 99;
        QVERIFY_EXCEPTION_THROWN(loadCheckpoint(checkpoint, other, data().tokenizer), Error);
    }
};

QTEST_APPLESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
