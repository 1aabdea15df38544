#pragma once

#include "core/message.h"

#include <QLabel>

namespace glassformer {

class InputBar;
class Session;

/** Below the input bar: why the last wish could not be fulfilled, or what should be known of the run that is shown. */
class NoteLine : public QLabel
{
    Q_OBJECT

public:
    NoteLine(Session& session, InputBar& input);

    /** Stands there until the next run. */
    void tell(const Message& trouble);
    void refresh();

private:
    Session& m_session;
    Message m_trouble;
};

} // namespace glassformer
