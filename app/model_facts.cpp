#include "app/model_facts.h"

#include "core/file/byte_file.h"
#include "core/model/parameter_count.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>

namespace glassformer {
namespace {

struct ModelFacts
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::ModelFacts)
};

QString number(std::int64_t value)
{
    return QLocale().toString(qlonglong(value));
}

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><td style=\"padding-right:18px\">%1</td><td>%2</td></tr>").arg(name, value);
}

/** Learned values by the first part of their tensors' names: "embedding", "encoder", "decoder". */
std::map<std::string, std::int64_t> parametersByPart(const ModelConfig& config)
{
    std::map<std::string, std::int64_t> parts;
    TransformerWeights<float> weights = zeroWeights<float>(config);
    for (const WeightSlot<float>& slot : weightSlots(weights))
        parts[slot.name.substr(0, slot.name.find_first_of("._"))] += slot.size;
    return parts;
}

} // namespace

QString modelFacts(const Model& model)
{
    const ModelConfig& config = model.transformer.config;
    QString table =
        QStringLiteral("<h3>%1</h3><table>").arg(QString::fromStdString(config.name).toHtmlEscaped());
    table += row(ModelFacts::tr("Kind"), ModelFacts::tr("encoder-decoder Transformer"));
    table += row(ModelFacts::tr("Layers"),
        ModelFacts::tr("%1 encoder, %2 decoder").arg(config.encoder_layers).arg(config.decoder_layers));
    table += row(ModelFacts::tr("Heads in each layer"),
        ModelFacts::tr("%1 of %2 dimensions").arg(config.n_heads).arg(config.headSize()));
    table += row(QStringLiteral("d_model · d_ff"),
        QStringLiteral("%1 · %2").arg(number(config.d_model), number(config.d_ff)));
    table += row(ModelFacts::tr("Parameters"), number(countParameters(config).total()));
    for (const auto& [part, count] : parametersByPart(config))
        table += row(QStringLiteral("&nbsp;&nbsp;%1").arg(QString::fromStdString(part)), number(count));
    table += row(
        ModelFacts::tr("Vocabulary"), ModelFacts::tr("%1 words and pieces").arg(number(config.vocabulary)));
    table += row(ModelFacts::tr("Longest text"), ModelFacts::tr("%1 tokens").arg(number(config.max_length)));
    table += row(ModelFacts::tr("Folder"), QString::fromStdString(pathText(model.folder)).toHtmlEscaped());
    return table + QStringLiteral("</table>");
}

} // namespace glassformer
