#pragma once

#include <QString>

namespace glassformer {

class Session;

// What switches heads: those that are marked, where the step shows all heads of their place, or the one that is shown.

/** "Switch this head off", "Switch the marked heads on (2)". */
QString switchText(const Session& session);
void switchHeads(Session& session);
/** Why they cannot be switched here and now; empty: they can. */
QString obstacleToSwitching(const Session& session);

} // namespace glassformer
