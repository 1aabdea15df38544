#pragma once

#include "widgets/pictures/picture.h"

#include <QBoxLayout>

#include <vector>

namespace glassformer {

class Caption;

/** A white panel with a thin frame, in which pictures lie; with a heading if it has one. */
class Card : public Picture
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    /** An empty heading takes no room. In the notation of formula_painter.h. */
    void setHeading(const QString& text);
    /** Small and faint, for a remark on how to read or use the picture. */
    void setRemark(const QString& text);
    const QString& remark() const;
    /** A control in the line of the remark, at its right end. */
    void addBesideRemark(QWidget* control);
    /** Keeps the remark to itself, for a class: the room is the picture's. */
    void setBare(bool is_bare);
    /** The page's title says what the heading says: bare, the card goes without. */
    void setTitledByPage() { m_is_titled_by_page = true; }
    /** Height of heading and remark as they are written now; 0 without any. */
    int headHeight() const;
    /** Leaves room below the head, so that the picture begins as low as that of a neighbour. */
    void setHeadHeight(int height);
    QBoxLayout* body() const { return m_body; }
    void add(QWidget* content, int stretch = 0) { m_body->addWidget(content, stretch); }

    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

private:
    void showHead();

    QBoxLayout* m_body = nullptr;
    Caption* m_heading = nullptr;
    Caption* m_remark = nullptr;
    QHBoxLayout* m_remark_line = nullptr;
    bool m_is_bare = false;
    bool m_is_titled_by_page = false;
    QSpacerItem* m_below_head = nullptr;
};

/** Cards side by side, or below each other where there is no room for that. */
class CardRow : public QWidget
{
    Q_OBJECT

public:
    explicit CardRow(QWidget* parent = nullptr);

    void add(QWidget* card, int stretch);
    /** Narrower than this, in sizes of a letter, the cards lie below each other. */
    void setNarrowest(double letters) { m_narrowest = letters; }
    /** No lower than this, in pixels, nor lower than what lies in it. */
    void setLeastHeight(int height);
    /** The same rows in every card: pictures side by side begin at the same height. */
    void setAligned(bool is_aligned) { m_is_aligned = is_aligned; }

    /** No higher than it has to be, where that is said: a page that fits into the window is not scrolled. */
    QSize sizeHint() const override;
    /** As narrow as the widest card: below each other they need no more. */
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::vector<Card*> cards() const;
    void alignHeads();

    QBoxLayout* m_layout = nullptr;
    double m_narrowest = 49;
    int m_least_height = 0;
    bool m_is_aligned = false;
};

} // namespace glassformer
