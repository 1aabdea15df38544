#include "app/window/lines/map_chooser.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/word_groups.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/look/choice_list.h"
#include "widgets/look/line_text.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

#include <set>

namespace glassformer {
namespace {

constexpr int narrowest_choice = 14; ///< characters

} // namespace

MapChooser::MapChooser(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_aggregate(new QComboBox)
    , m_picture(new QComboBox)
    , m_sink(new QCheckBox)
    , m_words(new QCheckBox)
    , m_sum(new QPushButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_aggregate);
    row->addWidget(m_picture);
    row->addWidget(m_sink);
    row->addWidget(m_words);
    row->addWidget(m_sum);
    m_sum->setObjectName(QStringLiteral("rowSum"));
    connect(m_sum, &QPushButton::clicked, this, [this] {
        AttentionLook look = m_session.selection().attention;
        look.summed.clear();
        choose(look);
    });
    m_words->setObjectName(QStringLiteral("mergeWords"));
    connect(m_words, &QCheckBox::clicked, this, [this](bool is_checked) {
        AttentionLook look = m_session.selection().attention;
        look.merges_words = is_checked;
        choose(look);
    });
    m_picture->setObjectName(QStringLiteral("attentionPicture"));
    m_aggregate->setObjectName(QStringLiteral("mapAggregate"));
    m_aggregate->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_aggregate->setMinimumContentsLength(narrowest_choice);
    m_sink->setObjectName(QStringLiteral("hideSink"));
    connect(m_aggregate, &QComboBox::activated, this, [this](int index) {
        AttentionLook look = m_session.selection().attention;
        look.aggregate = MapAggregate(m_aggregate->itemData(index).toInt());
        choose(look);
    });
    connect(m_picture, &QComboBox::activated, this, [this](int index) {
        AttentionLook look = m_session.selection().attention;
        look.picture = AttentionPicture(m_picture->itemData(index).toInt());
        choose(look);
    });
    connect(m_sink, &QCheckBox::clicked, this, [this](bool is_checked) {
        AttentionLook look = m_session.selection().attention;
        look.hides_sink = is_checked;
        choose(look);
    });
}

void MapChooser::choose(const AttentionLook& look)
{
    Selection wanted = m_session.selection();
    wanted.attention = look;
    m_session.select(wanted);
}

void MapChooser::refresh()
{
    const Selection& selection = m_session.selection();
    setVisible(showsWeights(selection.step));
    if (!showsWeights(selection.step))
        return;
    const Trace& trace = *m_session.trace();
    const AttentionSite site = m_session.site();
    QList<Choice> aggregates, pictures;
    int shown = -1, picture = -1;
    for (const NamedValue<MapAggregate>& known : allMapAggregates())
        if (hasAggregate(trace, site, known.value)) {
            if (known.value == shownAggregate(trace, site, selection.attention.aggregate))
                shown = int(aggregates.size());
            aggregates.append(
                {aggregateName(known.value), int(known.value), tipText(aggregateTip(known.value))});
        }
    setChoices(*m_aggregate, aggregates, shown);
    m_aggregate->setAccessibleName(tr("What the map shows"));
    m_aggregate->setToolTip(tipText(aggregateTip(MapAggregate(m_aggregate->currentData().toInt()))));
    // The title says it whole; the list is as wide as it needs.
    m_aggregate->view()->setMinimumWidth(m_aggregate->view()->sizeHintForColumn(0) + 24);
    for (const NamedValue<AttentionPicture>& known : allAttentionPictures()) {
        if (known.value == selection.attention.picture)
            picture = int(pictures.size());
        pictures.append({pictureName(known.value), int(known.value)});
    }
    setChoices(*m_picture, pictures, picture);
    m_picture->setAccessibleName(tr("What stands beside the map"));
    refreshSink();
    refreshWords();
    refreshSum();
}

void MapChooser::refreshSum()
{
    const Trace& trace = *m_session.trace();
    const auto rows = summedQueries(m_session.selection(), trace.config, m_session.site()).size();
    m_sum->setVisible(!m_session.selection().attention.summed.empty());
    m_sum->setText(rows > 1 ? tr("Sum of %n rows  ✕", nullptr, int(rows)) : tr("This row is kept  ✕"));
    m_sum->setToolTip(
        tipText(tr("Looks at one row again. Ctrl and click, or Shift and Up or Down, sum more rows.")));
}

/** Only where a word has several pieces or is Chinese, and in pictures that can have words in their place. */
void MapChooser::refreshWords()
{
    const Trace& trace = *m_session.trace();
    const AttentionSite site = m_session.site();
    const AttentionLook& look = m_session.selection().attention;
    const auto& words = m_session.measured().chinese_words;
    const std::set<std::string> known = words ? *words : std::set<std::string>();
    const auto has_pieces = [&](const std::vector<Token>& tokens) {
        return wordGroups(tokens, known).size() < tokens.size();
    };
    const bool can_merge = has_pieces(queriesOf(trace, site)) || has_pieces(keysOf(trace, site));
    const bool is_chinese = hasChinese(queriesOf(trace, site)) || hasChinese(keysOf(trace, site));
    const bool is_drawn = look.picture == AttentionPicture::Lines || look.picture == AttentionPicture::Heads;
    m_words->setVisible(is_drawn && (can_merge || is_chinese));
    m_words->setEnabled(can_merge);
    m_words->setChecked(look.merges_words && can_merge);
    m_words->setText(tr("Whole words"));
    const QString merged = tr("Pieces of a word become one row and one column: weights on them are "
                              "summed, those from them averaged "
                              "(Clark et al. 2019).");
    const QString chinese = can_merge
        ? tr("Chinese characters are put together to the words that the lexicons of the bundled world know; "
             "others stay alone.")
        : tr("Chinese is written without spaces, and none of these characters make up a word that the "
             "lexicons "
             "of the bundled world know.");
    m_words->setToolTip(tipText(!is_chinese ? merged : can_merge ? merged + u' ' + chinese : chinese));
}

void MapChooser::refreshSink()
{
    const AttentionLook& look = m_session.selection().attention;
    const ShownMap& shown = m_map.of(m_session.trace(), m_session.head(), look);
    m_sink->setVisible(shown.sink.has_value());
    m_sink->setChecked(look.hides_sink);
    m_sink->setText(tr("Without the sink"));
    if (shown.sink)
        m_sink->setToolTip(
            tipText(tr("Leaves out %1, where weight only rests, and scales each row to what it was. The "
                       "picture says so.")
                        .arg(tokenList(keysOf(*m_session.trace(), m_session.site()), shown.sink->keys()))));
}

} // namespace glassformer
