#pragma once

#include <QPushButton>

namespace glassformer {

/** The button of a bar that most people want next: filled with the colour of the selection. */
class PrimaryButton : public QPushButton
{
    Q_OBJECT

public:
    explicit PrimaryButton(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
};

} // namespace glassformer
