#pragma once

#include <QDialog>

namespace glassformer {

struct Model;

/**
 * What the open model is: its facts, where its parameters are, its files, and what its makers write of it: for people of
 * a language ("zh_CN") README.zh_CN.md where there is one, otherwise README.md.
 */
class ModelCardDialog : public QDialog
{
    Q_OBJECT

public:
    ModelCardDialog(const Model& model, const QString& language, QWidget* parent);
};

} // namespace glassformer
