#pragma once

#include <QPalette>
#include <QString>

namespace glassformer {

/** Light, dark, or as the desktop is. */
class Theme
{
public:
    enum class Choice
    {
        Desktop,
        Light,
        Dark
    };

    /** Remembers what the desktop looks like; made once, before any window. */
    Theme();

    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    /** Black on white, or white on black, until it is taken back. */
    void setHighContrast(bool is_high);
    bool hasHighContrast() const { return m_has_high_contrast; }
    /** As the user chose last time. */
    void chooseAsBefore();

    /** "desktop", "light", "dark": for settings and the command line. */
    static QString id(Choice choice);
    static Choice fromId(const QString& id);

private:
    QPalette m_desktop;
    Choice m_choice = Choice::Desktop;
    bool m_has_high_contrast = false;
};

} // namespace glassformer
