#pragma once

#include <QLabel>

namespace glassformer {

/** Characters of a text that are never left out. */
struct KeptPart
{
    qsizetype from = 0;
    qsizetype length = 0;
    qsizetype lead = 0; ///< as many at the beginning stay, too: what the text is
};

/** The characters in which a text differs from another one, up to whole words; of length 0 where nothing differs. */
KeptPart differingPart(const QString& text, const QString& other);

/** A text in one line, a part left out where the room ends; all of it as a tool tip then. */
class OneLine : public QLabel
{
    Q_OBJECT

public:
    explicit OneLine(QWidget* parent = nullptr);

    /** What has no room is left out of the middle; if a part is `kept`, that stays, with as much around it as there is room for. */
    void setWhole(const QString& text, const KeptPart& kept = {});
    const QString& whole() const { return m_whole; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void cut();

    QString m_whole;
    KeptPart m_kept;
};

} // namespace glassformer
