#include "core/error.h"
#include "core/file/bytes/folder_files.h"
#include "core/learn/evaluation/language_evaluation.h"

#include <QtTest>

using namespace glassformer;

namespace {

std::filesystem::path folderOf(const char* name)
{
    return std::filesystem::path(GLASSFORMER_RESOURCES) / "models" / name;
}

LanguageEvaluation evaluationOf(const char* name)
{
    EvaluationOptions options;
    options.twins = options.sentences = 40;
    options.seed = 77; // not the one of the model cards
    return evaluateLanguage(
        Model::load(folderOf(name)), Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world")), options);
}

double valueOf(const LanguageEvaluation& evaluation, const std::string& name)
{
    for (const Figure& figure : evaluation.figures)
        if (figure.name == name)
            return figure.value;
    throw Error({Message("no figure " + name), {}, {}, {}});
}

} // namespace

/** That the two small bundled models do what their cards say, on other held-out sentences. */
class TestLanguageEvaluation : public QObject
{
    Q_OBJECT

private slots:
    void bundledModelsStaySmall()
    {
        for (const char* name : {"next-word", "gap"}) {
            std::uintmax_t bytes = 0;
            for (const auto& entry : std::filesystem::directory_iterator(folderOf(name)))
                bytes += entry.file_size();
            QVERIFY(bytes <= 8u << 20);
        }
    }

    void theNextWordModelSaysWhatTheGrammarSays()
    {
        const LanguageEvaluation evaluation = evaluationOf("next-word");
        QVERIFY(valueOf(evaluation, "en continuation, noun pairs: accepted, likeliest words") >= 0.95);
        QVERIFY(valueOf(evaluation, "zh continuation, noun pairs: accepted, likeliest words") >= 0.95);
        QVERIFY(valueOf(evaluation, "en adjective by number: both of a twin") >= 0.9);
        // Nobody is better than the grammar that drew the sentences, up to what 80 draws say of a mean.
        const double model = valueOf(evaluation, "en adjective, noun pairs: perplexity of the model");
        const double grammar =
            valueOf(evaluation, "en adjective, noun pairs: perplexity of the grammar itself");
        QVERIFY(model > 0.95 * grammar && model < 1.6 * grammar);
        QVERIFY(valueOf(evaluation, "en story, he or she") >= 0.95);
        QVERIFY(valueOf(evaluation, "zh story, he or she") >= 0.95);
    }

    void theGapModelFillsNounsThatFit()
    {
        const LanguageEvaluation evaluation = evaluationOf("gap");
        QVERIFY(
            valueOf(evaluation, "en noun gap, noun pairs: noun fits the adjective, both of a twin") >= 0.65);
        QVERIFY(valueOf(evaluation, "en adjective by number: both of a twin") >= 0.85);
        // Without the sentence before, nobody knows whether it is about a man or a woman.
        QVERIFY(valueOf(evaluation, "en story, he or she, the story read") >= 0.95);
        QVERIFY(valueOf(evaluation, "en story, he or she, the sentence alone") <= 0.8);
    }

    void aModelThatIsNotOfTheWorldIsRefused()
    {
        Model model = Model::load(folderOf("gap"));
        const Model other = Model::load(folderOf("next-word"));
        model.tokenizer = other.tokenizer;
        QVERIFY_EXCEPTION_THROWN(
            evaluateLanguage(model, Corpus::read(FolderFiles(GLASSFORMER_RESOURCES "/world")), {}), Error);
    }
};

QTEST_APPLESS_MAIN(TestLanguageEvaluation)
#include "tst_language_evaluation.moc"
