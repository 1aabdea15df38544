#pragma once

#include <QString>

#include <vector>

namespace glassformer {

/** A picture whose parts can be gone to by their names: tokens in a map, in a row of chips. */
class NamedPlaces
{
public:
    virtual ~NamedPlaces() = default;

    /** Names in their order; a place is an index among them. */
    virtual std::vector<QString> placeNames() const = 0;
    /** Chooses the place, as a click on it does, and brings it into sight. */
    virtual void goToPlace(int place) = 0;
};

} // namespace glassformer
