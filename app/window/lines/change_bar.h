#pragma once

#include "core/trace/look/selection.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace glassformer {

class FlowLayout;
class Session;

/** A change as something to hold: its name leads to its place, Delete or × takes it back. */
class ChangeChip : public QWidget
{
    Q_OBJECT

public:
    /** \param tip  what it does */
    ChangeChip(const QString& name, const QString& tip, bool can_take_back, QWidget* parent = nullptr);

signals:
    void opened();
    void takenBack();
    void hovered(bool is_under_pointer); ///< or has the focus

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* m_name = nullptr;
};

/**
 * All changes of the run that is shown, as chips; not there where nothing is changed. It says that the run is changed
 * wherever one looks.
 */
class ChangeBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeBar(Session& session, QWidget* parent = nullptr);

    /** Shows the changes of the session's run. */
    void refresh();
    /** Not there as long as they are shown elsewhere. */
    void setAside(bool is_aside);

signals:
    void placeWanted(const Selection& selection);
    /** Where the change under the pointer is; nothing: nowhere any more. */
    void placeHovered(const std::optional<glassformer::Selection>& selection);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addChip(const Change& change);
    void removeChips();

    Session& m_session;
    bool m_is_aside = false;
    std::weak_ptr<const Trace> m_shown; ///< the run whose changes these are
    FlowLayout* m_flow = nullptr;
    QLabel* m_title = nullptr;
    QPushButton* m_all = nullptr;
    std::vector<ChangeChip*> m_chips;
};

} // namespace glassformer
