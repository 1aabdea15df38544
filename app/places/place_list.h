#pragma once

#include <QListWidget>

namespace glassformer {

/** What a row of the list says. */
struct PlaceRow
{
    QString name, about; ///< about: model and sentence
    bool is_current = false; ///< it was gone to last
};

/** Places below each other: a click or Enter goes there, F2 and a double click rename, dragging puts in another order. */
class PlaceList : public QListWidget
{
    Q_OBJECT

public:
    explicit PlaceList(QWidget* parent = nullptr);

    /** The row that is chosen stays, as far as there is one. */
    void setRows(const QList<PlaceRow>& rows);

signals:
    void goWanted(int row);
    void renameWanted(int row, const QString& name);
    void moveWanted(int from, int to);
    void removeWanted(int row);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dropEvent(QDropEvent* event) override;
};

} // namespace glassformer
