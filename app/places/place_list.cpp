#include "app/places/place_list.h"

#include "widgets/look/palette.h"
#include "widgets/look/scaled_font.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace glassformer {
namespace {

constexpr int about_role = Qt::UserRole, current_role = Qt::UserRole + 1;
constexpr int margin = 8, mark_width = 3;
constexpr double small_letters = 0.87;

/** Two lines: the name, and below it in small letters what is shown there. */
class PlaceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {0, QFontMetrics(option.font).height() + smallMetrics(option).height() + 2 * margin};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Palette& colours = paletteFor(option.palette);
        const bool is_current = index.data(current_role).toBool();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.chosen);
        if (is_current)
            painter->fillRect(
                QRect(option.rect.topLeft(), QSize(mark_width, option.rect.height())), colours.selected);
        const QRect inside = option.rect.adjusted(margin + mark_width, margin, -margin, -margin);
        const QString number = QString::number(index.row() + 1);
        const int indent =
            QFontMetrics(option.font).horizontalAdvance(QString::number(index.model()->rowCount())) + margin;
        QFont font = option.font;
        font.setBold(is_current);
        painter->setFont(font);
        painter->setPen(colours.faint_ink);
        painter->drawText(inside, Qt::AlignLeft | Qt::AlignTop, number);
        const QRect text = inside.adjusted(indent, 0, 0, 0);
        painter->setPen(colours.ink);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->setFont(scaledFont(option.font, small_letters));
        painter->setPen(colours.faint_ink);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
            smallMetrics(option).elidedText(index.data(about_role).toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

    /** Over the name. */
    void updateEditorGeometry(
        QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        const int height = editor->sizeHint().height();
        editor->setGeometry(option.rect.left() + mark_width, option.rect.top() + 2,
            option.rect.width() - mark_width, std::min(height, option.rect.height() - 4));
    }

private:
    static QFontMetrics smallMetrics(const QStyleOptionViewItem& option)
    {
        return QFontMetrics(scaledFont(option.font, small_letters));
    }
};

} // namespace

PlaceList::PlaceList(QWidget* parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("places"));
    setItemDelegate(new PlaceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setDragDropMode(QAbstractItemView::InternalMove);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(
        this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { emit goWanted(row(item)); });
    connect(this, &QListWidget::itemChanged, this,
        [this](QListWidgetItem* item) { emit renameWanted(row(item), item->text()); });
}

void PlaceList::setRows(const QList<PlaceRow>& rows)
{
    const QSignalBlocker quiet(this);
    while (count() > rows.size())
        delete takeItem(count() - 1);
    while (count() < rows.size())
        addItem(QString());
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem& place = *item(i);
        place.setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled);
        place.setText(rows[i].name);
        place.setToolTip(rows[i].name + u'\n' + rows[i].about);
        place.setData(about_role, rows[i].about);
        place.setData(current_role, rows[i].is_current);
    }
}

/** The window has other uses for some of these keys. */
bool PlaceList::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool is_alt_arrow =
            key.modifiers() == Qt::AltModifier && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down);
        const bool is_own = key.modifiers() == Qt::NoModifier
            && (key.key() == Qt::Key_F2 || key.key() == Qt::Key_Delete || key.key() == Qt::Key_Return
                || key.key() == Qt::Key_Up || key.key() == Qt::Key_Down);
        if (count() > 0 && (is_own || is_alt_arrow)) {
            event->accept();
            return true;
        }
    }
    return QListWidget::event(event);
}

void PlaceList::keyPressEvent(QKeyEvent* event)
{
    const int row = currentRow();
    const bool moves = event->modifiers() == Qt::AltModifier;
    if (row < 0)
        return QListWidget::keyPressEvent(event);
    if (moves && event->key() == Qt::Key_Up && row > 0)
        emit moveWanted(row, row - 1);
    else if (moves && event->key() == Qt::Key_Down && row + 1 < count())
        emit moveWanted(row, row + 1);
    else if (event->key() == Qt::Key_Delete)
        emit removeWanted(row);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && state() != QAbstractItemView::EditingState)
        emit goWanted(row);
    else
        QListWidget::keyPressEvent(event);
}

/** Says what is wanted, and leaves the list to who made it. */
void PlaceList::dropEvent(QDropEvent* event)
{
    const int from = currentRow();
    const QModelIndex over = indexAt(event->position().toPoint());
    int to = over.isValid() ? over.row() : count();
    if (over.isValid() && event->position().y() > visualRect(over).center().y())
        ++to;
    to -= to > from ? 1 : 0;
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    if (event->source() == this && from >= 0 && from != to)
        emit moveWanted(from, to);
}

} // namespace glassformer
