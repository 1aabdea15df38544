#include "app/start/start_options.h"

#include "app/figures/files/figure_origin.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/model_folder.h"
#include "core/trace/look/session_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_view = 16u << 20;

struct StartText
{
    Q_DECLARE_TR_FUNCTIONS(Start)
};

/** Fields of the view that have an option of their own; what cannot be is told, and left out. */
void say(StartOptions& options, const std::string& field, const QString& value)
{
    ViewText view = options.view;
    view.set(field, value.toStdString());
    if (field == "model")
        view.remove("digest");
    try {
        view.over({});
        options.view = view;
    } catch (const Error& error) {
        options.trouble = error.message();
    }
}

struct GivenView
{
    ViewText view;
    bool is_session = false; ///< the file holds places, too
};

GivenView readGiven(const QString& given)
{
    const std::string text = given.toStdString();
    if (ViewText::isLink(text))
        return {.view = ViewText::fromLink(text)};
    const std::string bytes = readFile(given.toStdU16String(), largest_figure);
    if (const QByteArray picture = QByteArray::fromStdString(bytes); isPictureFile(picture))
        return {.view = viewOfFigure(picture, text)};
    if (bytes.size() > largest_view)
        throw Error({Message::tr("a file of more than 16 MB"), text,
            Message::tr("a view, a session or a figure"), {}});
    return {.view = viewFromText(bytes, text), .is_session = isSession(bytes, text)};
}

void takeView(StartOptions& options, const QString& given)
{
    const GivenView read = readGiven(given);
    options.view = read.view;
    if (read.is_session)
        options.session = given;
}

/** What a file manager or a browser hands over: a link, or a file by its path or address. */
void openAlone(StartOptions& options, const QString& given)
{
    const QUrl address(given);
    const QString path = address.isLocalFile() ? address.toLocalFile() : given;
    const QFileInfo file(path);
    if (file.suffix() != QStringLiteral("safetensors"))
        takeView(options, path);
    else if (file.dir().exists(QString::fromLatin1(config_file_name)))
        say(options, "model", file.path());
    else
        options.trace = path;
}

QList<QCommandLineOption> fieldOptions()
{
    return {
        {QStringLiteral("model"), StartText::tr("Name or folder of a model."), StartText::tr("model")},
        {QStringLiteral("text"), StartText::tr("The sentence to read."), StartText::tr("text")},
        {QStringLiteral("to"), StartText::tr("Language to write: en, fr, zh, or as the model calls it."),
            StartText::tr("language")},
        {QStringLiteral("step"), StartText::tr("Step to begin with, such as softmax."),
            StartText::tr("step")},
    };
}

} // namespace

ViewText readView(const QString& given)
{
    return readGiven(given).view;
}

bool asksForHelp(const QStringList& arguments)
{
    const QStringList asking{QStringLiteral("--help"), QStringLiteral("-h"), QStringLiteral("--help-all"),
        QStringLiteral("--version"), QStringLiteral("-v"), QStringLiteral("-?")};
    return std::any_of(arguments.begin(), arguments.end(),
        [&asking](const QString& argument) { return asking.contains(argument); });
}

QString languageAsked(const QStringList& arguments)
{
    const QString option = QStringLiteral("--lang");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == option && i + 1 < arguments.size())
            return arguments[i + 1];
        if (arguments[i].startsWith(option + u'='))
            return arguments[i].mid(option.size() + 1);
    }
    return {};
}

StartOptions startOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(StartText::tr("Shows how a Transformer computes, step by step."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption view(QStringLiteral("view"),
        StartText::tr("All of the following at once: a link glassformer:?..., a file with such a text or "
                      "JSON, a session, or a figure."),
        StartText::tr("link|file"));
    const QCommandLineOption trace(QStringLiteral("trace"),
        StartText::tr("A recorded run to open: a file of tensors."), StartText::tr("file"));
    const QCommandLineOption language(QStringLiteral("lang"),
        StartText::tr("Language of the window: en, zh_CN."), StartText::tr("language"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), StartText::tr("Colours: desktop, light, dark."), StartText::tr("theme"));
    const QCommandLineOption fresh(QStringLiteral("fresh"),
        StartText::tr("Begin as at the very first start, and remember nothing of before."));
    const QCommandLineOption benchmark(QStringLiteral("benchmark-start"),
        StartText::tr("Quit as soon as the first picture is on the screen."));
    const QList<QCommandLineOption> fields = fieldOptions();
    parser.addOption(view);
    parser.addOptions(fields);
    parser.addOptions({trace, language, theme, fresh, benchmark});
    parser.addPositionalArgument(QStringLiteral("link"),
        StartText::tr("The same as --view; or a recorded run, or a file of a model."),
        QStringLiteral("[glassformer:?...|file]"));
    parser.process(arguments);

    StartOptions options{{}, parser.value(trace), {}, parser.value(language), parser.value(theme),
        parser.isSet(fresh), parser.isSet(benchmark), {}};
    const QStringList alone = parser.positionalArguments();
    try {
        if (parser.isSet(view))
            takeView(options, parser.value(view));
        else if (!alone.isEmpty())
            openAlone(options, alone.first());
    } catch (const Error& error) {
        options.trouble = error.message();
    }
    for (const QCommandLineOption& field : fields)
        if (parser.isSet(field))
            say(options, field.names().first().toStdString(), parser.value(field));
    return options;
}

} // namespace glassformer
