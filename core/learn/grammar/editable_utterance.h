#pragma once

#include "core/learn/grammar/utterance.h"

#include <optional>
#include <vector>

namespace glassformer::grammar {

/** An utterance of its own, of which every part may be changed, and its parts in the order in which they are said. */
class EditableUtterance
{
public:
    explicit EditableUtterance(const Utterance& utterance);

    Utterance& utterance() { return m_said; }
    const std::vector<Nominal*>& nominals() const { return m_nominals; }
    const std::vector<Clause*>& clauses() const { return m_clauses; }

private:
    /** Parts are shared between utterances: this one gets its own. */
    template <typename Part> void takeOwn(std::shared_ptr<const Part>& part);
    void take(Place& place);
    void take(Nominal& nominal);
    void take(Clause& clause);

    Utterance m_said;
    std::vector<Nominal*> m_nominals;
    std::vector<Clause*> m_clauses;
};

} // namespace glassformer::grammar
