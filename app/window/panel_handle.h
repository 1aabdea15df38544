#pragma once

#include <QWidget>

namespace glassformer {

/** The narrow strip above a panel by which it is dragged. */
class PanelHandle : public QWidget
{
    Q_OBJECT

public:
    explicit PanelHandle(QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace glassformer
