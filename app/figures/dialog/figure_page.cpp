#include "app/figures/dialog/figure_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>

namespace glassformer {

QComboBox* FigurePage::makeList(const char* name)
{
    auto* list = new QComboBox;
    list->setObjectName(QString::fromLatin1(name));
    connect(list, &QComboBox::activated, this, &FigurePage::changed);
    return list;
}

QCheckBox* FigurePage::makeCheck(const QString& text, const char* name)
{
    auto* check = new QCheckBox(text);
    check->setObjectName(QString::fromLatin1(name));
    connect(check, &QCheckBox::clicked, this, &FigurePage::changed);
    return check;
}

QDoubleSpinBox* FigurePage::makeNumber(
    double least, double most, int decimals, const QString& unit, const char* name)
{
    auto* number = new QDoubleSpinBox;
    number->setObjectName(QString::fromLatin1(name));
    number->setRange(least, most);
    number->setDecimals(decimals);
    number->setSuffix(u' ' + unit);
    number->setKeyboardTracking(true);
    connect(number, &QDoubleSpinBox::valueChanged, this, &FigurePage::changed);
    return number;
}

} // namespace glassformer
