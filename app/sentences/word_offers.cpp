#include "app/sentences/word_offers.h"

#include "app/session/session.h"
#include "app/window/lines/input_bar.h"
#include "widgets/look/flow_layout.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace glassformer {

WordOffers::WordOffers(Session& session, InputBar& input)
    : m_session(session)
    , m_input(input)
{
    setObjectName(QStringLiteral("wordOffers"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto* row = new FlowLayout(this);
    row->setContentsMargins(16, 0, 16, 8);
    row->setSpacing(6);
    connect(&session, &Session::textNotesChanged, this, &WordOffers::refresh);
    connect(&session, &Session::runChanged, this, &WordOffers::refresh);
    refresh();
}

void WordOffers::refresh()
{
    const TextNotes& notes = m_session.textNotes();
    m_input.markWords(m_session.isRecorded() ? QStringList() : notes.unknown_words);
    for (QWidget* old : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        layout()->removeWidget(old);
        old->hide();
        old->deleteLater(); // it may be what was pressed
    }
    bool has_any = false;
    for (const WordOffer& offer : notes.offers) {
        if (m_session.isRecorded() || offer.known.isEmpty())
            continue;
        auto* label = new QLabel(tr("In place of “%1”:").arg(offer.unknown));
        label->setTextFormat(Qt::PlainText);
        layout()->addWidget(label);
        for (const QString& known : offer.known) {
            auto* button = new QPushButton(known);
            button->setToolTip(tr("Put this word into the sentence."));
            connect(button, &QPushButton::clicked, this,
                [this, unknown = offer.unknown, known] { m_input.replaceWord(unknown, known); });
            layout()->addWidget(button);
        }
        has_any = true;
    }
    setVisible(has_any);
}

void WordOffers::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace glassformer
