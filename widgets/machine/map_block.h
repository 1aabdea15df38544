#pragma once

#include "widgets/machine/block_painter.h"

#include <QAbstractButton>
#include <QPixmap>

#include <optional>

namespace glassformer {

/** One block of the machine, to be pressed. */
class MapBlock : public QAbstractButton
{
    Q_OBJECT

public:
    explicit MapBlock(QWidget* parent = nullptr);

    /** Shown as it is: a & in it is no shortcut. */
    void setName(const QString& name);
    void setDetail(const QString& detail);
    void setKind(BlockKind kind);
    /** A path leads through it. */
    void setLit(bool is_lit);
    QSize sizeHint() const override;

signals:
    void neighbourWanted(int by); ///< the keyboard is to go to the block before (-1) or behind (1)

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void paintAll(QPainter& painter) const;

    MachineBlock m_block;
    /** As it is on the screen: with every step the whole machine is painted again, and most blocks are as before. */
    QPixmap m_painted;
    /** What of the painted block can change by itself. */
    struct Look
    {
        bool is_checked, has_focus, is_under_mouse;
        QSize size;
        double pixels;
        QFont font;
        qint64 palette;

        bool operator==(const Look&) const = default;
    };
    std::optional<Look> m_look;
};

} // namespace glassformer
