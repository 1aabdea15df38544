#pragma once

#include "widgets/picture.h"

#include <QBoxLayout>

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
    QBoxLayout* body() const { return m_body; }
    void add(QWidget* content, int stretch = 0) { m_body->addWidget(content, stretch); }

    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

private:
    QBoxLayout* m_body = nullptr;
    Caption* m_heading = nullptr;
    Caption* m_remark = nullptr;
};

/** Cards side by side, or below each other where there is no room for that. */
class CardRow : public QWidget
{
    Q_OBJECT

public:
    explicit CardRow(QWidget* parent = nullptr);

    void add(QWidget* card, int stretch);
    /** Narrower than this, in em, the cards lie below each other. */
    void setNarrowest(double em) { m_narrowest = em; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_layout = nullptr;
    double m_narrowest = 42;
};

} // namespace glassformer
