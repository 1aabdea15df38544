#include "widgets/explanation/explanation_content.h"

namespace glassformer {

ExplanationContent saidContent(const QString& title, const QString& text)
{
    ExplanationContent content;
    content.title = title;
    content.sections.push_back({{}, text, {}, -1, {}, {}});
    return content;
}

} // namespace glassformer
