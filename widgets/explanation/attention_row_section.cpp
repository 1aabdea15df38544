#include "widgets/explanation/attention_row_section.h"

#include "core/trace/record/tensor_slice.h"
#include "widgets/explanation/number_link.h"
#include "widgets/explanation/step_context.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr std::size_t most_numbers = 6;

} // namespace

ExplanationSection attentionRowSection(const StepContext& context, AttentionPart part, int query)
{
    ExplanationSection section;
    const AttentionSite site = context.site();
    const MatrixSlice map =
        headOf(context.trace, attentionTensor(site, context.layer(), part), context.selection.head);
    const std::vector<Token>& keys = keysOf(context.trace, site);
    if (query < 0 || query >= map.rows || std::size_t(map.columns) > keys.size())
        return section;
    std::vector<int> seen;
    for (int key = 0; key < map.columns; ++key) {
        const float number = map(query, key);
        section.bars.push_back(std::isfinite(number) ? number : 0);
        // Of weights, what is masked is none.
        if (std::isfinite(number) && (part != AttentionPart::Weights || number > 0))
            seen.push_back(key);
    }
    std::stable_sort(
        seen.begin(), seen.end(), [&](int left, int right) { return map(query, left) > map(query, right); });
    QStringList lines;
    for (std::size_t i = 0; i < seen.size() && i < most_numbers; ++i) {
        const int key = seen[i];
        const QString number = QStringLiteral("`%1`").arg(numberText(double(map(query, key)), 4));
        lines << namedText(QStringLiteral("{k:%1}").arg(formulaEscaped(textOf(keys[std::size_t(key)]))),
            placeLink(
                section, context, withCell(context.selection, context.config(), site, query, key), number));
    }
    const QString asker = formulaEscaped(textOf(queriesOf(context.trace, site)[std::size_t(query)]));
    section.heading = ExplanationContent::tr("The largest in the row of %1").arg(asker);
    section.text = lines.join(u'\n');
    section.bars_remark = ExplanationContent::tr("the whole row");
    return section;
}

} // namespace glassformer
