#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace glassformer {

class PlaceList;
class PlaceBook;

/** The places to come back to, with a note on the chosen one. */
class PlacesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PlacesPanel(PlaceBook& places);

signals:
    void addWanted();
    void goWanted(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeButtons();
    void refresh();
    void refreshChosen();
    void retranslate();
    void fitNote();
    int chosen() const;
    void move(int from, int to);
    void remove(int row);

    PlaceBook& m_places;
    int m_shown_current = -1; ///< row that was made the chosen one because it was gone to
    QLabel* m_hint = nullptr; ///< in place of an empty list
    PlaceList* m_list = nullptr;
    QLabel* m_note_title = nullptr;
    QPlainTextEdit* m_note = nullptr;
    QPushButton* m_add = nullptr;
    QToolButton *m_up = nullptr, *m_down = nullptr, *m_rename = nullptr, *m_remove = nullptr;
};

} // namespace glassformer
