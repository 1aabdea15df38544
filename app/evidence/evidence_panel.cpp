#include "app/evidence/evidence_panel.h"

#include "app/evidence/heads_chapter.h"
#include "app/evidence/kinds_chapter.h"
#include "app/evidence/layers_chapter.h"
#include "app/evidence/parts_chapter.h"
#include "app/evidence/roles_chapter.h"
#include "app/evidence/votes_chapter.h"
#include "app/evidence/words_chapter.h"
#include "app/session/session.h"
#include "widgets/look/scaled_font.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace glassformer {
namespace {

constexpr int milliseconds = 40; ///< between two pictures of what is being found out

} // namespace

EvidencePanel::EvidencePanel(Session& session, Gathering& gathering, BankGathering& bank)
    : m_session(session)
    , m_gathering(gathering)
    , m_title(new QLabel)
    , m_subject(new QLabel)
    , m_bank(bank)
{
    setObjectName(QStringLiteral("evidence"));
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(12, 14, 12, 14);
    column->setSpacing(6);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(scaledFont(bold, 1.15));
    for (QLabel* label : {m_title, m_subject}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    const auto add = [this, column](auto* chapter, std::vector<Chapter*>& chapters) {
        using Kind = std::remove_pointer_t<decltype(chapter)>;
        column->addWidget(chapter);
        chapters.push_back(chapter);
        connect(chapter, &Kind::selectionWanted, &m_session, &Session::select);
    };
    add(new PartsChapter(gathering), m_of_word);
    add(new WordsChapter(gathering), m_of_word);
    add(new VotesChapter(gathering), m_of_word);
    add(new LayersChapter(gathering), m_of_word);
    auto* const heads = new HeadsChapter(session, bank);
    add(heads, m_of_model);
    connect(heads, &HeadsChapter::textWanted, &m_session, &Session::runText);
    add(new KindsChapter(session, bank), m_of_model);
    add(new RolesChapter(session, bank), m_of_model);
    column->addStretch(1);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->setAutoFillBackground(false);
    m_soon.setSingleShot(true);
    m_soon.setInterval(milliseconds);
    connect(&m_soon, &QTimer::timeout, this, &EvidencePanel::refresh);
    connect(&gathering, &Gathering::changed, this, &EvidencePanel::refreshSoon);
    connect(&bank, &BankGathering::changed, this, &EvidencePanel::refreshSoon);
    connect(&session, &Session::selectionChanged, this, &EvidencePanel::refreshSoon);
}

void EvidencePanel::refreshSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void EvidencePanel::showEvent(QShowEvent* event)
{
    refresh();
    QScrollArea::showEvent(event);
}

void EvidencePanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refreshSoon();
}

void EvidencePanel::openChapter(const QString& id)
{
    for (const auto* chapters : {&m_of_word, &m_of_model})
        for (Chapter* chapter : *chapters) {
            if (chapter->objectName() != id)
                continue;
            chapter->inquiry().open();
            refresh();
            ensureWidgetVisible(chapter);
        }
}

void EvidencePanel::refresh()
{
    const std::optional<AskedWord>& asked = m_gathering.evidence().asked;
    m_title->setText(asked ? tr("Evidence about “%1”").arg(textOf(asked->token).trimmed()) : tr("Evidence"));
    m_subject->setText(!asked ? tr("The model writes no word here.")
            : m_session.trace()->config.hasDecoder()
            ? tr("Written as token %1. Open a question to have it answered.").arg(asked->position + 1)
            : tr("Said at place %1. Open a question to have it answered.").arg(asked->position + 1));
    for (Chapter* chapter : m_of_word)
        chapter->refresh(m_gathering.canTry());
    for (Chapter* chapter : m_of_model)
        chapter->refresh(m_bank.canTry());
}

} // namespace glassformer
