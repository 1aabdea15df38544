#pragma once

#include "app/figures/motion/motion.h"
#include "app/figures/paper_figure.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace glassformer {

class FigurePage;
class FigurePreview;
class MotionPage;
class TokensPage;
class WordsPage;

/** A figure of what is shown: what, how large, with which words, how it will look, and where it goes. */
class FigureDialog : public QDialog
{
    Q_OBJECT

public:
    /**
     * Begins with the choices of the last figure.
     * \param language  of the window
     */
    FigureDialog(FigureScene scene, View view, const QString& language, QWidget* parent);

    /** As the fields say. */
    FigureRequest request() const;
    /** "translator-encoder4-head1-softmax" */
    QString fileName() const;
    /** Writes it as the ending of the name says. False, and told, if it can't be written. */
    bool save(const QString& path);
    /** Writes it as it moves, beside the window; saved() comes when it is done. */
    void saveMotion(const QString& path);

signals:
    void saved(const QString& path);
    void copied();

private:
    QWidget* makePresets();
    QWidget* makeButtons();
    void offerPresets();
    void takePreset(int index);
    void askForName();
    void showChoices(const FigureRequest& request);
    void refresh();
    void chooseFrames(const FigureRequest& wanted);
    void showFrame();
    void nextFrame();
    QString sizeText() const;
    void tell(const QString& text, bool is_trouble);
    void askForFile();
    void copy();
    void keepChoices() const;

    FigureScene m_scene;
    View m_view;
    QString m_language;
    WordsPage* m_words = nullptr;
    TokensPage* m_tokens = nullptr;
    MotionPage* m_motion = nullptr;
    std::vector<MotionFrame> m_frames; ///< of a figure that moves
    std::size_t m_frame = 0; ///< the one that is shown
    QTimer m_next;
    std::vector<FigurePage*> m_pages;
    FigurePreview* m_preview = nullptr;
    QLabel *m_size = nullptr, *m_remarks = nullptr;
    QComboBox* m_presets = nullptr;
    QPushButton *m_drop_preset = nullptr, *m_save = nullptr, *m_copy = nullptr;
};

} // namespace glassformer
