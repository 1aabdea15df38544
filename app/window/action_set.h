#pragma once

#include "app/window/user_action.h"

#include <QObject>

#include <map>
#include <vector>

class QAction;
class QMenu;
class QPushButton;

namespace glassformer {

/** Everything that the user can do in a window, made from the list of user_action.h: menus, keys and buttons. */
class ActionSet : public QObject
{
    Q_OBJECT

public:
    /** Fills the menu bar of the window. */
    explicit ActionSet(const WindowParts& parts);

    const WindowParts& parts() const { return m_parts; }
    /** What the action of the list is in this window. */
    QAction* action(const QString& id) const;
    /** Those of a menu that can be done now. */
    QList<QAction*> possible(ActionMenu menu) const;
    /** A button that does the same; it is there only while that can be done. */
    QPushButton* makeButton(const QString& id);
    /** Asks all entries again what they are called and whether they can be done. */
    void refresh();

private:
    void addAction(const UserAction& entry);
    void addChoices(const ChoiceMenu& entry);
    void fill(QMenu* menu, const ChoiceMenu& entry);

    WindowParts m_parts;
    std::map<ActionMenu, QMenu*> m_menus;
    std::vector<std::pair<const UserAction*, QAction*>> m_actions;
    std::vector<std::pair<const ChoiceMenu*, QMenu*>> m_choices;
    std::vector<std::pair<QPushButton*, QAction*>> m_buttons;
};

} // namespace glassformer
