#include "app/evidence/heads_chapter.h"

#include "app/evidence/evidence_text.h"
#include "app/session/session.h"
#include "app/window/lines/message_text.h"
#include "core/error.h"
#include "core/file/bytes/chosen_files.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/attention/map_multiples.h"
#include "widgets/pictures/numbers/effect_list.h"
#include "widgets/pictures/trace_content.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr int best_heads = 5;
constexpr std::uint64_t largest_file = 16u << 20;
enum Source
{
    Twins,
    File,
    ChooseFile
};

/** "98 % [96–99 %]" */
QString shareText(int count, int n)
{
    const ShareInterval share = shareOf(count, n);
    const auto percent = [](double value) {
        return QString::number(value * 100, 'f', value * 100 < 10 ? 1 : 0);
    };
    return EvidenceText::tr("%1 % [%2–%3 %]")
        .arg(percent(share.share), percent(share.low), percent(share.high));
}

template <typename Head> const Head* headIn(const std::vector<Head>& heads, const HeadName& wanted)
{
    const auto found =
        std::find_if(heads.begin(), heads.end(), [&](const Head& each) { return each.head == wanted; });
    return found == heads.end() ? nullptr : &*found;
}

QString nameOf(const HeadName& head, const Trace& trace)
{
    return partName({PartKind::Head, head.site, head.layer, head.head}, trace);
}

} // namespace

HeadsChapter::HeadsChapter(const Session& session, BankGathering& gathering)
    : Chapter(gathering.bank(), QStringLiteral("heads"))
    , m_session(session)
    , m_gathering(gathering)
    , m_source(new QComboBox)
    , m_best(new EffectList)
    , m_strong(new EffectList)
    , m_weak(new EffectList)
    , m_strong_maps(new MapMultiples)
    , m_weak_maps(new MapMultiples)
{
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_source->setObjectName(QStringLiteral("bankSource"));
    m_best->setObjectName(QStringLiteral("bestHeads"));
    m_strong->setObjectName(QStringLiteral("strongExamples"));
    m_weak->setObjectName(QStringLiteral("weakExamples"));
    m_strong_maps->setObjectName(QStringLiteral("strongMaps"));
    m_weak_maps->setObjectName(QStringLiteral("weakMaps"));
    body()->addWidget(m_source, 0, Qt::AlignLeft);
    m_finding = new QLabel;
    m_finding->setWordWrap(true);
    m_finding->setTextFormat(Qt::PlainText);
    m_finding->setObjectName(QStringLiteral("bankFinding"));
    body()->addWidget(m_finding);
    EffectList* const lists[]{m_best, m_strong, m_weak};
    for (int i = 0; i < 3; ++i) {
        m_headings[i] = addRemark();
        if (i > 0)
            body()->addWidget(i == 1 ? m_strong_maps : m_weak_maps);
        body()->addWidget(lists[i]);
    }
    m_remark = addRemark();
    connect(m_source, &QComboBox::activated, this, [this](int index) {
        const int source = m_source->itemData(index).toInt();
        if (source == ChooseFile)
            chooseFile();
        else if (source == Twins)
            m_gathering.choose({});
    });
    connect(m_best, &EffectList::rowChosen, this, [this](int row) {
        const HeadName& head = m_best_heads[std::size_t(row)];
        emit selectionWanted(placeOf(ModelPart{PartKind::Head, head.site, head.layer, head.head},
            m_session.selection(), *m_session.trace()));
    });
    const auto openStrong = [this](int row) { open(m_strong_shown[std::size_t(row)]); };
    const auto openWeak = [this](int row) { open(m_weak_shown[std::size_t(row)]); };
    connect(m_strong, &EffectList::rowChosen, this, openStrong);
    connect(m_strong_maps, &MapMultiples::mapChosen, this, openStrong);
    connect(m_weak, &EffectList::rowChosen, this, openWeak);
    connect(m_weak_maps, &MapMultiples::mapChosen, this, openWeak);
}

void HeadsChapter::open(const RunRequest& request)
{
    emit textWanted(QString::fromStdString(request.text), QString::fromStdString(request.target_language));
}

QString HeadsChapter::title() const
{
    return tr("The head over many sentences");
}

QString HeadsChapter::lead() const
{
    return m_gathering.ownSentences().texts.empty()
        ? tr("Pairs of fresh sentences in which “it” means one noun and then the other: does the head look "
             "at the right one, "
             "and does the model still find the pronoun without it?")
        : tr("Each head is taken out of each sentence of %1, alone: how far does the word that is asked "
             "about move?")
              .arg(m_gathering.ownSentences().file);
}

void HeadsChapter::offerSources()
{
    const OwnSentences& own = m_gathering.ownSentences();
    std::vector<Choice> choices{{tr("Twins of the bundled world"), Twins}};
    if (!own.texts.empty())
        choices.push_back({own.file, File});
    choices.push_back({tr("Sentences of a file…"), ChooseFile});
    offer(*m_source, choices, own.texts.empty() ? Twins : File);
    m_source->setAccessibleName(tr("Over which sentences heads are judged"));
}

void HeadsChapter::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("A text with a sentence on each line"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Texts (*.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &HeadsChapter::takeFile);
    connect(dialog, &QFileDialog::rejected, this, &HeadsChapter::offerSources);
    dialog->open();
}

void HeadsChapter::takeFile(const QString& path)
{
    m_trouble = {};
    try {
        const ChosenFiles files({path.toStdU16String()});
        m_gathering.choose({QString::fromStdString(files.first()),
            sentencesIn(files.bytes(files.first(), largest_file), files.where(files.first()))});
    } catch (const Error& error) {
        m_trouble = error.message();
        showFound();
    }
}

void HeadsChapter::showFound()
{
    offerSources();
    const BankFindings& found = m_gathering.found();
    const bool is_known = found.twins || found.sentences;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_best, m_strong, m_weak, m_strong_maps,
             m_weak_maps, m_headings[0], m_headings[1], m_headings[2], m_remark})
        widget->setVisible(is_known);
    m_finding->setVisible(is_known || !m_trouble.empty());
    if (!m_trouble.empty())
        m_finding->setText(sentenceText(m_trouble));
    else if (found.sentences)
        showSentences(*found.sentences);
    else if (found.twins)
        showTwins(*found.twins);
}

void HeadsChapter::showBest(std::vector<EffectRow> rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].name = nameOf(m_best_heads[i], *m_session.trace());
        rows[i].is_chosen = m_best_heads[i] == m_session.head();
    }
    m_best->setAccessibleName(m_headings[0]->text());
    m_best->setEffects(std::move(rows));
}

void HeadsChapter::showExamples(EffectList* list, std::vector<Example> found, std::vector<RunRequest>& shown)
{
    std::vector<EffectRow> rows;
    shown.clear();
    for (const Example& example : found) {
        shown.push_back(example.request);
        rows.push_back({QString::fromStdString(example.request.text), example.number, {}, example.share});
    }
    list->setEffects(std::move(rows));
    showMaps(list == m_strong ? m_strong_maps : m_weak_maps, found);
}

/** Those that are known of these examples; none as long as they are on their way. */
void HeadsChapter::showMaps(MapMultiples* maps, const std::vector<Example>& found)
{
    const HeadName head = m_session.head();
    const MaskRule rule = maskRuleOf(m_session.trace()->config, head.site, head.layer);
    std::vector<SmallMap> shown;
    for (const Example& example : found)
        for (const HeadMap& map : m_gathering.found().maps)
            if (map.request == example.request && shown.size() < found.size()) {
                shown.push_back({ThumbnailAtlas(1, 1,
                                     [&](int, int) {
                                         return ThumbnailSource{{map.weights.data(), map.rows, map.columns},
                                             rule, map.queries, map.keys};
                                     }),
                    example.number, QString::fromStdString(example.request.text)});
                break;
            }
    maps->setAccessibleName(tr("Where the head looks in these sentences"));
    maps->setVisible(!shown.empty());
    maps->setMaps(std::move(shown));
}

void HeadsChapter::showTwins(const BankEvidence& found)
{
    const HeadEvidence* const head = headIn(found.heads, m_session.head());
    if (head) {
        const QString name = nameOf(head->head, *m_session.trace());
        const QString looks = head->looks ? tr("%1 looks at the antecedent in %2 of %3 twins;")
                                                .arg(name, shareText(*head->looks, found.twins))
                                                .arg(found.twins)
                                          : tr("%1 has no view of “it”;").arg(name);
        m_finding->setText(sentencesText({looks,
            tr("taken out alone it costs %1 of the %2 that the model has right, and moves the right word's "
               "logit "
               "against the other's by %3 on average.")
                .arg(shareText(head->lost, found.right))
                .arg(found.right)
                .arg(signedText(head->moved(), 3))}));
        showTwinExamples(*head);
    }
    showLookers(found);
    m_remark->setText(
        tr("%1 of %2 twins; the model finds both pronouns in %3. In brackets: where the true share lies with "
           "95 % certainty (Wilson 1927).")
            .arg(found.twins)
            .arg(found.of)
            .arg(shareText(found.right, found.twins)));
}

void HeadsChapter::showLookers(const BankEvidence& found)
{
    std::vector<const HeadEvidence*> order;
    for (const HeadEvidence& each : found.heads)
        if (each.looks)
            order.push_back(&each);
    std::stable_sort(order.begin(), order.end(),
        [](const HeadEvidence* one, const HeadEvidence* other) { return *one->looks > *other->looks; });
    order.resize(std::min<std::size_t>(order.size(), best_heads));
    m_headings[0]->setText(tr("The heads that look at the antecedent most often"));
    m_best_heads.clear();
    std::vector<EffectRow> rows;
    for (const HeadEvidence* each : order) {
        m_best_heads.push_back(each->head);
        rows.push_back({{}, shareText(*each->looks, found.twins),
            tr("alone it costs %1").arg(shareText(each->lost, found.right)),
            double(*each->looks) / std::max(1, found.twins)});
    }
    showBest(std::move(rows));
}

void HeadsChapter::showTwinExamples(const HeadEvidence& head)
{
    const auto list = [&](bool strongest) {
        std::vector<Example> shown;
        for (const int twin : m_gathering.examples(head.head, strongest)) {
            const HeadInTwin& in = head.in_twins[std::size_t(twin)];
            const double size = in.lead ? double(*in.lead) : double(-in.moved);
            shown.push_back({m_gathering.request(twin), signedText(size), in.lead ? size : 0});
        }
        return shown;
    };
    m_headings[1]->setText(head.looks
            ? tr("It looks most clearly here (weight on the right noun minus the other)")
            : tr("It is needed most here (logit of the right pronoun minus the other)"));
    m_headings[2]->setText(tr("… and least here"));
    showExamples(m_strong, list(true), m_strong_shown);
    showExamples(m_weak, list(false), m_weak_shown);
}

void HeadsChapter::showSentences(const SentenceEvidence& found)
{
    const HeadOverSentences* const head = headIn(found.heads, m_session.head());
    if (head) {
        m_finding->setText(
            tr("Without %1 another word is the likeliest in %2 of %3 sentences; ln p moves by %4 on average.")
                .arg(nameOf(head->head, *m_session.trace()), shareText(head->changed, found.sentences))
                .arg(found.sentences)
                .arg(signedText(head->moved, 3)));
        showSentenceExamples(*head);
    }
    showMovers(found);
    m_remark->setText(tr(
        "%1 of %2 sentences. What a head should look at isn't known there. In brackets: where the true share "
        "lies with 95 % certainty (Wilson 1927).")
                          .arg(found.sentences)
                          .arg(found.of));
}

void HeadsChapter::showMovers(const SentenceEvidence& found)
{
    std::vector<const HeadOverSentences*> order;
    double limit = 1e-6;
    for (const HeadOverSentences& each : found.heads) {
        order.push_back(&each);
        limit = std::max(limit, std::abs(each.moved));
    }
    std::stable_sort(
        order.begin(), order.end(), [](const HeadOverSentences* one, const HeadOverSentences* other) {
            return std::abs(one->moved) > std::abs(other->moved);
        });
    order.resize(std::min<std::size_t>(order.size(), best_heads));
    m_headings[0]->setText(tr("The heads that move the word most, on average"));
    m_best_heads.clear();
    std::vector<EffectRow> rows;
    for (const HeadOverSentences* each : order) {
        m_best_heads.push_back(each->head);
        rows.push_back({{}, tr("ln p %1").arg(signedText(each->moved, 3)),
            tr("another word in %1").arg(shareText(each->changed, found.sentences)), -each->moved / limit});
    }
    showBest(std::move(rows));
}

void HeadsChapter::showSentenceExamples(const HeadOverSentences& head)
{
    const auto list = [&](bool strongest) {
        std::vector<Example> shown;
        for (const int sentence : m_gathering.examples(head.head, strongest))
            shown.push_back({m_gathering.request(sentence),
                tr("ln p %1").arg(signedText(double(head.each[std::size_t(sentence)])))});
        return shown;
    };
    m_headings[1]->setText(tr("It moves the word most here"));
    m_headings[2]->setText(tr("… and least here"));
    showExamples(m_strong, list(true), m_strong_shown);
    showExamples(m_weak, list(false), m_weak_shown);
}

} // namespace glassformer
