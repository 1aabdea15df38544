#include "widgets/accessible/accessible_picture.h"

#include "widgets/accessible/picture_table.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/picture.h"

#include <QAccessibleWidget>

#include <map>

namespace glassformer {
namespace {

/** A cell of a picture; it lives as long as the picture's interface. */
class CellInterface : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    CellInterface(QAccessibleInterface& table, QWidget& picture, int row, int column)
        : m_table(table)
        , m_picture(picture)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isValid() const override
    {
        const auto table = tableOf(m_picture);
        return table && m_row < table->rows && m_column < table->columns;
    }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return &m_table; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    void setText(QAccessible::Text, const QString&) override { }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? tableOf(m_picture)->text(m_row, m_column) : QString();
    }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = tableOf(m_picture)->place(m_row, m_column);
        return {m_picture.mapToGlobal(place.topLeft()), place.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.selected = isSelected();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this)
                                                       : nullptr;
    }

    bool isSelected() const override
    {
        const auto table = tableOf(m_picture);
        return table && table->chosen == QPoint(m_column, m_row);
    }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return &m_table; }

private:
    QAccessibleInterface& m_table;
    QWidget& m_picture;
    int m_row, m_column;
};

/** A picture that is a table, as far as it is one now. */
class TableInterface : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit TableInterface(QWidget* picture)
        : QAccessibleWidget(picture, QAccessible::Table)
    {
    }
    ~TableInterface() override
    {
        for (const auto& [place, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface* child(int index) const override
    {
        return columnCount() > 0 ? cellAt(index / columnCount(), index % columnCount()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (const auto& [place, id] : m_cells)
            if (QAccessible::accessibleInterface(id) == child)
                return place.first * columnCount() + place.second;
        return -1;
    }

    QAccessibleInterface* cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        const auto known = m_cells.find({row, column});
        if (known != m_cells.end())
            return QAccessible::accessibleInterface(known->second);
        auto* self = const_cast<TableInterface*>(this);
        auto* cell = new CellInterface(*self, *widget(), row, column);
        m_cells[{row, column}] = QAccessible::registerAccessibleInterface(cell);
        return cell;
    }
    int rowCount() const override { return table() ? table()->rows : 0; }
    int columnCount() const override { return table() ? table()->columns : 0; }
    QString rowDescription(int row) const override
    {
        return row >= 0 && row < rowCount() ? table()->row_name(row) : QString();
    }
    QString columnDescription(int column) const override
    {
        return column >= 0 && column < columnCount() ? table()->column_name(column) : QString();
    }
    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    int selectedCellCount() const override { return int(selectedCells().size()); }
    QList<QAccessibleInterface*> selectedCells() const override
    {
        const auto chosen = table() ? table()->chosen : std::nullopt;
        QAccessibleInterface* cell = chosen ? cellAt(chosen->y(), chosen->x()) : nullptr;
        return cell ? QList<QAccessibleInterface*>{cell} : QList<QAccessibleInterface*>{};
    }
    int selectedRowCount() const override { return 0; }
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedRows() const override { return {}; }
    QList<int> selectedColumns() const override { return {}; }
    bool isRowSelected(int) const override { return false; }
    bool isColumnSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override { }

private:
    std::optional<PictureTable> table() const { return widget() ? tableOf(*widget()) : std::nullopt; }

    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

/** Other pictures: what they show stands in their description, which is their value too. */
class PictureInterface : public QAccessibleWidget
{
public:
    PictureInterface(QWidget* picture, QAccessible::Role role)
        : QAccessibleWidget(picture, role)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return QAccessibleWidget::text(kind == QAccessible::Value ? QAccessible::Description : kind);
    }
};

QAccessibleInterface* interfaceOf(const QString&, QObject* object)
{
    auto* picture = qobject_cast<Picture*>(object);
    if (!picture)
        return nullptr;
    if (canBeTable(*picture))
        return new TableInterface(picture);
    const bool is_text = qobject_cast<ExplanationPage*>(picture) != nullptr;
    return new PictureInterface(picture, is_text ? QAccessible::StaticText : QAccessible::Graphic);
}

} // namespace

void makePicturesAccessible()
{
    static const bool is_installed = [] {
        QAccessible::installFactory(interfaceOf);
        return true;
    }();
    static_cast<void>(is_installed);
}

} // namespace glassformer
