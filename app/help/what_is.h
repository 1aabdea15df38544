#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace glassformer {

/** What a control or a picture is, in a sentence, in the language of the window; empty: nothing is known of it. */
QString whatIs(const QWidget& widget);

/** Answers "what is this?" (Shift+F1) for every control and picture of the program, and by a tip where one rests on it. */
class WhatIs : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace glassformer
