#pragma once

#include "widgets/pictures/named_places.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace glassformer {

/**
 * The places that fit what was typed: a number is a place itself; else names that contain it, or, if there are none,
 * the beginnings of it where it was cut into several names. Sorted.
 */
std::vector<int> placesThatFit(const std::vector<QString>& names, const QString& wanted);

/** A small field over a page of pictures that goes from match to match. Enter is the next, Esc closes it. */
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget* page);

    /** Shows itself for the picture of the page that has the most names; not if there is none. */
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    NamedPlaces* places() const;
    void search();
    void goBy(int step);
    void finish();
    void showCount();
    void place();
    void retranslate();

    QLineEdit* m_text = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QToolButton* m_close = nullptr;
    std::vector<int> m_matches;
    int m_match = 0;
    QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace glassformer
