#pragma once

#include "app/figures/figure_request.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;

namespace glassformer {

/** A part of the choices of a figure. */
class FigurePage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /** Shows what is chosen; says nothing of it by changed(). */
    virtual void showChoices(const FigureRequest& request) = 0;
    /** Puts what is chosen here into the request. */
    virtual void put(FigureRequest& request) const = 0;

signals:
    void changed();

protected:
    // Fields that tell when they change.

    QComboBox* makeList(const char* name);
    QCheckBox* makeCheck(const QString& text, const char* name);
    QDoubleSpinBox* makeNumber(
        double least, double most, int decimals, const QString& unit, const char* name);
};

} // namespace glassformer
