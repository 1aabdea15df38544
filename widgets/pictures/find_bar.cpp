#include "widgets/pictures/find_bar.h"

#include "widgets/look/palette.h"
#include "widgets/look/scaled_font.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace glassformer {

std::vector<int> placesThatFit(const std::vector<QString>& names, const QString& wanted)
{
    const QString text = wanted.simplified();
    std::vector<int> result;
    if (text.isEmpty())
        return result;
    bool is_number = false;
    if (const int place = text.toInt(&is_number); is_number && place >= 0 && place < int(names.size()))
        result.push_back(place);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].contains(text, Qt::CaseInsensitive))
            result.push_back(int(i));
    if (result.empty()) {
        QString all;
        std::vector<qsizetype> ends;
        for (const QString& name : names)
            ends.push_back((all += name).size());
        const QString joined = QString(text).remove(u' ');
        for (qsizetype at = all.indexOf(joined, 0, Qt::CaseInsensitive); at >= 0;
             at = all.indexOf(joined, at + 1, Qt::CaseInsensitive))
            result.push_back(int(std::upper_bound(ends.begin(), ends.end(), at) - ends.begin()));
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

FindBar::FindBar(QWidget* page)
    : QWidget(page)
    , m_text(new QLineEdit)
    , m_count(new QLabel)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_close(new QToolButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(4);
    m_text->setMinimumWidth(letterWidth(*this) * 24);
    m_text->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAlignment(Qt::AlignCenter);
    m_count->setMinimumWidth(letterWidth(*this) * 12);
    m_previous->setArrowType(Qt::UpArrow);
    m_next->setArrowType(Qt::DownArrow);
    m_close->setText(QStringLiteral("✕"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_text, m_count, m_previous, m_next, m_close})
        row->addWidget(widget);
    for (QToolButton* button : {m_previous, m_next, m_close}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
    }
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, [this] { goBy(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goBy(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::finish);
    page->installEventFilter(this);
    retranslate();
    hide();
}

void FindBar::open()
{
    if (!places())
        return;
    if (!isVisible())
        m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    m_text->setFocus();
    m_text->selectAll();
    showCount();
}

NamedPlaces* FindBar::places() const
{
    NamedPlaces* best = nullptr;
    std::size_t most = 1; // one name is nothing to look for
    for (QWidget* widget : parentWidget()->findChildren<QWidget*>()) {
        auto* candidate = widget->isVisibleTo(parentWidget()) ? dynamic_cast<NamedPlaces*>(widget) : nullptr;
        const std::size_t count = candidate ? candidate->placeNames().size() : 0;
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

void FindBar::search()
{
    NamedPlaces* picture = places();
    m_matches = picture ? placesThatFit(picture->placeNames(), m_text->text()) : std::vector<int>();
    m_match = 0;
    if (!m_matches.empty())
        picture->goToPlace(m_matches.front());
    showCount();
}

void FindBar::goBy(int step)
{
    NamedPlaces* picture = places();
    if (!picture)
        return;
    // The picture may show another text by now.
    m_matches = placesThatFit(picture->placeNames(), m_text->text());
    const int count = int(m_matches.size());
    if (count > 0) {
        m_match = ((m_match + step) % count + count) % count;
        picture->goToPlace(m_matches[std::size_t(m_match)]);
    }
    showCount();
}

void FindBar::finish()
{
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus();
    else
        parentWidget()->setFocus();
}

void FindBar::showCount()
{
    m_count->setText(m_text->text().trimmed().isEmpty() ? QString()
            : m_matches.empty()                         ? tr("not found")
                                : tr("%L1 of %L2").arg(m_match + 1).arg(m_matches.size()));
    m_previous->setEnabled(m_matches.size() > 1);
    m_next->setEnabled(m_matches.size() > 1);
}

void FindBar::place()
{
    adjustSize();
    constexpr int margin = 10;
    move(std::max(0, parentWidget()->width() - width() - margin), margin);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return finish();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return goBy(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    case Qt::Key_Up:
        return goBy(-1);
    case Qt::Key_Down:
        return goBy(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent*)
{
    const Palette& colours = paletteFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

void FindBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindBar::retranslate()
{
    m_text->setPlaceholderText(tr("Token or place"));
    m_text->setAccessibleName(tr("Find a token or a place"));
    for (const auto& [button, name] : {std::pair{m_previous, tr("Previous match")},
             {m_next, tr("Next match")}, {m_close, tr("Close (Esc)")}}) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
    showCount();
}

} // namespace glassformer
