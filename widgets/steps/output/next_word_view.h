#pragma once

#include "widgets/steps/step_view.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace glassformer {

class BarList;
class Caption;
class Heatmap;
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
    /** By which the logits are divided; always the likeliest word is no temperature, and shown as 1. */
    double usedTemperature() const { return temperature() > 0 ? temperature() : 1; }
    QWidget* makeButtons();
    void refreshTokens();
    void refreshBars();
    QString rulesText(int position);
    void refreshLook();
    void refreshButtons();

    Card* m_written_card = nullptr;
    TokenRow* m_written = nullptr;
    Card* m_bars_card = nullptr;
    BarList* m_bars = nullptr;
    Caption* m_rest = nullptr;
    Card* m_look_card = nullptr;
    Heatmap* m_look = nullptr;
    QPushButton *m_write = nullptr, *m_write_all = nullptr, *m_hide = nullptr;
    QComboBox* m_chance = nullptr; ///< how words are chosen
    QSpinBox* m_seed = nullptr;
    QLabel* m_seed_label = nullptr;
    QPushButton* m_draw = nullptr; ///< with the next seed
    QLabel* m_hint = nullptr;
    std::vector<int> m_ids;
};

} // namespace glassformer
