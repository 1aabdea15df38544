#pragma once

#include <QLabel>

namespace glassformer {

/** A text in one line, its middle left out where the room ends; all of it as a tool tip then. */
class OneLine : public QLabel
{
    Q_OBJECT

public:
    explicit OneLine(QWidget* parent = nullptr);

    void setWhole(const QString& text);
    const QString& whole() const { return m_whole; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void cut();

    QString m_whole;
};

} // namespace glassformer
