#include "app/window/lines/note_line.h"

#include "app/session/session.h"
#include "app/window/lines/input_bar.h"
#include "app/window/lines/message_text.h"
#include "app/window/lines/note_text.h"

namespace glassformer {

NoteLine::NoteLine(Session& session, InputBar& input)
    : m_session(session)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setContentsMargins(16, 6, 16, 6);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setObjectName(QStringLiteral("note"));
    connect(&session, &Session::failed, this, &NoteLine::tell);
    connect(&session, &Session::runChanged, this, [this] { tell({}); });
    connect(&session, &Session::textNotesChanged, this, &NoteLine::refresh);
    connect(&input, &InputBar::typed, &session, &Session::considerText);
    connect(&input, &InputBar::cutText, this, [this] {
        tell(Message(tr("The text is cut here: the field holds %L1 characters.")
                         .arg(InputBar::most_characters)
                         .toStdString()));
    });
}

void NoteLine::tell(const Message& trouble)
{
    m_trouble = trouble;
    refresh();
}

void NoteLine::refresh()
{
    setText(m_trouble.empty() ? noteText(m_session) : sentenceText(m_trouble));
    setVisible(!text().isEmpty());
}

} // namespace glassformer
