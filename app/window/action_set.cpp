#include "app/window/action_set.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>

namespace glassformer {

ActionSet::ActionSet(const WindowParts& parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    for (const ActionMenu menu : {ActionMenu::File, ActionMenu::Edit, ActionMenu::View, ActionMenu::Model,
             ActionMenu::Change, ActionMenu::Experiment, ActionMenu::Class, ActionMenu::Help})
        m_menus[menu] = parts.window.menuBar()->addMenu(QString());
    for (const UserAction& entry : userActions())
        addAction(entry);
    refresh();
}

void ActionSet::addAction(const UserAction& entry)
{
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(entry.id));
    action->setCheckable(entry.checked != nullptr);
    QList<QKeySequence> keys;
    for (auto* key : {entry.key, entry.also})
        if (key)
            keys.append(key());
    action->setShortcuts(keys);
    m_parts.window.addAction(action); // its keys are there where the menus are not
    if (entry.begins_group)
        m_menus[entry.menu]->addSeparator();
    if (entry.is_in_menu)
        m_menus[entry.menu]->addAction(action);
    connect(action, &QAction::triggered, this, [this, &entry] {
        entry.execute(m_parts);
        refresh(); // a switch that was not changed shows what it was
    });
    m_actions.emplace_back(&entry, action);
    for (const ChoiceMenu& choices : choiceMenus())
        if (action->objectName() == QLatin1String(choices.behind))
            addChoices(choices);
}

void ActionSet::addChoices(const ChoiceMenu& entry)
{
    QMenu* menu = m_menus[entry.menu]->addMenu(QString());
    m_choices.emplace_back(&entry, menu);
    fill(menu, entry);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &entry] { fill(menu, entry); });
}

void ActionSet::fill(QMenu* menu, const ChoiceMenu& entry)
{
    const QList<UserChoice> choices = entry.choices(m_parts);
    // Actions are kept while there are as many: one of them may be what is being carried out.
    while (menu->actions().size() > choices.size())
        menu->removeAction(menu->actions().last());
    while (menu->actions().size() < choices.size())
        menu->addAction(QString());
    for (qsizetype i = 0; i < choices.size(); ++i) {
        QAction* action = menu->actions().at(i);
        action->setObjectName(choices[i].id);
        action->setText(choices[i].text);
        action->setCheckable(entry.is_exclusive);
        action->setChecked(choices[i].is_chosen);
        action->setEnabled(bool(choices[i].execute));
        action->disconnect(this);
        connect(action, &QAction::triggered, this, [this, &entry, i] {
            if (const QList<UserChoice> now = entry.choices(m_parts); i < now.size() && now[i].execute)
                now[i].execute();
            refresh();
        });
    }
}

QAction* ActionSet::action(const QString& id) const
{
    for (const auto& [entry, action] : m_actions)
        if (action->objectName() == id)
            return action;
    return nullptr;
}

QList<QAction*> ActionSet::possible(ActionMenu menu) const
{
    QList<QAction*> actions;
    for (const auto& [entry, action] : m_actions)
        if (entry->menu == menu && action->isEnabled())
            actions.append(action);
    return actions;
}

QPushButton* ActionSet::makeButton(const QString& id)
{
    auto* button = new QPushButton;
    button->setMinimumHeight(button->fontMetrics().height() + 14);
    QAction* action = this->action(id);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_buttons.emplace_back(button, action);
    return button;
}

void ActionSet::refresh()
{
    for (const auto& [menu, widget] : m_menus)
        widget->setTitle(menuTitle(menu));
    for (const auto& [entry, action] : m_actions) {
        const QString obstacle = entry->obstacle ? entry->obstacle(m_parts) : QString();
        const QString text = entry->text(m_parts);
        action->setText(obstacle.isEmpty() ? text : tr("%1 — %2").arg(text, obstacle));
        action->setToolTip(entry->tip ? entry->tip(m_parts) : QString());
        action->setEnabled(obstacle.isEmpty() && (!entry->enabled || entry->enabled(m_parts)));
        if (entry->checked)
            action->setChecked(entry->checked(m_parts));
    }
    for (const auto& [entry, menu] : m_choices) {
        menu->setTitle(entry->title());
        if (entry->is_exclusive)
            fill(menu, *entry);
    }
    for (const auto& [button, action] : m_buttons) {
        button->setText(action->text());
        button->setVisible(action->isEnabled());
    }
}

} // namespace glassformer
