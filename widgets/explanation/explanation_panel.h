#pragma once

#include "widgets/explanation/explanation_content.h"
#include "widgets/pictures/picture.h"

#include <QScrollArea>

class QVBoxLayout;

namespace glassformer {

/** The arithmetic as one picture: title, sections with formulas, bars and strips, what to notice. */
class ExplanationPage : public Picture
{
    Q_OBJECT

public:
    explicit ExplanationPage(QWidget* parent = nullptr);

    void setContent(ExplanationContent content);
    const ExplanationContent& content() const { return m_content; }
    /** The whole text as a screen reader reads it. */
    QString plainText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    int heightFor(int width) const override;

private:
    ExplanationContent m_content;
};

/** The inspector: how the chosen number is made, and below it buttons. */
class ExplanationPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit ExplanationPanel(QWidget* parent = nullptr);

    void setContent(ExplanationContent content);
    void setColourMap(ColourMapKind map);

    /** Below the text: for buttons that do the experiment it speaks of. */
    QVBoxLayout* actions() const { return m_actions; }

private:
    ExplanationPage* m_page = nullptr;
    QVBoxLayout* m_actions = nullptr;
};

} // namespace glassformer
