#pragma once

#include "app/figures/dialog/figure_page.h"

#include <map>

class QLineEdit;
class QPlainTextEdit;

namespace glassformer {

/** What words a figure has: those that are made for it until somebody writes others, in each language its own. */
class WordsPage : public FigurePage
{
    Q_OBJECT

public:
    /** The words that are made where nobody writes any. */
    struct MadeWords
    {
        QString title, caption, row_title, column_title;
    };

    /** \param language  of the window */
    explicit WordsPage(const QString& language, QWidget* parent = nullptr);

    void showChoices(const FigureRequest& request) override;
    void put(FigureRequest& request) const override;
    /** As they are for the request that put() filled; axis titles are empty where the picture has no axes. */
    void showMade(const MadeWords& made);

private:
    QString language() const;
    void rewriteCaption();

    QComboBox* m_language = nullptr;
    QCheckBox *m_has_title = nullptr, *m_has_caption = nullptr;
    QLineEdit *m_title = nullptr, *m_rows = nullptr, *m_columns = nullptr;
    QPlainTextEdit* m_caption = nullptr;
    QString m_made_caption; ///< as it was put into the field
    std::map<QString, QString> m_own_captions; ///< by language
};

} // namespace glassformer
