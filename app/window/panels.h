#pragma once

#include <QSplitter>

#include <memory>

class QScreen;

namespace glassformer {

/** What stands beside the stage. */
enum class PanelPlace
{
    Machine,
    Inspector
};

/** The machine, the stage and the inspector side by side; the two at the sides can be made narrow, or put away. */
class Panels : public QSplitter
{
    Q_OBJECT

public:
    Panels(QWidget& machine, QWidget& stage, QWidget& inspector);
    ~Panels() override;

    bool isShown(PanelPlace panel) const;
    void setShown(PanelPlace panel, bool is_shown);
    void arrangeAsAtFirst();

    /** The inspector in a window that fills another screen, and back into its place. */
    void moveInspectorTo(QScreen& screen);
    void bringInspectorBack();
    bool isInspectorAway() const { return m_away != nullptr; }
    QWidget& inspector() const { return m_inspector; }

signals:
    void changed(); ///< what is shown, or how wide

private:
    QWidget& widgetOf(PanelPlace panel) const;

    QWidget &m_machine, &m_inspector;
    std::unique_ptr<QWidget> m_away; ///< holds the inspector
    QByteArray m_state_before; ///< of the splitter, before that
    bool m_was_shown = true;
};

} // namespace glassformer
