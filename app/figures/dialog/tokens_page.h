#pragma once

#include "app/figures/dialog/figure_page.h"
#include "app/figures/pictures/paper_picture.h"

class QBoxLayout;
class QListWidget;

namespace glassformer {

/** Which tokens of a map are shown: of self-attention the same on both sides. */
class TokensPage : public FigurePage
{
    Q_OBJECT

public:
    /** Of a scene without a map there are none to choose from. */
    explicit TokensPage(const FigureScene& scene, QWidget* parent = nullptr);

    bool hasTokens() const { return m_rows != nullptr; }
    void showChoices(const FigureRequest& request) override;
    void put(FigureRequest& request) const override;

private:
    QBoxLayout* makeSide(QListWidget* list, const QString& title);
    QListWidget* makeTokens(const std::vector<QString>& names, const QString& title, const char* name);

    QCheckBox* m_no_special = nullptr;
    QListWidget *m_rows = nullptr, *m_columns = nullptr; ///< one list where both are the same tokens
};

} // namespace glassformer
