#pragma once

#include "core/model/writing/sampling.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace glassformer {

/**
 * How words are chosen: temperature, the k likeliest, the likeliest that share p, and the seed of the chance. While a
 * slider is dragged only previewed() tells of it; what it is let go at, or what a key sets, is wanted.
 */
class ChanceBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChanceBar(QWidget* parent = nullptr);

    void setDecoding(const Decoding& decoding);
    /** Whether words are chosen here at all; if not, only what was added is shown. */
    void setOffered(bool is_offered);
    /** Behind the seed. */
    void addWidget(QWidget* widget);

signals:
    void previewed(const glassformer::Decoding& decoding);
    void decodingWanted(const glassformer::Decoding& decoding);

protected:
    void changeEvent(QEvent* event) override;

private:
    QSlider* addSlider(const char* name, int least, int most, QLabel*& label);
    Decoding chosen() const;
    void tell();
    void refreshTexts();

    QWidget* m_sliders = nullptr;
    QHBoxLayout* m_second_row = nullptr;
    bool m_is_offered = true;
    Decoding m_decoding; ///< as it is used; sliders may be elsewhere while one is dragged
    QSlider *m_temperature = nullptr, *m_top_k = nullptr, *m_top_p = nullptr;
    QLabel *m_temperature_text = nullptr, *m_top_k_text = nullptr, *m_top_p_text = nullptr;
    QLabel* m_seed_text = nullptr;
    QSpinBox* m_seed = nullptr;
    QPushButton* m_draw = nullptr; ///< with the next seed
};

} // namespace glassformer
