#include "app/session/jobs/experimenting.h"

namespace glassformer {

Experimenting::Experimenting()
{
    connect(&m_lane, &JobLane::failed, this, &Experimenting::failed);
}

void Experimenting::consider(const HeadQuestion& question)
{
    const Key key{headText(question.head), question.asked.position};
    if (isBusy() && m_trying == key)
        return;
    rest();
    const auto known = m_effects.find(key);
    if (known != m_effects.end() && known->second.answer)
        return;
    m_trying = key;
    const auto learn = [this, key](const HeadEffect& effect) {
        m_effects[key] = effect;
        emit changed();
    };
    m_lane.start<HeadEffect>(headEffectJob(question), learn, learn);
}

void Experimenting::rest()
{
    m_lane.cancel();
}

void Experimenting::forget()
{
    rest();
    m_effects.clear();
}

std::optional<HeadEffect> Experimenting::effect(const HeadName& head, int position) const
{
    const auto known = m_effects.find({headText(head), position});
    return known == m_effects.end() ? std::nullopt : std::optional<HeadEffect>(known->second);
}

} // namespace glassformer
