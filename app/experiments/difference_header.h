#pragma once

#include "app/experiments/comparison.h"

#include <QWidget>

class QLabel;

namespace glassformer {

class LayerTrailPicture;

/** Above the difference of two runs: where the chosen token first differs, and how much, layer by layer. */
class DifferenceHeader : public QWidget
{
    Q_OBJECT

public:
    explicit DifferenceHeader(Comparison& comparison, QWidget* parent = nullptr);

    void refresh();
    /** Letters for the last row leave room for the sentence, not for the bars below it. */
    void setPresented(bool is_presented);

protected:
    void changeEvent(QEvent* event) override;

private:
    void chooseStage(int stage);
    AttentionSite stack() const;

    Comparison& m_comparison;
    QLabel* m_sentence = nullptr;
    LayerTrailPicture* m_trail = nullptr;
    bool m_is_presented = false;
};

} // namespace glassformer
