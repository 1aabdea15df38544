#pragma once

#include "core/experiment/effect/word_ranking.h"
#include "widgets/steps/step_view.h"

class QLabel;
class QPushButton;

namespace glassformer {

class BarList;
class Caption;
class ChanceBar;
class Heatmap;
class Roads;
class TokenRow;

/**
 * Probabilities of the next word (of the word at a place, for a model that fills gaps), beside where the model looks
 * from there. Clicking a word asks for it; buttons write on, or hide a word.
 */
class NextWordView : public StepView
{
    Q_OBJECT

public:
    explicit NextWordView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    bool fillsGaps() const { return !trace().config.hasDecoder(); }
    QWidget* makeButtons();
    void refreshTokens();
    void refreshBars() { refreshBars(decoding()); }
    /** As if words were chosen so. */
    void refreshBars(const Decoding& shown);
    QString barsRemark(const Decoding& shown, const DrawnWords& drawn) const;
    QString rulesText(int position);
    void refreshLook();
    void refreshRoads();
    /** The road to a word of the tree, asked for. */
    void chooseRoad(int word);
    void refreshButtons();

    Card* m_written_card = nullptr;
    TokenRow* m_written = nullptr;
    Card* m_bars_card = nullptr;
    BarList* m_bars = nullptr;
    Caption* m_rest = nullptr;
    Card* m_look_card = nullptr;
    Heatmap* m_look = nullptr;
    Card* m_roads_card = nullptr; ///< in place of the look, while its button is down
    Roads* m_roads = nullptr;
    std::vector<int> m_road_nodes; ///< of the beams, by word of the tree
    QPushButton* m_beams = nullptr;
    QPushButton *m_write = nullptr, *m_write_all = nullptr, *m_back = nullptr, *m_hide = nullptr;
    ChanceBar* m_chance = nullptr;
    QLabel* m_hint = nullptr;
    std::vector<int> m_ids;
};

} // namespace glassformer
