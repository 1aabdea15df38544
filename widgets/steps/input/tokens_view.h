#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class Caption;
class NormalText;
class TokenRow;
class WordCutLadder;

/** The text as it is cut, the tokens with their ids, and for the chosen one how its word was cut. */
class TokensView : public StepView
{
    Q_OBJECT

public:
    explicit TokensView(QWidget* parent = nullptr);

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /** The text beside its normalised form, where that is another. */
    void refreshNormal();
    void refreshWord();
    /** Words around the chosen one and what each became. */
    void refreshAll();
    std::size_t mostWords() const;

    Card* m_normal_card = nullptr;
    NormalText* m_normal = nullptr;
    Card* m_tokens_card = nullptr;
    TokenRow* m_tokens = nullptr;
    Card* m_word_card = nullptr;
    Caption* m_word = nullptr;
    WordCutLadder* m_ladder = nullptr;
    Card* m_all_card = nullptr;
    WordCutLadder* m_all = nullptr;
    std::size_t m_most_words = 0; ///< for which there was room
};

} // namespace glassformer
