#pragma once

#include <QAbstractButton>

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
    void paintFrame(QPainter& painter) const;
    void paintInTwoLines(QPainter& painter, const QRectF& inside) const;

    QString m_name;
    QString m_detail;
    Kind m_kind = Kind::Plain;
};

} // namespace glassformer
