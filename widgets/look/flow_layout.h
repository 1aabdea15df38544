#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace glassformer {

/**
 * Controls beside each other that go on in another line where the room ends. One that wants to be wide takes what is left
 * of its line, and begins a line where less is left than the least that it needs.
 */
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /** Returns the height of all lines; `is_placing`: the items are moved there too. */
    int layOut(const QRect& inside, bool is_placing) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace glassformer
