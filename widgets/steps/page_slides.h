#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <map>
#include <vector>

class QBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace glassformer {

/**
 * The parts of a page one after the other, each as large as the window lets it be: for letters so large that not all of
 * them have room at once. Parts that have room together stay together. As long as it lives.
 */
class PageSlides : public QObject
{
    Q_OBJECT

public:
    /** first: the part, or what lies around it, with which it begins; null: the uppermost. */
    PageSlides(QScrollArea& area, QVBoxLayout& page, QWidget* first = nullptr);
    ~PageSlides() override;

    int count() const { return int(m_stops.size()); }
    int current() const { return m_current; }
    /** Values outside are taken to the nearest. */
    void goTo(int slide);

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Part
    {
        QWidget* widget = nullptr;
        int height = 0;
        int least = 0; ///< with which it can still be read
        bool grows = false;
    };

    /** So far below the upper edge of a part, wherever that is when its page has been laid out. */
    struct Stop
    {
        QPointer<QWidget> part;
        int offset = 0;
    };

    struct Own
    {
        QPointer<QWidget> widget;
        int height = 0;
    };

    void arrange();
    void giveBack(const std::vector<Part>& shown);
    void addParts(const QBoxLayout& layout, std::vector<Part>& parts) const;
    std::vector<Part> parts() const;
    void fill(std::vector<Part>& group, int room);
    void scroll();
    void show(int slide);
    bool beginsWith(const std::vector<Part>& group) const;

    QScrollArea& m_area;
    QVBoxLayout& m_page;
    std::map<QWidget*, Own> m_own_heights; ///< the least heights that the parts had before
    std::vector<Stop> m_stops; ///< where slides begin
    int m_current = 0;
    QPointer<QWidget> m_first; ///< until somebody goes elsewhere
    bool m_is_arranging = false;
};

} // namespace glassformer
