#pragma once

#include "app/figures/dialog/figure_page.h"
#include "app/figures/pictures/paper_picture.h"

namespace glassformer {

/** Which picture, how wide, and what is written into it. */
class PicturePage : public FigurePage
{
    Q_OBJECT

public:
    /** Offers what the scene has. */
    explicit PicturePage(const FigureScene& scene, QWidget* parent = nullptr);

    void showChoices(const FigureRequest& request) override;
    void put(FigureRequest& request) const override;

private:
    QWidget* makeWidth();
    void nameWidth();

    QComboBox *m_picture = nullptr, *m_second = nullptr, *m_widths = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QCheckBox *m_numbers = nullptr, *m_bar = nullptr;
};

} // namespace glassformer
