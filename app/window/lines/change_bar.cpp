#include "app/window/lines/change_bar.h"

#include "app/session/session.h"
#include "core/trace/look/number_place.h"
#include "widgets/explanation/change_name.h"
#include "widgets/explanation/change_sentence.h"
#include "widgets/look/figure_style.h"
#include "widgets/look/flow_layout.h"
#include "widgets/look/line_text.h"
#include "widgets/look/palette.h"
#include "widgets/paint/formula_painter.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTextDocumentFragment>
#include <QToolButton>

namespace glassformer {
namespace {

constexpr int longest_name = 60;

} // namespace

ChangeChip::ChangeChip(const QString& name, const QString& tip, bool can_take_back, QWidget* parent)
    : QWidget(parent)
    , m_name(new QPushButton(literalLabel(shortenedText(name, longest_name, false))))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 4, 1);
    row->setSpacing(2);
    m_name->setFlat(true);
    m_name->setToolTip(tipText(tip));
    m_name->setAccessibleName(name);
    m_name->setAccessibleDescription(tip);
    m_name->setObjectName(QStringLiteral("change"));
    m_name->setCursor(Qt::PointingHandCursor);
    m_name->installEventFilter(this);
    row->addWidget(m_name);
    connect(m_name, &QPushButton::clicked, this, &ChangeChip::opened);
    if (!can_take_back)
        return;
    auto* remove = new QToolButton;
    remove->setText(QStringLiteral("×"));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::NoFocus); // Delete does the same at the name
    remove->setToolTip(tr("Take this change back (Delete)"));
    remove->setAccessibleName(tr("Take back: %1").arg(name));
    remove->setObjectName(QStringLiteral("takeBack"));
    row->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, &ChangeChip::takenBack);
}

bool ChangeChip::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Enter || type == QEvent::FocusIn)
        emit hovered(true);
    if (type == QEvent::Leave || type == QEvent::FocusOut)
        emit hovered(false);
    const bool is_key = type == QEvent::ShortcutOverride || type == QEvent::KeyPress;
    if (is_key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        event->accept();
        if (type == QEvent::KeyPress)
            emit takenBack();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChangeChip::paintEvent(QPaintEvent*)
{
    const Palette& colours = paletteFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(colours.card, colours.selected, 0.5), 1));
    painter.setBrush(mixed(colours.card, colours.selected, 0.12));
    const QRectF inside = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2);
}

ChangeBar::ChangeBar(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_flow(new FlowLayout(this))
    , m_title(new QLabel)
    , m_all(new QPushButton)
{
    m_flow->setContentsMargins(16, 5, 16, 5);
    m_flow->setSpacing(6);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setObjectName(QStringLiteral("changes"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_all->setObjectName(QStringLiteral("takeAllBack"));
    m_flow->addWidget(m_title);
    m_flow->addWidget(m_all);
    connect(m_all, &QPushButton::clicked, &session, &Session::takeAllBack);
}

void ChangeBar::addChip(const Change& change)
{
    const Trace& trace = *m_session.trace();
    const QString sentence =
        QTextDocumentFragment::fromHtml(formulaHtml(changeSentence(change), exportStyle(ColourMapKind::Blue)))
            .toPlainText();
    auto* chip = new ChangeChip(changeName(change, trace), sentence, !m_session.isRecorded());
    const auto place = [this, change] {
        return lookNear({change.tensor, change.head, change.row, change.column}, m_session.selection(),
            *m_session.trace());
    };
    connect(chip, &ChangeChip::opened, this, [this, place] {
        if (const std::optional<Selection> look = place())
            emit placeWanted(*look);
    });
    connect(chip, &ChangeChip::hovered, this,
        [this, place](bool is_under) { emit placeHovered(is_under ? place() : std::nullopt); });
    connect(chip, &ChangeChip::takenBack, &m_session, [this, change] { m_session.takeBack(change); });
    m_flow->addWidget(chip);
    chip->show();
    m_chips.push_back(chip);
}

void ChangeBar::removeChips()
{
    for (ChangeChip* chip : m_chips) {
        chip->disconnect(); // one that has the focus says so while it goes
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be what is being clicked
    }
    m_chips.clear();
}

void ChangeBar::refresh()
{
    const std::shared_ptr<const Trace> trace = m_session.trace();
    if (m_shown.lock() == trace)
        return;
    m_shown = trace;
    removeChips();
    const Changes& changes = trace->changes;
    setVisible(!changes.empty() && !m_is_aside);
    m_title->setText(tr("Changed run:"));
    m_all->setText(tr("Take all back"));
    m_all->setVisible(!m_session.isRecorded() && changes.size() > 1);
    m_flow->removeWidget(m_all);
    for (const Change& change : changes)
        addChip(change);
    m_flow->addWidget(m_all);
}

void ChangeBar::setAside(bool is_aside)
{
    m_is_aside = is_aside;
    setVisible(!m_session.trace()->changes.empty() && !m_is_aside);
}

void ChangeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        m_shown.reset();
    QWidget::changeEvent(event);
}

} // namespace glassformer
