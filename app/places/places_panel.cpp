#include "app/places/places_panel.h"

#include "app/places/place_book.h"
#include "app/places/place_list.h"
#include "core/trace/look/session_file.h"
#include "widgets/look/model_title.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace glassformer {
namespace {

constexpr int lines_of_note = 5;

/** A folder's own name, or what a bundled model is called. */
QString modelName(const std::string& name)
{
    return modelTitle(QFileInfo(QString::fromStdString(name)).fileName());
}

PlaceRow rowOf(const KeptPlace& place, bool is_current)
{
    const View view = place.view.over({});
    const QString model = modelName(view.model.name), text = QString::fromStdString(view.request.text);
    return {QString::fromStdString(place.name),
        model.isEmpty() ? text : QStringLiteral("%1 · %2").arg(model, text.simplified()), is_current};
}

} // namespace

PlacesPanel::PlacesPanel(PlaceBook& places)
    : m_places(places)
    , m_hint(new QLabel)
    , m_list(new PlaceList)
    , m_note_title(new QLabel)
    , m_note(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("placesPanel"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hint->setObjectName(QStringLiteral("placesHint"));
    m_note->setObjectName(QStringLiteral("placeNote"));
    m_note->setTabChangesFocus(true);
    m_note_title->setBuddy(m_note);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    makeButtons();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    for (QToolButton* button : {m_up, m_down, m_rename, m_remove})
        buttons->addWidget(button);
    column->addLayout(buttons);
    column->addWidget(m_hint, 1);
    column->addWidget(m_list, 1);
    column->addWidget(m_note_title);
    column->addWidget(m_note);
    connect(m_list, &PlaceList::goWanted, this, &PlacesPanel::goWanted);
    connect(m_list, &PlaceList::moveWanted, this, &PlacesPanel::move, Qt::QueuedConnection);
    connect(m_list, &PlaceList::removeWanted, this, &PlacesPanel::remove);
    connect(m_list, &PlaceList::renameWanted, this, [this](int row, const QString& name) {
        m_places.rename(std::size_t(row), name);
        refresh(); // a name that is none is what it was
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &PlacesPanel::refreshChosen);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (chosen() >= 0)
            m_places.setNote(std::size_t(chosen()), m_note->toPlainText());
    });
    connect(&places, &PlaceBook::changed, this, &PlacesPanel::refresh);
    fitNote();
    retranslate();
    refresh();
}

void PlacesPanel::makeButtons()
{
    m_add = new QPushButton;
    m_add->setObjectName(QStringLiteral("addPlace"));
    connect(m_add, &QPushButton::clicked, this, &PlacesPanel::addWanted);
    const auto make = [this](const char* name, const QString& sign, auto act) {
        auto* button = new QToolButton;
        button->setObjectName(QString::fromLatin1(name));
        button->setText(sign);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, act] {
            if (chosen() >= 0)
                act(chosen());
        });
        return button;
    };
    m_up = make("placeUp", QStringLiteral("↑"), [this](int row) { move(row, row - 1); });
    m_down = make("placeDown", QStringLiteral("↓"), [this](int row) { move(row, row + 1); });
    m_rename =
        make("renamePlace", QStringLiteral("✎"), [this](int row) { m_list->editItem(m_list->item(row)); });
    m_remove = make("removePlace", QStringLiteral("✕"), [this](int row) { remove(row); });
}

int PlacesPanel::chosen() const
{
    return m_list->currentRow();
}

void PlacesPanel::move(int from, int to)
{
    const int last = int(m_places.size()) - 1;
    if (from < 0 || to < 0 || from > last || to > last)
        return;
    m_places.move(std::size_t(from), std::size_t(to));
    m_list->setCurrentRow(to);
}

void PlacesPanel::remove(int row)
{
    m_places.remove(std::size_t(row));
}

void PlacesPanel::refresh()
{
    const int current = m_places.current() ? int(*m_places.current()) : -1;
    QList<PlaceRow> rows;
    for (const KeptPlace& place : m_places.list())
        rows.append(rowOf(place, rows.size() == current));
    m_list->setRows(rows);
    if (current != m_shown_current && current >= 0)
        m_list->setCurrentRow(current);
    m_shown_current = current;
    m_list->setHidden(rows.isEmpty());
    m_hint->setVisible(rows.isEmpty());
    refreshChosen();
}

/** The note and what can be done with the place. */
void PlacesPanel::refreshChosen()
{
    const int row = chosen(), count = int(m_places.size());
    const bool has_place = row >= 0 && row < count;
    const QString note =
        has_place ? QString::fromStdString(m_places.list()[std::size_t(row)].note) : QString();
    if (note != m_note->toPlainText()) {
        const QSignalBlocker quiet(m_note);
        m_note->setPlainText(note);
    }
    m_note->setEnabled(has_place);
    m_note_title->setEnabled(has_place);
    m_add->setEnabled(m_places.canAdd());
    m_up->setEnabled(has_place && row > 0);
    m_down->setEnabled(has_place && row + 1 < count);
    m_rename->setEnabled(has_place);
    m_remove->setEnabled(has_place);
}

void PlacesPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitNote();
}

void PlacesPanel::fitNote()
{
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * lines_of_note + 12);
}

void PlacesPanel::retranslate()
{
    m_add->setText(tr("Add this place"));
    m_add->setToolTip(tr("Keeps what is on the screen now, to come back to"));
    m_hint->setText(
        tr("A place is a view to come back to: model, sentence, changes and where you look. Add what is "
           "on the screen now; Alt+Page Down and Alt+Page Up then go from place to place."));
    m_note_title->setText(tr("Note on the place"));
    m_note->setPlaceholderText(tr("What to say or to ask here"));
    m_list->setAccessibleName(tr("Places"));
    m_note->setAccessibleName(tr("Note on the place"));
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_up, tr("Move up (Alt+↑)"));
    name(m_down, tr("Move down (Alt+↓)"));
    name(m_rename, tr("Rename (F2)"));
    name(m_remove, tr("Remove (Delete)"));
}

} // namespace glassformer
