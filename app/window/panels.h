#pragma once

#include <QList>
#include <QMainWindow>

#include <memory>

class QDockWidget;
class QScreen;

namespace glassformer {

/** What stands beside the stage. */
enum class PanelPlace
{
    Machine,
    Inspector
};

/**
 * The machine and the inspector around the stage. Each can be made narrow, put away, dragged by its handle to the other side
 * or out of the window, and brought back.
 */
class Panels : public QMainWindow
{
    Q_OBJECT

public:
    Panels(QWidget& machine, QWidget& stage, QWidget& inspector);
    ~Panels() override;

    bool isShown(PanelPlace panel) const;
    void setShown(PanelPlace panel, bool is_shown);
    QDockWidget& dockOf(PanelPlace panel) const;
    void arrangeAsAtFirst();
    /** As saveState() gave it; what is no such state changes nothing. */
    void restoreArrangement(const QByteArray& state);

    /** The inspector in a window that fills another screen, and back into its place. */
    void moveInspectorTo(QScreen& screen);
    void bringInspectorBack();
    bool isInspectorAway() const { return m_away != nullptr; }
    QWidget& inspector() const { return m_inspector; }

signals:
    void changed(); ///< what is shown, or where

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    /** Panels outside of the window go with the page that they belong to. */
    void hideEvent(QHideEvent* event) override;
    /** No menu of its own: that of the window has all panels. */
    QMenu* createPopupMenu() override { return nullptr; }

private:
    QDockWidget* makeDock(QWidget& widget, const QString& name);
    void placeDocks();
    void retranslate();

    QWidget& m_inspector;
    QDockWidget *m_machine_dock, *m_inspector_dock;
    QList<QDockWidget*> m_put_aside; ///< while the page is hidden
    std::unique_ptr<QWidget> m_away; ///< holds the inspector
    bool m_was_shown = true;
    bool m_is_placed = false; ///< by what was kept, or by being shown once
};

} // namespace glassformer
