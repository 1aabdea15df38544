#pragma once

#include "core/trace/look/selection.h"
#include "core/trace/trace.h"
#include "widgets/machine/layer_ladder.h"
#include "widgets/machine/machine_page.h"
#include "widgets/machine/map_block.h"

#include <QScrollArea>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace glassformer {

/**
 * The machine: the model that is loaded as a picture of how its steps hang together, derived from its configuration.
 * Shows which step is open and which layer, and lets data flow to the step that is opened; tells selectionWanted when a
 * block or another layer is chosen.
 */
class ArchitectureMap : public QScrollArea
{
    Q_OBJECT

public:
    explicit ArchitectureMap(QWidget* parent = nullptr);

    void showRun(std::shared_ptr<const Trace> trace, const Selection& selection);
    /** Lights a path through the layers of a stack; nothing: none. */
    void setPath(std::optional<MachinePath> path);
    QSize sizeHint() const override;

signals:
    void selectionWanted(const Selection& selection);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /** What stands in the head of a layer's frame: its name, and the way to other layers. */
    struct LayerHead
    {
        AttentionSite site = AttentionSite::Encoder;
        QLabel* name = nullptr;
        LayerLadder* ladder = nullptr;
        QToolButton *lower = nullptr, *higher = nullptr;
    };

    void build();
    void addBlock(StepKind kind);
    /** The keyboard to the block so many steps before or behind another one. */
    void goFrom(StepKind kind, int by);
    void addLayerHead(AttentionSite site);
    void placeAll();
    void refresh();
    void refreshHead(const LayerHead& head);
    void showCurrent();
    void chooseLayer(AttentionSite site, int layer);

    /** The wires along which what is on the path goes. */
    std::vector<Wire> litWires() const;

    std::shared_ptr<const Trace> m_trace;
    Selection m_selection;
    std::optional<MachinePath> m_path;
    std::vector<StepKind> m_steps; ///< as built
    ModelConfig m_config; ///< as built
    MachinePage* m_page = nullptr;
    std::map<StepKind, MapBlock*> m_blocks;
    std::vector<LayerHead> m_heads;
};

} // namespace glassformer
