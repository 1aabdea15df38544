#include "widgets/explanation/product_section.h"

#include "widgets/look/number_text.h"

namespace glassformer {
namespace {

constexpr int digits = 4; // so that the lines can be worked out again to 0.0001

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
    const QString& heading, const ProductNames& names, const WeightedSum& product)
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
    const std::vector<WeightedInput> largest = product.largest(1);
    if (!largest.empty()) {
        section.marked_bar = largest.front().index;
        section.bars_remark =
            ExplanationContent::tr(
                "what each of the %1 products adds; the one that adds most is number %2: %3 × %4 = %5")
                .arg(QString::number(section.bars.size()), QString::number(largest.front().index),
                    numberText(largest.front().input), summandText(largest.front().weight, 3),
                    numberText(largest.front().product));
    }
    return section;
}

} // namespace glassformer
