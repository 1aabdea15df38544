#pragma once

#include "core/trace/look/selection.h"
#include "core/trace/trace.h"

#include <QAbstractButton>
#include <QScrollArea>

#include <map>
#include <memory>
#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace glassformer {

/** One block of the machine: its name, and at the right what it works on, such as "12×128". */
class MapBlock : public QAbstractButton
{
    Q_OBJECT

public:
    explicit MapBlock(QWidget* parent = nullptr);

    /** Shown as it is: a & in it is no shortcut. */
    void setName(const QString& name);
    void setDetail(const QString& detail);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QString m_detail;
};

/**
 * The machine: the model that is loaded as a schematic, block by block, derived from its configuration. Shows which
 * step is open; tells selectionWanted when a block or another layer is chosen.
 */
class ArchitectureMap : public QScrollArea
{
    Q_OBJECT

public:
    explicit ArchitectureMap(QWidget* parent = nullptr);

    void showRun(std::shared_ptr<const Trace> trace, const Selection& selection);
    QSize sizeHint() const override;

signals:
    void selectionWanted(const Selection& selection);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /** The frame around the blocks of a layer, with a way to the layers above and below. */
    struct LayerFrame
    {
        AttentionSite site = AttentionSite::Encoder;
        QLabel* name = nullptr;
        QToolButton *lower = nullptr, *higher = nullptr;
    };

    void build();
    void refresh();
    void showCurrent();
    QVBoxLayout* addLayerFrame(AttentionSite site);
    void moveLayer(AttentionSite site, int by);

    std::shared_ptr<const Trace> m_trace;
    Selection m_selection;
    std::vector<StepKind> m_steps; ///< as built
    QWidget* m_page = nullptr;
    QLabel* m_heading = nullptr;
    std::map<StepKind, MapBlock*> m_blocks;
    std::vector<LayerFrame> m_frames;
};

} // namespace glassformer
