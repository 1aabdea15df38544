#pragma once

#include "widgets/explanation/explanation_content.h"
#include "widgets/paint/explanation_painter.h"
#include "widgets/pictures/picture.h"

#include <QScrollArea>

class QVBoxLayout;

namespace glassformer {

/**
 * The arithmetic as one picture: title, sections with formulas, bars and strips, what to notice. Numbers that lead to where
 * they came from are clicked; by Tab and Enter they are followed too.
 */
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
    /** The link at which the keyboard is: it is scrolled into sight. */
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    /** The numbers that lead somewhere, and where they stand now. */
    std::vector<ExplanationLink> links() const;

signals:
    void linkFollowed(const Selection& place);

protected:
    int heightFor(int width) const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool is_next) override;

private:
    std::optional<std::size_t> linkAt(const QPointF& position) const;

    ExplanationContent m_content;
    bool m_has_links = false;
    int m_current = 0; ///< the link that the keyboard is at
};

/** The inspector: how the chosen number is made, and below it buttons. */
class ExplanationPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit ExplanationPanel(QWidget* parent = nullptr);

    void setContent(ExplanationContent content);

    /** Above the text; the panel takes it over. */
    void setHeader(QWidget* header);
    /** Below the text: for buttons that do the experiment it speaks of. */
    QVBoxLayout* actions() const { return m_actions; }

signals:
    void linkFollowed(const Selection& place); ///< the user wants to see where a number came from

private:
    ExplanationPage* m_page = nullptr;
    QVBoxLayout* m_column = nullptr;
    QVBoxLayout* m_actions = nullptr;
};

} // namespace glassformer
