#include "widgets/look/choice_list.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace glassformer {

void setChoices(QComboBox& box, const QList<Choice>& choices, int chosen)
{
    QList<Choice> shown;
    for (int i = 0; i < box.count(); ++i)
        shown.append(Choice(box.itemText(i), box.itemData(i), box.itemData(i, Qt::ToolTipRole).toString()));
    const QSignalBlocker quiet(&box);
    if (shown != choices) {
        box.clear();
        for (const Choice& choice : choices) {
            box.addItem(choice.text, choice.data);
            if (!choice.tip.isEmpty())
                box.setItemData(box.count() - 1, choice.tip, Qt::ToolTipRole);
        }
    }
    box.setCurrentIndex(chosen);
}

} // namespace glassformer
