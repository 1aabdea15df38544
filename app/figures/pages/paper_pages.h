#pragma once

#include "app/figures/files/figure_origin.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QPainter;

namespace glassformer {

inline constexpr double a4_width_mm = 210, a4_height_mm = 297, page_margin_mm = 15;

/** A sheet of paper. */
struct PaperPage
{
    std::function<void(QPainter&)> paint; ///< from (0, 0), in millimetres
};

/** A PDF of A4 pages that is made page by page. */
class PageWriter
{
public:
    explicit PageWriter(const QString& title);
    ~PageWriter();

    void add(const PaperPage& page);
    /** The file, which says which view it shows, if there is one; nothing can be added any more. */
    QByteArray finish(const FigureOrigin& origin);

private:
    struct Document;
    std::unique_ptr<Document> m_document;
    QString m_title;
};

/** All of them at once. */
QByteArray pagesBytes(const std::vector<PaperPage>& pages, const QString& title, const FigureOrigin& origin);

} // namespace glassformer
