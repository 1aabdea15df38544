#pragma once

#include "app/experiments/compare_view.h"
#include "app/experiments/pages.h"
#include "app/experiments/side_picture.h"
#include "tests/builders/opened_window.h"
#include "widgets/comparison/difference_view.h"
#include "widgets/pictures/attention/heatmap.h"

#include <QAction>
#include <QtTest>

namespace glassformer {

inline constexpr const char* tired_sentence = "The animal didn't cross the street because it was too tired.";
inline constexpr const char* wide_sentence = "The animal didn't cross the street because it was too wide.";

/** The real window with a comparison in it; finds its parts. */
struct ComparedWindow
{
    std::unique_ptr<OpenedWindow> opened;

    MainWindow& window() const { return *opened->window; }
    Session& left() const { return *opened->session; }
    CompareView* view() const { return window().findChild<CompareView*>(); }
    Session& right() const { return view()->comparison().session(Side::Right); }
    QString rightText() const { return QString::fromStdString(right().request().text); }
    DifferenceView* difference() const { return view()->findChild<DifferenceView*>(); }
    QAction* action(const char* id) const { return window().findChild<QAction*>(QString::fromLatin1(id)); }
    template <typename Widget> Widget* named(const char* name) const
    {
        return view()->findChild<Widget*>(QString::fromLatin1(name));
    }
    /** The first map that a side, or the difference, shows. */
    static Heatmap* mapIn(QWidget* page)
    {
        for (Heatmap* map : page->findChildren<Heatmap*>())
            if (map->isVisibleTo(page))
                return map;
        return nullptr;
    }
    Heatmap* map(Side side) const
    {
        return mapIn(view()->findChildren<SidePicture*>().at(side == Side::Left ? 0 : 1)->currentView());
    }
    static void click(Heatmap* map, int row, int column)
    {
        QTest::mouseClick(
            map, Qt::LeftButton, {}, map->geometryNow().cellRect(row, column).center().toPoint());
    }
};

/** As it stands after a first run; nothing is compared yet. */
inline ComparedWindow windowToCompare(
    const QString& model, const QString& text, const QString& target_language = {})
{
    ComparedWindow window{openWindow(model, text, target_language)};
    if (window.opened) {
        window.window().resize(1280, 720);
        window.window().activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&window.window()));
    }
    return window;
}

} // namespace glassformer
