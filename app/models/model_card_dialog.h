#pragma once

#include <QDialog>

namespace glassformer {

struct Model;

/** What the open model is: its facts, where its parameters are, its files, and what its makers write of it. */
class ModelCardDialog : public QDialog
{
    Q_OBJECT

public:
    ModelCardDialog(const Model& model, QWidget* parent);
};

} // namespace glassformer
