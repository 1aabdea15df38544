#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class BarList;
class TokenRow;

/** One number for every word: the highest and the lowest. */
class LogitsView : public StepView
{
    Q_OBJECT

public:
    explicit LogitsView(QWidget* parent = nullptr);

protected:
    void refresh() override;
    std::vector<Picture*> toldPictures() const override;

private:
    void chooseWord(const std::vector<int>& ids, int bar);

    TokenRow* m_written = nullptr;
    Card* m_top_card = nullptr;
    BarList* m_top = nullptr;
    Card* m_bottom_card = nullptr;
    BarList* m_bottom = nullptr;
    std::vector<int> m_top_ids, m_bottom_ids;
};

} // namespace glassformer
