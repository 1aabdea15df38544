#include "app/sentences/sentence_actions.h"

#include "app/models/model_card.h"
#include "app/sentences/recent_sentences.h"
#include "app/sentences/sentence_dialog.h"
#include "app/session/session.h"
#include "app/window/lines/input_bar.h"
#include "app/window/lines/note_line.h"
#include "app/window/look/interface_language.h"
#include "core/error.h"

#include <QMainWindow>

#include <algorithm>

namespace glassformer {
namespace {

/** The language that is read now, as the card's directions tell it; else the window's. */
QString languageOfText(const QString& text, const QString& interface_language)
{
    const bool has_han = std::any_of(
        text.begin(), text.end(), [](QChar letter) { return letter.script() == QChar::Script_Han; });
    const bool is_chinese = text.isEmpty() ? interface_language.startsWith(QStringLiteral("zh")) : has_han;
    return is_chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

/** The language that is written now, unless the sentence is in it: then the first that its language is translated to. */
QString targetFor(const Session& session, const QString& language)
{
    const std::string now = session.request().target_language, read = language.toStdString();
    const auto directions =
        readModelCard(*session.model().files, session.model().transformer.config).languages.directions;
    const auto isPossible = [&](const std::string& target) {
        return std::find(directions.begin(), directions.end(), std::pair(read, target)) != directions.end();
    };
    if (now.empty() || isPossible(now))
        return QString::fromStdString(now);
    for (const auto& [from, to] : directions)
        if (from == read)
            return QString::fromStdString(to);
    return QString::fromStdString(now);
}

} // namespace

void runSentence(Session& session, const QString& text)
{
    session.runText(text, targetFor(session, languageOfText(text, {})));
}

void showSentences(const WindowParts& parts)
{
    if (auto* open = parts.window.findChild<SentenceDialog*>()) {
        open->raise();
        return open->activateWindow();
    }
    try {
        const QString text = QString::fromStdString(parts.session.request().text);
        auto* dialog = new SentenceDialog(parts.session.sharedModel(),
            languageOfText(text, parts.language.code()), parts.language.code(), &parts.window);
        Session& session = parts.session;
        InputBar& input = parts.input;
        QObject::connect(
            dialog, &SentenceDialog::sentenceWanted, &session, [&session](const QString& sentence) {
                rememberSentence(sentence);
                runSentence(session, sentence);
            });
        QObject::connect(dialog, &SentenceDialog::wordWanted, &input, &InputBar::insertWord);
        // Another model has other sentences.
        QObject::connect(&session, &Session::modelChanged, dialog, &QWidget::close);
        dialog->show();
    } catch (const Error& error) {
        parts.note.tell(error.message());
    }
}

} // namespace glassformer
