#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class BarList;
class Caption;
class Heatmap;
class TokenRow;
class VectorStrips;
class WordMap;
struct WordMapContent;

/**
 * Rows of the embedding table, the chosen token's row large, the words nearest to it, and all words of the vocabulary in
 * the plane in which they differ most. A word that the sentence has not may be chosen there, too.
 */
class EmbeddingView : public StepView
{
    Q_OBJECT

public:
    explicit EmbeddingView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    /** A token of the sentence; no word beside it. */
    void chooseRow(int token, std::optional<int> dimension = std::nullopt);
    /** An entry of the vocabulary: the token that has it, or else the word alone. */
    void chooseWord(int id);
    /** The entry that is looked at. */
    int chosenId(int token) const;
    void refreshNearest(const MatrixSlice& rows, int token);
    void refreshNear();
    /** Where other pairs of words lead from the chosen one. */
    void refreshDirections();
    void refreshMap(int token);

    TokenRow* m_tokens = nullptr;
    Card* m_heatmap_card = nullptr;
    Heatmap* m_heatmap = nullptr;
    WordMap* m_map = nullptr;
    Card* m_row_card = nullptr;
    VectorStrips* m_row = nullptr;
    Card* m_nearest_card = nullptr;
    BarList* m_nearest = nullptr;
    std::vector<int> m_nearest_ids;
    Caption* m_directions = nullptr;
    Card* m_map_card = nullptr;
    std::shared_ptr<const PrincipalPlane> m_mapped; ///< whose words the map has
};

} // namespace glassformer
