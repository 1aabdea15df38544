#pragma once

#include "app/session/jobs/job_lane.h"
#include "core/experiment/effect/head_effect.h"

#include <QObject>

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace glassformer {

/**
 * What switching the head off that is looked at would do to the word that is asked about. The session has it tried,
 * beside the window, whenever run or selection have changed; views only read what is known.
 */
class Experimenting : public QObject
{
    Q_OBJECT

public:
    Experimenting();

    /** Tries it unless it is known or being tried; drops what is being tried for another head or word. */
    void consider(const HeadQuestion& question);
    /** Nothing is to be tried: the view shows no head, or one that cannot be switched off. */
    void rest();
    /** Another run: nothing is known of it. */
    void forget();

    /** Nothing as long as it was not tried. */
    std::optional<HeadEffect> effect(const HeadName& head, int position) const;
    bool isBusy() const { return m_lane.isBusy(); }

signals:
    void changed(); ///< something more is known
    void failed(const Message& message);

private:
    using Key = std::pair<std::string, int>; ///< headText() and position

    std::map<Key, HeadEffect> m_effects;
    Key m_trying; ///< while the lane is busy
    JobLane m_lane;
};

} // namespace glassformer
