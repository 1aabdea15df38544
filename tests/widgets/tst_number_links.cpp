#include "core/file/weights/weight_source.h"
#include "core/trace/look/number_place.h"
#include "core/trace/look/place.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/step/step_list.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/steps/step_entry.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

using namespace glassformer;

namespace {

struct Case
{
    explicit Case(const QString& folder)
        : model(std::make_shared<const Model>(
            Model::load((QStringLiteral(GLASSFORMER_TEST_DATA "/models/") + folder).toStdString())))
    {
        RunRequest request;
        request.text =
            WeightSource::ofFile(model->files->open("reference.safetensors")).metadata().at("text");
        request.decoding.max_new_tokens = 3;
        const std::vector<std::string> languages = model->targetLanguages();
        request.target_language = languages.empty() ? std::string() : languages.front();
        trace = run(*model, request);
    }

    Selection lookAtStep(StepKind step, std::optional<int> key = 0) const
    {
        const ModelConfig& config = trace.config;
        Selection look;
        look.step = step;
        look.encoder_layer = std::max(0, config.encoder_layers - 1);
        look.decoder_layer = std::max(0, config.decoder_layers - 1);
        look.head = config.n_heads - 1;
        look.dimension = 2;
        return clampedTo(withCell(look, config, siteOf(step, config), 1, key), trace);
    }

    std::vector<ExplanationSection> sectionsAt(const Selection& look) const
    {
        return explanationOf({.trace = trace, .selection = look, .model = model.get()}).sections;
    }

    /** Of every step, with a chosen cell and with a row alone. */
    std::vector<std::pair<StepKind, ExplanationSection>> allSections() const
    {
        std::vector<std::pair<StepKind, ExplanationSection>> all;
        for (const StepKind step : stepsOf(trace))
            for (const std::optional<int>& key : {std::optional(0), std::optional<int>()})
                for (const ExplanationSection& section : sectionsAt(lookAtStep(step, key)))
                    all.emplace_back(step, section);
        return all;
    }

    std::shared_ptr<const Model> model;
    Trace trace{};
};

/** The number that a link is written around; nothing for a name of a vector. */
std::optional<double> writtenNumber(QString text)
{
    text.remove(QRegularExpression(QStringLiteral("[`*(){}\\s]")));
    text.replace(QChar(0x2212), u'-');
    bool is_number = false;
    const double number = text.toDouble(&is_number);
    return is_number ? std::optional(number) : std::nullopt;
}

} // namespace

/** A number in the inspector leads to a place whose number, as the run has it, is that number. */
class TestNumberLinks : public QObject
{
    Q_OBJECT

private slots:
    void everyLinkLeadsToItsNumber_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char* folder : {"bart", "marian", "t5", "bert", "gpt2", "llama", "qwen3"})
            QTest::newRow(folder) << QString::fromLatin1(folder);
    }
    void everyLinkLeadsToItsNumber()
    {
        QFETCH(QString, folder);
        const Case c(folder);
        static const QRegularExpression link(QStringLiteral("\\{@(\\d+):((?:[^{}]|\\{[^{}]*\\})*)\\}"));
        int numbers = 0;
        for (const auto& [step, section] : c.allSections()) {
            QSet<int> seen;
            auto found = link.globalMatch(section.text + section.bars_remark);
            while (found.hasNext()) {
                const QRegularExpressionMatch match = found.next();
                const int number = match.captured(1).toInt();
                QVERIFY(number < int(section.links.size()));
                seen << number;
                const Selection& place = section.links[std::size_t(number)];
                QCOMPARE(clampedTo(place, c.trace), place);
                const std::vector<NumberPlace> there = numbersAt(place, c.trace);
                const std::optional<double> written = writtenNumber(match.captured(2));
                if (!written || there.empty())
                    continue;
                const bool is_there = std::any_of(there.begin(), there.end(), [&](const NumberPlace& which) {
                    const double value = double(*numberIn(c.trace, which));
                    return std::abs(value - *written) <= 6e-3 * std::max(1.0, std::abs(value));
                });
                QVERIFY2(is_there,
                    qPrintable(QStringLiteral("%1: %2 in %3")
                                   .arg(QString::fromUtf8(stepId(step).data(), int(stepId(step).size())),
                                       match.captured(0), section.heading)));
                ++numbers;
            }
            QCOMPARE(seen.size(), int(section.links.size()));
        }
        QVERIFY2(numbers >= 8, qPrintable(QString::number(numbers)));
    }

    /** Nobody has chosen a cell yet: the inspector offers the largest ones, in their order. */
    void aRowWithoutAChosenCellLeadsToItsLargestNumbers()
    {
        const Case c(QStringLiteral("gpt2"));
        const Selection look = c.lookAtStep(StepKind::Softmax, std::nullopt);
        const std::vector<ExplanationSection> sections = c.sectionsAt(look);
        const std::vector<Selection>& links = sections.back().links;
        QCOMPARE(int(links.size()), 2); // row 1 of a causal map
        const MatrixSlice weights = headOf(c.trace,
            attentionTensor(AttentionSite::DecoderSelf, look.decoder_layer, AttentionPart::Weights),
            look.head);
        QCOMPARE(links.front().query, std::optional(1));
        QCOMPARE(*links.front().key, weights(1, 0) >= weights(1, 1) ? 0 : 1);
        QCOMPARE(*links.back().key, 1 - *links.front().key);
    }

    void linksAreClickedAndFollowedByKeys()
    {
        const Case c(QStringLiteral("bert"));
        const Selection look = c.lookAtStep(StepKind::Softmax);
        ExplanationPage page;
        page.resize(300, 900);
        page.setContent(explanationOf({.trace = c.trace, .selection = look, .model = c.model.get()}));
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const std::vector<ExplanationLink> links = page.links();
        QVERIFY(links.size() >= 3);
        QSignalSpy followed(&page, &ExplanationPage::linkFollowed);
        QTest::mouseClick(&page, Qt::LeftButton, {}, links[1].areas.front().center().toPoint());
        QCOMPARE(followed.size(), 1);
        QCOMPARE(followed.takeFirst().front().value<Selection>(), links[1].place);
        QTest::mouseClick(&page, Qt::LeftButton, {}, {1, 1});
        QVERIFY(followed.isEmpty());
        page.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&page, Qt::Key_Tab);
        QTest::keyClick(&page, Qt::Key_Tab);
        QTest::keyClick(&page, Qt::Key_Backtab);
        QTest::keyClick(&page, Qt::Key_Return);
        QCOMPARE(followed.takeFirst().front().value<Selection>(), links[1].place);
    }

    void theLinkAtWhichTheKeyboardIsIsScrolledIntoSight()
    {
        const Case c(QStringLiteral("bert"));
        const Selection look = c.lookAtStep(StepKind::Softmax);
        ExplanationPanel panel;
        panel.resize(260, 120);
        panel.setContent(explanationOf({.trace = c.trace, .selection = look, .model = c.model.get()}));
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto* page = panel.findChild<ExplanationPage*>();
        const std::vector<ExplanationLink> links = page->links();
        QVERIFY(links.back().areas.front().bottom() > panel.viewport()->height());
        page->setFocus(Qt::TabFocusReason);
        for (std::size_t i = 1; i < links.size(); ++i)
            QTest::keyClick(page, Qt::Key_Tab);
        const QRect last = links.back().areas.front().toAlignedRect();
        QVERIFY(panel.viewport()->rect().contains(
            QRect(page->mapTo(panel.viewport(), last.topLeft()), last.size())));
    }
};

Q_DECLARE_METATYPE(glassformer::Selection)

QTEST_MAIN(TestNumberLinks)
#include "tst_number_links.moc"
