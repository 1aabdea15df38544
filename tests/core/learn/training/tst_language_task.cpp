#include "core/error.h"
#include "core/file/bytes/folder_files.h"
#include "core/file/bytes/memory_files.h"
#include "core/learn/training/language_task.h"
#include "core/learn/training/trainer.h"

#include <QtTest>

#include <set>

using namespace glassformer;

namespace {

constexpr int start = 1, end = 2, mask = 4;
constexpr Direction english{Language::English, Language::English};

/** Sentences of the tokens 100 to 109 in English and 200 to 209 in French, ended by the end token. */
std::vector<EncodedSentence> corpusOf(int sentences)
{
    EncodedSentence sentence;
    for (int token = 0; token < 10; ++token) {
        sentence.ids[0].push_back(100 + token);
        sentence.ids[1].push_back(200 + token);
    }
    for (auto& ids : sentence.ids)
        ids.push_back(end);
    LinkedTokens word{};
    word[0] = {3, 5};
    sentence.links = {word};
    return std::vector<EncodedSentence>(static_cast<std::size_t>(sentences), sentence);
}

std::vector<DrawnSentence> drawAll(const std::vector<EncodedSentence>& corpus)
{
    std::vector<DrawnSentence> drawn;
    for (std::uint32_t i = 0; i < corpus.size(); ++i)
        drawn.push_back({i, english});
    return drawn;
}

Recipe tinyRecipe(LearningTask task)
{
    Recipe recipe;
    recipe.name = "tiny";
    recipe.task = task;
    recipe.sentences = 3000;
    recipe.vocabulary_pieces = 50;
    recipe.label_smoothing = 0;
    recipe.model.d_model = 32;
    recipe.model.n_heads = 2;
    recipe.model.d_ff = 64;
    recipe.model.encoder_layers = task == LearningTask::FillGaps ? 2 : 0;
    recipe.model.decoder_layers = task == LearningTask::NextWord ? 2 : 0;
    recipe.model.norm_placement = NormPlacement::Before;
    recipe.model.position_kind = PositionKind::Learned;
    recipe.development_twins = 4;
    recipe.evaluate_every = 50;
    Stage stage;
    stage.name = "first";
    stage.steps = 200;
    stage.target_tokens = 400;
    stage.learning_rate = 5e-3;
    stage.warm_up = 20;
    stage.hide = 0.2;
    stage.hide_word = 0.3;
    stage.directions = {{english, 0.5}, {{Language::Chinese, Language::Chinese}, 0.5}};
    recipe.stages = {stage};
    return recipe;
}

/** -log p of a target at every report of a training. */
std::vector<double> lossesOf(LearningTask task)
{
    const Recipe recipe = tinyRecipe(task);
    const TrainingData data =
        makeTrainingData(recipe, Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world")));
    TrainingState state = initialState(recipe, data);
    std::vector<double> losses;
    train(recipe, data, state, 2, [&losses](const TrainingProgress& progress, const TrainingState&) {
        losses.push_back(progress.log_likelihood);
    });
    return losses;
}

QByteArray recipeText(const char* name)
{
    QFile file(QStringLiteral(GLASSFORMER_RESOURCES "/recipes/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Recipe bundledRecipe(const char* name)
{
    return readRecipe(FolderFiles(GLASSFORMER_RESOURCES "/recipes"), std::string(name) + ".json");
}

} // namespace

class TestLanguageTask : public QObject
{
    Q_OBJECT

private slots:
    void nextWordRowsTellTheTokenBehindThem()
    {
        const std::vector<EncodedSentence> corpus = corpusOf(2);
        const TrainingBatch batch = makeNextWordBatch(drawAll(corpus), corpus, start);
        QCOMPARE(batch.target_segments.count(), 2);
        QCOMPARE(batch.target_in.size(), batch.target_out.size());
        QCOMPARE(batch.target_in[0], start);
        QCOMPARE(batch.target_out[10], end);
        QCOMPARE(batch.target_in[11], start);
        for (std::size_t i = 0; i < 10; ++i) {
            QCOMPARE(batch.target_out[i], 100 + int(i));
            QCOMPARE(batch.target_in[i + 1], batch.target_out[i]);
        }
        QVERIFY(batch.source.empty());
    }

    void hiddenTokensAreNotVisibleAndOnlyTheyAreTold()
    {
        const std::vector<EncodedSentence> corpus = corpusOf(2000);
        Stage stage;
        stage.hide = 0.15;
        Random random(5);
        const TrainingBatch batch = makeGapBatch(drawAll(corpus), corpus, mask, stage, random);
        QCOMPARE(batch.source.size(), batch.target_out.size());
        int told = 0, masked = 0, kept = 0, other = 0;
        for (int segment = 0; segment < batch.source_segments.count(); ++segment) {
            int told_here = 0;
            for (int i = 0; i < 11; ++i) {
                const auto row = static_cast<std::size_t>(batch.source_segments.begin(segment) + i);
                const int original = i < 10 ? 100 + i : end;
                const int seen = batch.source[row], target = batch.target_out[row];
                if (target == no_target) {
                    QCOMPARE(seen, original); // what is not told is not touched
                    continue;
                }
                QVERIFY(original != end);
                QCOMPARE(target, original);
                ++told_here;
                QVERIFY(seen == mask || (seen >= 100 && seen < 110));
                masked += seen == mask ? 1 : 0;
                kept += seen == original ? 1 : 0;
                other += seen != mask && seen != original ? 1 : 0;
            }
            QVERIFY(told_here >= 1);
            told += told_here;
        }
        QCOMPARE(batch.toldRows(), std::size_t(told));
        QVERIFY(std::abs(masked / double(told) - 0.8) < 0.02);
        QVERIFY(std::abs(kept / double(told) - 0.11) < 0.02); // one in ten random tokens is the right one
        QVERIFY(std::abs(other / double(told) - 0.09) < 0.02);
        // 15 in 100, and one where none was drawn: 0.85^10 of 2000 sentences.
        QVERIFY(std::abs(told / 2000.0 - (1.5 + 0.197)) < 0.1);
    }

    void aHiddenWordIsHiddenWhole()
    {
        const std::vector<EncodedSentence> corpus = corpusOf(50);
        Stage stage;
        stage.hide_word = 1;
        Random random(5);
        const TrainingBatch batch = makeGapBatch(drawAll(corpus), corpus, mask, stage, random);
        QCOMPARE(batch.toldRows(), std::size_t(100));
        for (std::size_t row = 0; row < batch.source.size(); ++row) {
            const bool hidden = row % 11 == 3 || row % 11 == 4;
            QCOMPARE(batch.source[row] == mask, hidden);
            QCOMPARE(batch.target_out[row], hidden ? 100 + int(row % 11) : no_target);
        }
    }

    void theAdjectiveOfThePronounIsHiddenWhereTheStageAsks()
    {
        std::vector<EncodedSentence> corpus = corpusOf(50);
        for (std::size_t i = 0; i < 25; ++i)
            corpus[i].cue[0] = {7, 8};
        Stage stage;
        stage.hide_cue = stage.hide_word = 1;
        Random random(5);
        const TrainingBatch batch = makeGapBatch(drawAll(corpus), corpus, mask, stage, random);
        for (std::size_t row = 0; row < batch.source.size(); ++row) {
            const std::size_t place = row % 11;
            const bool hidden = row < 25 * 11 ? place == 7 : place == 3 || place == 4;
            QCOMPARE(batch.source[row] == mask, hidden);
            QCOMPARE(batch.target_out[row] != no_target, hidden);
        }
    }

    void aRowWithoutTargetCountsForNothing()
    {
        Matrix<double> both(2, 3), alone(1, 3);
        both << 1, 2, 0.5, 3, -1, 2;
        alone = both.topRows(1);
        const LossSums with = smoothedCrossEntropy<double>(both, std::vector<int>{1, no_target}, 0.1, 0.5);
        const LossSums without = smoothedCrossEntropy<double>(alone, std::vector<int>{1}, 0.1, 0.5);
        QCOMPARE(with.log_likelihood, without.log_likelihood);
        QCOMPARE(with.correct, without.correct);
        QCOMPARE(both.row(0).sum(), alone.row(0).sum());
        QCOMPARE(both.row(1).cwiseAbs().sum(), 0.0);
    }

    void aSentenceWithAGapKeepsTheRest()
    {
        QCOMPARE(tokensWithGap({10, 11, 12, end}, {1, 3}, mask), (std::vector<int>{10, mask, mask, end}));
        QCOMPARE(tokensBefore({10, 11, 12, end}, 2, start), (std::vector<int>{start, 10, 11}));
    }

    void bothTasksAreLearnedWithinSeconds()
    {
        const std::vector<double> next_word = lossesOf(LearningTask::NextWord);
        QVERIFY2(next_word.back() < 0.7 * next_word.front(), qPrintable(QString::number(next_word.back())));
        const std::vector<double> gap = lossesOf(LearningTask::FillGaps);
        QVERIFY2(gap.back() < 0.8 * gap.front(), qPrintable(QString::number(gap.back())));
    }

    void theRecipesOfTheBundledModelsAreRead()
    {
        QCOMPARE(bundledRecipe("translator").task, LearningTask::Translate);
        QCOMPARE(bundledRecipe("next-word").task, LearningTask::NextWord);
        const Recipe gap = bundledRecipe("gap");
        QCOMPARE(gap.task, LearningTask::FillGaps);
        QCOMPARE(languagesOf(gap), (std::vector<Language>{Language::English, Language::Chinese}));
    }

    void recipesThatContradictTheirTaskAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("architecture")
            << QByteArray("\"task\": \"gap\"") << QByteArray("\"task\": \"next-word\"");
        QTest::newRow("unknown task") << QByteArray("\"task\": \"gap\"") << QByteArray("\"task\": \"rhyme\"");
        QTest::newRow("unknown language") << QByteArray("\"zh\"") << QByteArray("\"xx\"");
        QTest::newRow("directions") << QByteArray("\"languages\"") << QByteArray("\"directions\"");
        QTest::newRow("nothing hidden") << QByteArray("\"hide\": 0.2") << QByteArray("\"hide\": 0");
        QTest::newRow("share above 1") << QByteArray("\"hide_word\": 0.4") << QByteArray("\"hide_word\": 4");
    }

    void recipesThatContradictTheirTaskAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray json = recipeText("gap");
        if (to.endsWith(": 0"))
            json.replace("\"hide_word\": 0.4", "\"hide_word\": 0");
        QVERIFY(json.contains(from));
        json.replace(from, to);
        MemoryFiles files;
        files.write("gap.json", json.toStdString());
        QVERIFY_EXCEPTION_THROWN(readRecipe(files, "gap.json"), Error);
    }

    void vocabulariesHaveWhatTheTaskNeeds()
    {
        const Corpus corpus = Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
        const Tokenizer gap = makeTrainingData(tinyRecipe(LearningTask::FillGaps), corpus).tokenizer;
        QCOMPARE(gap.entry(gap.specialTokens().mask), std::string("[MASK]"));
        QVERIFY(gap.specialTokens().targets.empty());
        const Tokenizer next_word = makeTrainingData(tinyRecipe(LearningTask::NextWord), corpus).tokenizer;
        QCOMPARE(next_word.specialTokens().mask, -1);
        const std::vector<int> ids = next_word.encode("The animal").ids();
        QCOMPARE(ids.front(), next_word.specialTokens().start);
        QVERIFY(ids.back() != next_word.specialTokens().end);
        QCOMPARE(encodeWhole("The animal", next_word).ids().back(), next_word.specialTokens().end);
    }
};

QTEST_APPLESS_MAIN(TestLanguageTask)
#include "tst_language_task.moc"
