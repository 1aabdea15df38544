#include "widgets/explanation/product_section.h"

#include "widgets/explanation/number_link.h"
#include "widgets/look/number_text.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr int digits = 4; // so that the lines can be worked out again to 0.0001

/** Where an input of the sum stands in the run; of mixed values all heads are side by side. */
NumberPlace inputPlace(const WeightedSum& product, int index, const ModelConfig& config)
{
    const RecordPlace record = recordPlace(product.input_tensor).value_or(RecordPlace{});
    const int width = std::max(1, config.headSize());
    return record.hasHeads()
        ? NumberPlace{product.input_tensor, index / width, product.place.row, index % width}
        : NumberPlace{product.input_tensor, every, product.place.row, index};
}

/** A vector that goes into a product, in colours of its own size. */
VectorStrip enteringStrip(const QString& label, const std::vector<float>& values)
{
    VectorStrip strip;
    strip.label = label;
    strip.values = values;
    strip.limit = largestSize(values);
    return strip;
}

} // namespace

QString summandText(double value, int shown_digits)
{
    const QString number = numberText(value, shown_digits);
    return value < 0 ? QStringLiteral("(%1)").arg(number) : number;
}

QString blockInputName(const ModelConfig& config)
{
    return config.norm_placement == NormPlacement::Before ? ExplanationContent::tr("norm(x)")
                                                          : QStringLiteral("x");
}

std::vector<float> productsOf(const WeightedSum& sum)
{
    std::vector<float> products;
    for (std::size_t i = 0; i < sum.input.size() && i < sum.weights.size(); ++i)
        products.push_back(float(sum.scale * double(sum.input[i]) * double(sum.weights[i])));
    return products;
}

ExplanationSection productSection(
    const StepContext& context, const QString& heading, const ProductNames& names, const WeightedSum& product)
{
    ExplanationSection section;
    section.heading = heading;
    section.text = QStringLiteral("%1 = Σ_i %2[i] · %3[i, %4]")
                       .arg(names.result, names.input, names.matrix, QString::number(names.column));
    if (product.scale != 1)
        section.text += QStringLiteral(" × %1").arg(numberText(product.scale, digits));
    section.text += product.has_bias ? QStringLiteral(" + b\n`= %1 + %2 =` *`%3`*")
                                           .arg(numberText(product.sum - product.bias, digits),
                                               summandText(product.bias), numberText(product.sum, digits))
                                     : QStringLiteral("\n`=` *`%1`*").arg(numberText(product.sum, digits));
    if (!product.changes.empty())
        section.text += u'\n'
            + ExplanationContent::tr("An experiment set this number: the run goes on with `%1`.")
                  .arg(numberText(product.result, digits));
    section.bars = productsOf(product);
    section.bars_add_up = true;
    section.entering = {enteringStrip(names.input, product.input),
        enteringStrip(QStringLiteral("%1[·, %2]").arg(names.matrix).arg(names.column), product.weights)};
    const std::vector<WeightedInput> largest = product.largest(1);
    if (!largest.empty()) {
        section.marked_bar = largest.front().index;
        section.bars_remark =
            ExplanationContent::tr(
                "what each of the %1 products adds; the one that adds most is number %2: %3 × %4 = %5")
                .arg(QString::number(section.bars.size()), QString::number(largest.front().index),
                    numberLink(section, context, inputPlace(product, largest.front().index, context.config()),
                        numberText(largest.front().input)),
                    summandText(largest.front().weight, 3), numberText(largest.front().product));
    }
    return section;
}

} // namespace glassformer
