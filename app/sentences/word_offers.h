#pragma once

#include <QWidget>

namespace glassformer {

class InputBar;
class Session;

/**
 * Below the sentence, while it has words that the model doesn't know: those that it knows and that are spelt like them. One
 * press puts such a word in. The unknown ones are underlined in the field.
 */
class WordOffers : public QWidget
{
    Q_OBJECT

public:
    WordOffers(Session& session, InputBar& input);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    InputBar& m_input;
};

} // namespace glassformer
