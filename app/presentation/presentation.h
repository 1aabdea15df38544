#pragma once

#include "app/window/stage.h"

#include <QFont>
#include <QObject>

#include <memory>

class QMainWindow;
class QScreen;
class QWidget;

namespace glassformer {

class BusyNotice;
class Curtain;
class InkLayer;
class Magnifier;
class Pages;
class Panels;
class PresentationEvents;
class SidePanel;
class Theme;

/** The window that is shown to a class, by its parts; they outlive the presentation. */
struct PresentedWindow
{
    QMainWindow& window;
    Session& session;
    Theme& theme;
    Stage& stage;
    Pages& pages;
    Panels& panels;
    SidePanel& side;
    QWidget &above, &below; ///< the pages: sentence and notes, the bar of steps
    BusyNotice& busy;
};

/**
 * In front of a class: the picture, its title and its step fill the screen in large letters and strong colours. What the
 * class is to guess stays covered until it is asked for, nothing pops up, and afterwards all is as it was before.
 */
class Presentation : public QObject
{
    Q_OBJECT

public:
    explicit Presentation(const PresentedWindow& parts);
    ~Presentation() override;

    bool isOn() const { return m_before != nullptr; }
    void begin();
    void end();
    /** Out of what was entered last: the zoom, drawing, the presentation. */
    void back();

    /** To another step; what was drawn belongs to the one before. */
    void step(int by);
    /** To another part of the page. */
    void moveSlide(int by);
    /** Shows what is covered on the page: the picture first, then what becomes of the answer without the head; then covers again. */
    void uncover();
    bool showsChoosers() const;
    void setShowsChoosers(bool shows);
    bool showsSentence() const;
    void setShowsSentence(bool shows);
    bool hasPointer() const { return m_has_pointer; }
    void setPointer(bool is_on);
    bool isDrawing() const;
    void setDrawing(bool is_drawing);
    void clearInk();
    bool hasInk() const;
    /** Larger, or smaller, around the middle of the page. */
    void zoom(double factor);

    /** The least height of letters for a screen so high, in pixels: its 40th part, where pictures write smallest. */
    static QFont fontFor(const QFont& usual, int screen_height);
    /** A screen on which the window is not; null if there is none. */
    static QScreen* otherScreen(const QWidget& window);

signals:
    void changed();

private:
    struct Before;

    void show(const Presented& presented);
    void scale();
    void refresh();
    void coverInspector();
    void coverAgain();
    void coverAll();
    void coverEffect();
    /** What of the page, and of the evidence beside it, a class is to guess. */
    Covered told() const;
    bool showsEvidence() const;
    bool isCovered() const;

    PresentedWindow m_parts;
    std::unique_ptr<Before> m_before; ///< the presentation; null unless it is on
    InkLayer* m_ink = nullptr;
    Magnifier* m_magnifier = nullptr;
    Curtain* m_inspector_curtain = nullptr;
    PresentationEvents* m_events = nullptr;
    bool m_has_pointer = true;
    std::string m_text; ///< what is covered is of this sentence
    StepKind m_step{};
};

} // namespace glassformer
