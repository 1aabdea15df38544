#pragma once

#include "core/experiment/attention/shown_map.h"
#include "core/experiment/attention/word_groups.h"
#include "core/experiment/effect/part_ranking.h"
#include "widgets/paint/attention/attention_lines_painter.h"
#include "widgets/steps/step_view.h"

namespace glassformer {

class AttentionLines;
class AttentionSentence;
class CardRow;
class Heatmap;
class HeadsCard;

/** Scores, masked scores or weights of one head as a heatmap; weights also as lines and among all heads. */
class AttentionView : public StepView
{
    Q_OBJECT

public:
    explicit AttentionView(AttentionPart part, QWidget* parent = nullptr);

    /**
     * Tells heads apart by how much a word needs them.
     * \param is_wanted  instead of by what they do
     * \param ranking  what is known of that; null: nothing (yet)
     */
    void setNeed(bool is_wanted, std::shared_ptr<const PartRanking> ranking);

signals:
    /** Heads are to be told apart by how much the word needs them, or not by that any more. */
    void needWanted(bool is_wanted);

protected:
    void refresh() override;
    std::vector<Picture*> toldPictures() const override;

private:
    void buildWeights();
    void shareRows();
    void buildHeads();
    /** A row that is to be summed with the chosen ones, or no more. */
    void addRow(int row);
    /** Rows of the map that are added up; one or none: nothing is. */
    std::vector<int> summedRows() const;
    /** "The + animal"; empty: nothing is summed. */
    QString sumName() const;
    void addSumOf(HeatmapContent& content) const;
    void chooseHead(int layer, int head);
    /** A row and a column of the map: where words are merged, the first piece of one and the heaviest of the other. */
    void chooseShown(int row, std::optional<int> column);
    /** The words of the map, where they are to be merged and some have several pieces; else none. */
    void findWords();
    void mergeWordsOf(HeatmapContent& content, const MatrixSlice& weights) const;
    void refreshWeights(const HeatmapContent& content);
    void refreshSentence(const HeatmapContent& content);
    /** The maps of the marked heads, or of all of the layer, to be drawn over each other. */
    std::vector<HeadLines> overlaid() const;
    /** Which heads these are; so many of them are drawn. */
    QString overlaidRemark(std::size_t drawn) const;
    void refreshHeads();
    /** The map of weights that the selection asks for. */
    const ShownMap& shownWeights() { return m_map.of(sharedTrace(), head(), selection().attention); }
    HeadName head() const { return {site(), selection().layerOf(site()), selection().head}; }
    QString placeText(MapAggregate aggregate) const;
    QString weightsHeading(const ShownMap& shown) const;
    bool countsRemovedHeads(MapAggregate aggregate) const;
    QString weightsRemark(const ShownMap& shown) const;
    QString heading();
    QString remark();
    QString scoresRemark() const;

    AttentionPart m_part;
    CardRow* m_row = nullptr;
    Card* m_heatmap_card = nullptr;
    Heatmap* m_heatmap = nullptr;
    Card* m_lines_card = nullptr;
    AttentionLines* m_lines = nullptr;
    AttentionSentence* m_sentence = nullptr;
    HeadsCard* m_heads = nullptr;
    QString m_sum_name; ///< of the rows that are summed; empty: none are
    LastShownMap m_map;
    std::vector<WordGroup> m_query_words, m_key_words; ///< empty: every token for itself
    std::weak_ptr<const Trace> m_heads_of; ///< the run whose thumbnails are shown
};

} // namespace glassformer
