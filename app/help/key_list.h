#pragma once

#include "app/window/user_action.h"

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace glassformer {

/** All keys of the window: those of the list of actions, and of the pictures. */
class KeyList : public QDialog
{
    Q_OBJECT

public:
    explicit KeyList(const WindowParts& parts);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    WindowParts m_parts;
    QLineEdit* m_search = nullptr;
    QTreeWidget* m_keys = nullptr;
};

} // namespace glassformer
