#include "app/figures/pictures/paper_map.h"

#include "core/trace/step/step_list.h"
#include "widgets/machine/block_painter.h"
#include "widgets/machine/machine_painter.h"
#include "widgets/steps/step_entry.h"

#include <QFontMetricsF>
#include <QPainter>

#include <map>
#include <memory>

namespace glassformer {
namespace {

struct Machine
{
    MachineLayout layout;
    ModelConfig config;
    std::map<StepKind, MachineBlock> blocks;
    std::vector<QString> heads; ///< of the frames
    FigureStyle style;

    QFont blockFont() const { return style.scaledFont(layout.has_two_columns ? 0.88 : 1); }
    void paint(QPainter& painter) const;
};

void Machine::paint(QPainter& painter) const
{
    paintMachineFrames(painter, layout, config, style.palette);
    paintMachineWires(painter, layout, {}, style.palette);
    for (const auto& [step, block] : blocks)
        paintMachineBlock(painter, layout.blocks.at(step), block, blockFont(), style.palette);
    painter.setFont(style.scaledFont(1));
    painter.setPen(style.palette.ink);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const QRectF& head = layout.frames[i].head;
        painter.drawText(head.adjusted(4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(heads[i], Qt::ElideRight, head.width() - 4));
    }
}

QString headOf(const MachineFrame& frame, const ModelConfig& config)
{
    const int layers = layersOf(config, frame.site);
    return (!config.hasCrossAttention()            ? FigureText::tr("%1 layers")
            : frame.site == AttentionSite::Encoder ? FigureText::tr("Encoder: %1 layers")
                                                   : FigureText::tr("Decoder: %1 layers"))
        .arg(layers);
}

} // namespace

PaperPicture paperMachine(const FigureScene& scene, const FigureRequest& request)
{
    PaperPicture picture;
    // In two columns names shrink as far as painters do.
    picture.paper = scene.trace().config.hasCrossAttention() ? raisedStyle(request) : paperStyle(request);
    auto machine = std::make_shared<Machine>();
    machine->style = picture.paper.style;
    machine->config = scene.trace().config;
    const std::vector<StepKind> steps = stepsOf(scene.trace());
    const double width = picture.paper.widthOf(request.width_mm), line = machine->style.em();
    const MachineFont font{line, line * 0.82};
    const double least = layoutMachine(steps, machine->config, {width, 0}, font).height;
    constexpr double airy = 1.2; ///< of the least height
    machine->layout = layoutMachine(steps, machine->config, {width, least * airy}, font);
    const StepContext context{scene.trace(), scene.selection};
    picture.table.push_back({FigureText::tr("step"), FigureText::tr("size")});
    for (const StepKind step : steps) {
        const StepEntry& entry = entryOf(step);
        MachineBlock block{entry.block(machine->config), entry.detail ? entry.detail(context) : QString()};
        block.kind = blockKindOf(step, machine->config);
        picture.table.push_back({block.name, block.detail});
        machine->blocks[step] = std::move(block);
    }
    for (const MachineFrame& frame : machine->layout.frames)
        machine->heads.push_back(headOf(frame, machine->config));
    picture.size = {width, machine->layout.height};
    picture.paint = [machine](QPainter& painter) { machine->paint(painter); };
    return picture;
}

} // namespace glassformer
