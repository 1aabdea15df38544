#pragma once

#include "app/figures/dialog/figure_page.h"

class QFontComboBox;

namespace glassformer {

/** Font, colours, ground, and what files of pixels and of vectors have beside that. */
class LookPage : public FigurePage
{
    Q_OBJECT

public:
    explicit LookPage(QWidget* parent = nullptr);

    void showChoices(const FigureRequest& request) override;
    void put(FigureRequest& request) const override;

private:
    QFontComboBox* m_font = nullptr;
    QComboBox *m_theme = nullptr, *m_colours = nullptr;
    QDoubleSpinBox *m_size = nullptr, *m_dpi = nullptr;
    QCheckBox *m_transparent = nullptr, *m_outlines = nullptr;
};

} // namespace glassformer
