#pragma once

#include "core/trace/trace.h"

#include <map>
#include <string>

namespace glassformer {

/** What the metadata of a recorded run says of it beside its tokens; Trace::recorded tells what it does not say. */
class RecordedFacts
{
public:
    /** \param name  of the file, for messages. Both must outlive this. */
    RecordedFacts(const std::map<std::string, std::string>& metadata, const std::string& name);

    /** What the run was asked; a file of another program may tell the text alone. @throws Error naming the field */
    void readRequest(Trace& trace) const;
    /** Whether it ended, what its text became, how words were cut and chosen; after its tokens. @throws Error as above */
    void readRest(Trace& trace) const;

private:
    std::string text(const std::string& key) const;
    std::string where(const std::string& key) const { return m_name + ", " + key; }

    const std::map<std::string, std::string>& m_metadata;
    const std::string& m_name;
};

} // namespace glassformer
