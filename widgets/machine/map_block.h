#pragma once

#include <QAbstractButton>
#include <QPixmap>

#include <optional>

namespace glassformer {

/** One block of the machine: its name, and at the right what it works on, such as "12×128", where there is room. */
class MapBlock : public QAbstractButton
{
    Q_OBJECT

public:
    /** What a block does, by its shape and its tint. */
    enum class Kind
    {
        Plain,
        Sum, ///< two wires come together: round
        Norm,
        Attention,
        Network
    };

    explicit MapBlock(QWidget* parent = nullptr);

    /** Shown as it is: a & in it is no shortcut. Too long for a line, it is written in two where there is room. */
    void setName(const QString& name);
    void setDetail(const QString& detail);
    void setKind(Kind kind);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintAll(QPainter& painter) const;
    void paintFrame(QPainter& painter) const;
    void paintInTwoLines(QPainter& painter, const QRectF& inside) const;

    QString m_name;
    QString m_detail;
    Kind m_kind = Kind::Plain;
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
