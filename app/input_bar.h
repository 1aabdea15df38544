#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QMenu;

namespace glassformer {

/** Which model writes what, the sentence, Run, and what can be done with the picture. */
class InputBar : public QWidget
{
    Q_OBJECT

public:
    explicit InputBar(QWidget* parent = nullptr);

    /** The model and the languages that it can write. */
    void setModel(const QString& name, const QStringList& languages);
    void setRequest(const QString& text, const QString& language);
    void setExportMenu(QMenu* menu);
    void focusText();

signals:
    void runWanted(const QString& text, const QString& language);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void run();

    QString m_model_name;
    QComboBox* m_model = nullptr;
    QLineEdit* m_text = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace glassformer
