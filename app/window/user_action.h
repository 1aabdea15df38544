#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>
#include <span>

class QMainWindow;

namespace glassformer {

class Gathering;
class History;
class InputBar;
class InterfaceLanguage;
class NoteLine;
class NumberEditor;
class Pages;
class Panels;
class PassingNotice;
class PlaceBook;
class Presentation;
class Session;
class SessionDocument;
class SidePanel;
class ShowMe;
class Stage;
class Theme;
class Trail;

/** What the user's actions act on; it outlives them. */
struct WindowParts
{
    QMainWindow& window;
    Session& session;
    Gathering& gathering;
    InterfaceLanguage& language;
    Theme& theme;
    InputBar& input;
    NoteLine& note;
    PassingNotice& passing;
    Stage& stage;
    Pages& pages;
    SidePanel& side;
    History& history;
    Trail& trail;
    NumberEditor& editor;
    Panels& panels;
    Presentation& presentation;
    ShowMe& show_me;
    PlaceBook& places;
    SessionDocument& document;
};

/** The menus of the window, in their order. */
enum class ActionMenu
{
    File,
    Edit,
    View,
    Model,
    Change,
    Experiment,
    Class,
    Help
};

QString menuTitle(ActionMenu menu);

/**
 * Something that the user can do: one entry in a room of app/window/actions, from which menus, buttons and keys are made.
 * Text, tip and the rest are asked again whenever something has changed.
 */
struct UserAction
{
    const char* id; ///< "copy-figure": the name of the object that carries it out
    ActionMenu menu;
    QString (*text)(const WindowParts& parts);
    void (*execute)(const WindowParts& parts);
    QKeySequence (*key)() = nullptr; ///< null: none
    QString (*tip)(const WindowParts& parts) = nullptr; ///< null: the text
    bool (*enabled)(const WindowParts& parts) = nullptr; ///< null: always
    bool (*checked)(const WindowParts& parts) = nullptr; ///< null: it is no switch
    bool begins_group = false; ///< a line stands above it in its menu
    /** Why it cannot be done now, in a few words that stand beside its text; empty: it can. null: never told. */
    QString (*obstacle)(const WindowParts& parts) = nullptr;
    QKeySequence (*also)() = nullptr; ///< another key that does the same
    bool is_in_menu = true; ///< else it is there for its key
};

std::span<const UserAction> userActions();

/** One of several things to choose from. */
struct UserChoice
{
    QString id; ///< empty: none
    QString text;
    std::function<void()> execute; ///< empty: it only stands there
    bool is_chosen = false;
};

/** A menu in a menu, with choices that come from somewhere else. */
struct ChoiceMenu
{
    ActionMenu menu;
    const char* behind; ///< id of the action below which it stands
    QString (*title)();
    QList<UserChoice> (*choices)(const WindowParts& parts);
    bool is_exclusive = true; ///< one of them is always chosen
};

std::span<const ChoiceMenu> choiceMenus();

} // namespace glassformer
