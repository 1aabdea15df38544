#pragma once

#include <QSettings>

namespace glassformer {

/** Keys of what is remembered between two starts. */
namespace setting {
inline const QString language = QStringLiteral("view/language");
inline const QString recent_models = QStringLiteral("file/recentModels");
inline const QString recent_sentences = QStringLiteral("file/recentSentences");
inline const QString recent_sessions = QStringLiteral("file/recentSessions");
inline const QString session_folder = QStringLiteral("file/sessionFolder");
inline const QString session = QStringLiteral("file/session");
inline const QString motion = QStringLiteral("view/motion");
inline const QString path = QStringLiteral("view/path");
inline const QString theme = QStringLiteral("view/theme");
inline const QString weight_colours = QStringLiteral("view/weightColours");
inline const QString signed_colours = QStringLiteral("view/signedColours");
inline const QString logarithmic_colours = QStringLiteral("view/logarithmicColours");
inline const QString colour_threshold = QStringLiteral("view/colourThreshold");
inline const QString colour_clip = QStringLiteral("view/colourClip");
inline const QString geometry = QStringLiteral("window/geometry");
inline const QString panels = QStringLiteral("window/panels");
inline const QString has_machine = QStringLiteral("window/hasMachine");
inline const QString has_inspector = QStringLiteral("window/hasInspector");
inline const QString view = QStringLiteral("window/view");
} // namespace setting

inline QSettings settings()
{
    return QSettings(QStringLiteral("Glassformer"), QStringLiteral("Glassformer"));
}

/** Puts a copy beside a file of settings that cannot be read, before the defaults replace it. */
void keepDamagedSettings();

} // namespace glassformer
