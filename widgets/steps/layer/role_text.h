#pragma once

#include "core/learn/evaluation/head_roles.h"

#include <QString>

namespace glassformer {

/** "an adjective at its noun (86.5 % of 96)". A role that is not known by name is said as it was measured. */
QString roleText(const RoleScore& role);

/** What a head does most often over the sentences that were measured; empty if nothing was, or nothing often. */
QString measuredRolesText(const MeasuredRoles& measured, const HeadName& head);

} // namespace glassformer
