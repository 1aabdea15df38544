#include "app/figures/dialog/figure_settings.h"

#include "app/figures/pictures/paper_map.h"
#include "app/window/look/settings.h"
#include "core/error.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace glassformer {
namespace {

const QString last_key = QStringLiteral("figures/last"), presets_key = QStringLiteral("figures/presets"),
              folder_key = QStringLiteral("figures/folder");

/** Whether words are wanted at all: made ones, or own ones. */
bool isWanted(const std::optional<QString>& words)
{
    return !words || !words->isEmpty();
}

std::optional<QString> madeIf(bool is_wanted)
{
    return is_wanted ? std::nullopt : std::optional(QString());
}

QJsonObject jsonOf(const FigureRequest& request)
{
    QJsonObject json;
    json[QStringLiteral("picture")] = QString::fromStdString(request.picture);
    json[QStringLiteral("width_mm")] = request.width_mm;
    json[QStringLiteral("height_mm")] = request.height_mm;
    json[QStringLiteral("font")] = request.font_family;
    json[QStringLiteral("size_pt")] = request.font_pt;
    json[QStringLiteral("dark")] = request.is_dark;
    json[QStringLiteral("colours")] = int(request.weights_map);
    json[QStringLiteral("title")] = isWanted(request.title);
    json[QStringLiteral("caption")] = isWanted(request.caption);
    json[QStringLiteral("no_special")] = request.hides_special;
    json[QStringLiteral("numbers")] = request.has_numbers;
    json[QStringLiteral("bar")] = request.has_colour_bar;
    json[QStringLiteral("transparent")] = request.is_transparent;
    json[QStringLiteral("outlines")] = request.has_outlines;
    json[QStringLiteral("dpi")] = request.dpi;
    json[QStringLiteral("language")] = request.language;
    return json;
}

/** The default for what was written by something else. */
FigureRequest requestFrom(const QJsonObject& json)
{
    const FigureRequest plain;
    FigureRequest request;
    request.picture =
        json[QStringLiteral("picture")].toString(QString::fromStdString(plain.picture)).toStdString();
    request.width_mm = json[QStringLiteral("width_mm")].toDouble(plain.width_mm);
    request.height_mm = json[QStringLiteral("height_mm")].toDouble(plain.height_mm);
    request.font_family = json[QStringLiteral("font")].toString();
    request.font_pt = json[QStringLiteral("size_pt")].toDouble(plain.font_pt);
    request.is_dark = json[QStringLiteral("dark")].toBool(plain.is_dark);
    const int colours = json[QStringLiteral("colours")].toInt();
    for (const ColourMapEntry& entry : colourMaps())
        if (int(entry.kind) == colours)
            request.weights_map = entry.kind;
    request.title = madeIf(json[QStringLiteral("title")].toBool(false));
    request.caption = madeIf(json[QStringLiteral("caption")].toBool(true));
    request.hides_special = json[QStringLiteral("no_special")].toBool(plain.hides_special);
    request.has_numbers = json[QStringLiteral("numbers")].toBool(plain.has_numbers);
    request.has_colour_bar = json[QStringLiteral("bar")].toBool(plain.has_colour_bar);
    request.is_transparent = json[QStringLiteral("transparent")].toBool(plain.is_transparent);
    request.has_outlines = json[QStringLiteral("outlines")].toBool(plain.has_outlines);
    request.dpi = json[QStringLiteral("dpi")].toDouble(plain.dpi);
    request.language = json[QStringLiteral("language")].toString();
    try {
        checkFigureRequest(request);
        return request;
    } catch (const Error&) {
        return plain;
    }
}

QJsonObject readObject(const QString& key)
{
    return QJsonDocument::fromJson(settings().value(key).toByteArray()).object();
}

void writeObject(const QString& key, const QJsonObject& object)
{
    settings().setValue(key, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

FigurePreset presetOf(const QString& name, double width_mm, double height_mm, double font_pt)
{
    FigurePreset preset{name, {}, false};
    preset.request.width_mm = width_mm;
    preset.request.height_mm = height_mm;
    preset.request.font_pt = font_pt;
    return preset;
}

} // namespace

FigureRequest lastFigureRequest()
{
    return requestFrom(readObject(last_key));
}

void keepLastFigureRequest(const FigureRequest& request)
{
    writeObject(last_key, jsonOf(request));
}

std::vector<FigurePreset> figurePresets()
{
    std::vector<FigurePreset> presets{presetOf(FigureText::tr("One column: 85 mm, 7 pt"), 85, 0, 7),
        presetOf(FigureText::tr("One and a half columns: 130 mm, 7 pt"), 130, 0, 7),
        presetOf(FigureText::tr("Two columns: 180 mm, 7 pt"), 180, 0, 7),
        presetOf(FigureText::tr("Slide 16:9: 254 mm, 14 pt"), slide_width_mm, slide_height_mm, 14)};
    const QJsonObject own = readObject(presets_key);
    for (auto preset = own.begin(); preset != own.end(); ++preset)
        presets.push_back({preset.key(), requestFrom(preset.value().toObject()), true});
    return presets;
}

void keepFigurePreset(const QString& name, const FigureRequest& request)
{
    QJsonObject own = readObject(presets_key);
    own[name] = jsonOf(request);
    writeObject(presets_key, own);
}

void dropFigurePreset(const QString& name)
{
    QJsonObject own = readObject(presets_key);
    own.remove(name);
    writeObject(presets_key, own);
}

FigureRequest withLookOf(const FigureRequest& preset, FigureRequest other)
{
    other.width_mm = preset.width_mm;
    other.height_mm = preset.height_mm;
    other.font_family = preset.font_family;
    other.font_pt = preset.font_pt;
    other.is_dark = preset.is_dark;
    other.weights_map = preset.weights_map;
    other.has_numbers = preset.has_numbers;
    other.has_colour_bar = preset.has_colour_bar;
    other.is_transparent = preset.is_transparent;
    other.has_outlines = preset.has_outlines;
    other.dpi = preset.dpi;
    return other;
}

QString figureFolder()
{
    const QString folder = settings().value(folder_key).toString();
    return !folder.isEmpty() && QDir(folder).exists() ? folder : QString();
}

void keepFigureFolder(const QString& folder)
{
    settings().setValue(folder_key, folder);
}

} // namespace glassformer
