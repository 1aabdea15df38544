#pragma once

#include "widgets/steps/step_view.h"

namespace glassformer {

class AttentionLines;
class CardRow;
class Heatmap;
class HeadGallery;

/** Scores, masked scores or weights of one head as a heatmap; weights also as lines and among all heads. */
class AttentionView : public StepView
{
    Q_OBJECT

public:
    explicit AttentionView(AttentionPart part, QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void buildWeights();
    void refreshWeights(const HeatmapContent& content);
    void refreshGallery();
    QString heading() const;
    QString remark() const;
    QString scoresRemark() const;

    AttentionPart m_part;
    CardRow* m_row = nullptr;
    Card* m_heatmap_card = nullptr;
    Heatmap* m_heatmap = nullptr;
    Card* m_lines_card = nullptr;
    AttentionLines* m_lines = nullptr;
    Card* m_gallery_card = nullptr;
    HeadGallery* m_gallery = nullptr;
    std::weak_ptr<const Trace> m_gallery_of; ///< the run whose thumbnails it has
};

} // namespace glassformer
