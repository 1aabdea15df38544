#include "app/models/model_facts.h"

#include "app/window/lines/message_text.h"
#include "core/error.h"
#include "core/model/config/parameter_count.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>

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

QString layersText(const ModelConfig& config)
{
    if (!config.hasDecoder())
        return number(config.encoder_layers);
    if (!config.hasEncoder())
        return number(config.decoder_layers);
    return ModelFacts::tr("%1 encoder, %2 decoder").arg(config.encoder_layers).arg(config.decoder_layers);
}

QString headsText(const ModelConfig& config)
{
    const QString heads = ModelFacts::tr("%1 of %2 dimensions").arg(config.n_heads).arg(config.headSize());
    return config.keyValueHeads() == config.n_heads
        ? heads
        : ModelFacts::tr("%1, sharing %2 keys and values").arg(heads).arg(config.keyValueHeads());
}

QString normText(const ModelConfig& config)
{
    const QString kind =
        config.norm_kind == NormKind::Rms ? QStringLiteral("RMSNorm") : ModelFacts::tr("layer normalization");
    return config.norm_placement == NormPlacement::Before ? ModelFacts::tr("%1, before each block").arg(kind)
                                                          : ModelFacts::tr("%1, after each block").arg(kind);
}

QString positionText(const ModelConfig& config)
{
    switch (config.position_kind) {
    case PositionKind::None:
        return ModelFacts::tr("none");
    case PositionKind::Sinusoidal:
    case PositionKind::SinusoidalHalves:
        return ModelFacts::tr("sines and cosines, added");
    case PositionKind::Learned:
        return ModelFacts::tr("a learned table, added");
    case PositionKind::Rotary:
        return ModelFacts::tr("rotary: queries and keys are turned");
    case PositionKind::Relative:
        return ModelFacts::tr("relative: a bias on the scores");
    }
    return {};
}

QString lengthText(const ModelConfig& config)
{
    const QString tokens = ModelFacts::tr("%1 tokens").arg(number(config.max_length));
    return config.hasLongestText() ? tokens
                                   : ModelFacts::tr("%1 in training; longer ones are read too").arg(tokens);
}

QString feedForwardText(const ModelConfig& config)
{
    const QString activation = config.activation == Activation::ReLU ? QStringLiteral("ReLU")
        : config.activation == Activation::SiLU                      ? QStringLiteral("SiLU")
                                                                     : QStringLiteral("GELU");
    const QString units = ModelFacts::tr("%1 units, %2").arg(number(config.d_ff), activation);
    return config.gated_feed_forward ? ModelFacts::tr("%1, gated").arg(units) : units;
}

/** None of files that are gone meanwhile. */
std::vector<std::string> namesOf(const Files& files)
{
    try {
        return files.names();
    } catch (const Error&) {
        return {};
    }
}

/** Empty if the file cannot be opened. */
QString sizeOf(const Files& files, const std::string& name)
{
    try {
        return QLocale().formattedDataSize(qint64(files.open(name)->size()));
    } catch (const Error&) {
        return {};
    }
}

} // namespace

QString modelKind(const ModelConfig& config)
{
    if (!config.hasDecoder())
        return config.has_output ? ModelFacts::tr("encoder-only Transformer: fills gaps")
                                 : ModelFacts::tr("encoder-only Transformer: makes vectors of texts");
    if (!config.has_output)
        return config.hasEncoder() ? ModelFacts::tr("encoder-decoder Transformer: makes vectors of texts")
                                   : ModelFacts::tr("decoder-only Transformer: makes vectors of texts");
    return config.hasEncoder() ? ModelFacts::tr("encoder-decoder Transformer: reads one text, writes another")
                               : ModelFacts::tr("decoder-only Transformer: writes on");
}

QString modelFacts(const Model& model)
{
    const ModelConfig& config = model.transformer.config;
    QString table = QStringLiteral("<table>");
    table += row(ModelFacts::tr("Kind"), modelKind(config));
    table += row(ModelFacts::tr("Family"), QString::fromStdString(config.family).toHtmlEscaped());
    table += row(ModelFacts::tr("Layers"), layersText(config));
    table += row(ModelFacts::tr("Heads in each layer"), headsText(config));
    table += row(ModelFacts::tr("Width (d_model)"), number(config.d_model));
    table += row(ModelFacts::tr("Feed-forward"), feedForwardText(config));
    table += row(ModelFacts::tr("Norm"), normText(config));
    table += row(ModelFacts::tr("Positions"), positionText(config));
    table += row(
        ModelFacts::tr("Vocabulary"), ModelFacts::tr("%1 words and pieces").arg(number(config.vocabulary)));
    table += row(ModelFacts::tr("Longest text"), lengthText(config));
    if (const QString separator = QString::fromStdString(model.pairSeparator()); !separator.isEmpty())
        table += row(ModelFacts::tr("Two sentences"),
            ModelFacts::tr("as a pair, with %1 between them").arg(separator.toHtmlEscaped()));
    table += row(ModelFacts::tr("Parameters"), number(countParameters(config).total()));
    table += QStringLiteral("</table>");
    for (const Message& notice : model.notices)
        table += QStringLiteral("<p>%1</p>").arg(messageText(notice).toHtmlEscaped());
    return table;
}

std::vector<PartSize> partSizes(const ModelConfig& config)
{
    const ParameterCount count = countParameters(config);
    const double total = double(std::max<std::int64_t>(1, count.total()));
    std::vector<PartSize> parts;
    const auto add = [&](const QString& name, std::int64_t parameters) {
        if (parameters > 0)
            parts.push_back({name, qint64(parameters), double(parameters) / total});
    };
    add(ModelFacts::tr("Embedding"), count.embedding);
    add(ModelFacts::tr("Attention"), count.attention);
    add(ModelFacts::tr("Feed-forward"), count.feed_forward);
    add(ModelFacts::tr("Norms"), count.norms);
    add(ModelFacts::tr("Output"), count.output);
    return parts;
}

QString modelFiles(const Model& model)
{
    const QString where = QString::fromStdString(model.files->where());
    QString table = QStringLiteral("<p>%1</p><table>").arg(QDir::toNativeSeparators(where).toHtmlEscaped());
    for (const std::string& name : namesOf(*model.files))
        table += row(QString::fromStdString(name).toHtmlEscaped(), sizeOf(*model.files, name));
    return table + QStringLiteral("</table>");
}

} // namespace glassformer
