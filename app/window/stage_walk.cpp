#include "app/session/session.h"
#include "app/window/stage.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"
#include "widgets/steps/step_entry.h"

#include <QPushButton>

// The walk through all layers: from the last step of one to the first of the next.

namespace glassformer {

bool Stage::isAtEdgeOfLayer(bool is_last_step) const
{
    const StepKind step = m_session.selection().step;
    const ModelConfig& config = m_session.trace()->config;
    if (!showsLayer(step, config))
        return false;
    return is_last_step ? isLastStepOfLayer(step, config) : firstStepOfLayer(step, config) == step;
}

bool Stage::canWalkOn() const
{
    const ModelConfig& config = m_session.trace()->config;
    const Selection& selection = m_session.selection();
    const AttentionSite site = m_session.site();
    return showsLayer(selection.step, config) && selection.layerOf(site) + 1 < layersOf(config, site);
}

bool Stage::canWalkBack() const
{
    const Selection& selection = m_session.selection();
    return showsLayer(selection.step, m_session.trace()->config)
        && (!isAtEdgeOfLayer(false) || selection.layerOf(m_session.site()) > 0);
}

void Stage::walkOn()
{
    if (canWalkOn())
        walkTo(m_session.selection().layerOf(m_session.site()) + 1);
}

void Stage::walkBack()
{
    if (canWalkBack())
        walkTo(m_session.selection().layerOf(m_session.site()) - (isAtEdgeOfLayer(false) ? 1 : 0));
}

void Stage::walkTo(int layer)
{
    Selection wanted = withLayer(m_session.selection(), m_session.site(), layer);
    wanted.step = firstStepOfLayer(wanted.step, m_session.trace()->config);
    m_session.select(wanted);
}

void Stage::refreshWalk()
{
    const Selection& selection = m_session.selection();
    const ModelConfig& config = m_session.trace()->config;
    const AttentionSite site = m_session.site();
    const int layer = selection.layerOf(site), layers = layersOf(config, site);
    m_next_layer->setVisible(showsLayer(selection.step, config) && layers > 1);
    m_next_layer->setText(tr("Same in layer %1").arg(layer + 1 < layers ? layer + 2 : 1));
    m_next_layer->setToolTip(tr("The same step in the next layer; after the last one, in the first"));
    const bool goes_on = isAtEdgeOfLayer(true) && layer + 1 < layers;
    const bool begins = isAtEdgeOfLayer(false) && layer > 0;
    m_walk->setVisible(goes_on || begins);
    m_walk->setText(begins ? tr("Begin with layer 1") : tr("Walk on through layer %1").arg(layer + 2));
}

} // namespace glassformer
