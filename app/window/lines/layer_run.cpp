#include "app/window/lines/layer_run.h"

#include "app/session/session.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"

namespace glassformer {
namespace {

constexpr int pause = 900; ///< milliseconds: long enough to compare a layer with the one before

} // namespace

LayerRun::LayerRun(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &LayerRun::goOn);
    connect(&m_session, &Session::selectionChanged, this, [this] {
        if (isRunning() && (layer() != m_layer || int(m_session.selection().step) != m_step))
            stop();
    });
    connect(&m_session, &Session::runChanged, this, &LayerRun::stop);
}

int LayerRun::layer() const
{
    return m_session.selection().layerOf(m_session.site());
}

bool LayerRun::canStart() const
{
    const ModelConfig& config = m_session.trace()->config;
    return showsLayer(m_session.selection().step, config) && layersOf(config, m_session.site()) > 1;
}

void LayerRun::start()
{
    if (!canStart())
        return;
    m_layer = 0;
    m_step = int(m_session.selection().step);
    m_session.chooseLayer(0);
    m_timer.start();
    emit changed();
}

void LayerRun::stop()
{
    if (!isRunning())
        return;
    m_timer.stop();
    emit changed();
}

void LayerRun::goOn()
{
    if (m_session.isBusy() || layer() != m_layer)
        return;
    if (m_layer + 1 >= layersOf(m_session.trace()->config, m_session.site()))
        return stop();
    m_session.chooseLayer(++m_layer);
}

} // namespace glassformer
