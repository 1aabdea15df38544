#pragma once

#include <QList>
#include <QString>
#include <QVariant>

class QComboBox;

namespace glassformer {

/** An entry of a list to choose from. */
struct Choice
{
    QString text;
    QVariant data;
    QString tip;

    Choice(const QString& name, const QVariant& value = {}, const QString& said = {})
        : text(name)
        , data(value)
        , tip(said)
    {
    }
    bool operator==(const Choice&) const = default;
};

/** Entries that are there already stay as they are: to fill a list anew lays the window out anew. Says nothing to anybody. */
void setChoices(QComboBox& box, const QList<Choice>& choices, int chosen);

} // namespace glassformer
