#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class BarList;
class Heatmap;

/** Hidden units of the feed-forward network, how many of them answer to each token, and its output. */
class FeedForwardView : public StepView
{
    Q_OBJECT

public:
    explicit FeedForwardView(QWidget* parent = nullptr);

protected:
    void refresh() override;
    std::vector<Picture*> toldPictures() const override;

private:
    void refreshShares(int chosen);

    Card* m_hidden_card = nullptr;
    Heatmap* m_hidden = nullptr;
    Card* m_output_card = nullptr;
    Heatmap* m_output = nullptr;
    Card* m_shares_card = nullptr;
    BarList* m_shares = nullptr;
};

} // namespace glassformer
