#pragma once

#include "core/experiment/effect/measured.h"
#include "core/trace/look/selection.h"
#include "core/trace/trace.h"
#include "widgets/look/colour_map.h"
#include "widgets/pictures/trace_content.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QPainter;
class QScrollArea;
class QVBoxLayout;

namespace glassformer {

class Card;
class Curtain;
class FindBar;
class PageSlides;
class Picture;
struct Model;

/**
 * The picture of one step: cards below each other, scrolled where the window is too small. It is told what to show
 * and tells what the user wants; it keeps no choice of its own.
 */
class StepView : public QWidget
{
    Q_OBJECT

public:
    explicit StepView(QWidget* parent = nullptr);
    ~StepView() override;

    void showRun(std::shared_ptr<const Trace> trace, const Selection& selection);
    /** Names of words that the run has only as ids: the tokenizer's. Without it they are shown as "#412". */
    void setTokenOf(TokenOf token_of);
    /** Which heads training took out, as only the model's weights tell; without it none is marked. */
    void setRemovedHeads(std::function<bool(const HeadName&)> is_removed);
    /** Whether words can be hidden from the model: it fills gaps, and its tokenizer can write one. */
    void setOffersGaps(bool offers) { m_offers_gaps = offers; }
    /** Whose weights the run was made with; null where they are not at hand. It is not kept alive. */
    void setModel(const std::shared_ptr<const Model>& model) { m_model = model; }
    /** How words were chosen. */
    void setDecoding(const Decoding& decoding) { m_decoding = decoding; }
    /** What is known beside the run; shown with the next showRun(). */
    void setMeasured(const Measured& measured) { m_measured = measured; }
    /** Hides what of the explained picture is not told yet. */
    void setCover(const Cover& cover);
    /** Whether it is worth telling how the explained number comes about, and then all others. */
    bool canBeTold() const { return !toldPictures().empty(); }
    /** Opens the field that goes to a token of the page. */
    void find();
    /** Shows all of the maps that were enlarged. */
    void showAll();

    /** What the map of the page has at the least, in pixels, if it has one; other parts are scrolled to. */
    void setMapHeight(int least);

    /** In front of a class: part after part, each as large as the window lets it be. */
    void setPresented(bool is_presented);
    /** Null unless it is presented. */
    PageSlides* slides() const { return m_slides.get(); }
    /** Covers what answers the question of the page; a hint says how it comes to light. Empty: nothing is covered. */
    void setCovered(const QString& hint);

    /** Lays out a page that was never shown. */
    void settle();
    /** Size of the picture as it stands, without scroll bars. */
    QSize figureSize() const;
    /** The same picture in a style of the caller's, say that of paper, scaled into `target`; vectors stay vectors. */
    void paintFigure(QPainter& painter, const QRectF& target, const struct FigureStyle& style);

signals:
    void selectionWanted(const Selection& selection);
    /** The user wants the model to write this token at this decoder step instead of its own choice. */
    void wordWanted(int position, int token_id);
    /** The same for several tokens, one after the other. */
    void roadWanted(int position, const std::vector<int>& token_ids);
    /** The user wants to see, or no more, what a beam search considers. */
    void beamsWanted(bool wants);
    /** The user wants the word after the chosen place to be written, or all words to the end. */
    void nextWordWanted();
    void restWanted();
    /** The user wants to see what is covered. */
    void uncoverWanted();
    /** The user wants the last word that is shown taken back. */
    void wordTakenBack();
    /** The user wants a token hidden from a model that fills gaps. */
    void gapWanted(int token);
    /** The user wants words chosen in this way. */
    void decodingWanted(const glassformer::Decoding& decoding);

protected:
    /** Sets the contents of all pictures from trace() and selection(); called when either or the language changed. */
    virtual void refresh() = 0;
    /** What answers the question of the page, to be covered until a class has guessed: all of its cards. */
    virtual std::vector<Card*> answers() const;
    /** Those that fill up once the chosen number was told: heatmaps and lists of bars. */
    virtual std::vector<Picture*> toldPictures() const { return {}; }

    const Trace& trace() const { return *m_trace; }
    /** For contents that are dear to make: whether `shown` is another run; it is this one from now on. */
    bool isNewTrace(std::weak_ptr<const Trace>& shown) const;
    const std::shared_ptr<const Trace>& sharedTrace() const { return m_trace; }
    const Selection& selection() const { return m_selection; }
    const Measured& measured() const { return m_measured; }
    /** Where the step is: the attention whose rows and tokens its pictures have. */
    AttentionSite site() const { return siteOf(m_selection.step, m_trace->config); }
    const std::vector<Token>& tokens() const { return queriesOf(*m_trace, site()); }
    /** The chosen one of tokens(). */
    int chosenToken() const;
    std::shared_ptr<const Model> model() const { return m_model.lock(); }
    /** Heads of the chosen layer that training took out. */
    std::vector<int> removedHeads() const;
    /** Asks for a cell, a token, a component of a token's vector at this step. */
    void chooseCell(int query, std::optional<int> key);
    void chooseToken(int token, std::optional<int> dimension = std::nullopt);
    Token tokenOf(int id) const;
    bool isRemoved(const HeadName& head) const { return m_is_removed && m_is_removed(head); }
    bool offersGaps() const { return m_offers_gaps; }
    const Decoding& decoding() const { return m_decoding; }
    QVBoxLayout* page() const { return m_page_layout; }
    Card* addCard(int stretch = 0);
    /** What a class sees first of a page whose parts don't all have room; else the uppermost. */
    void setMainPart(QWidget* part) { m_main_part = part; }

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void giveRoomToMap();
    int heightBeside(const QWidget& part) const;

    std::shared_ptr<const Trace> m_trace;
    Selection m_selection;
    TokenOf m_token_of;
    std::function<bool(const HeadName&)> m_is_removed;
    std::weak_ptr<const Model> m_model;
    Measured m_measured;
    bool m_offers_gaps = false;
    Decoding m_decoding;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_page = nullptr;
    QVBoxLayout* m_page_layout = nullptr;
    int m_map_height = 0;
    QPointer<QWidget> m_map_part; ///< of the page, whose least height was set
    QPointer<QWidget> m_main_part;
    std::unique_ptr<PageSlides> m_slides;
    std::vector<Curtain*> m_curtains;
    FindBar* m_find = nullptr; ///< made when it is first wanted
};

} // namespace glassformer
