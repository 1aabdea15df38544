#include "app/window/about.h"

#include <QApplication>
#include <QMessageBox>

namespace glassformer {
namespace {

struct About
{
    Q_DECLARE_TR_FUNCTIONS(About)
};

} // namespace

void showAbout(QWidget* window)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, About::tr("About Glassformer"),
        About::tr("<b>Glassformer %1</b><p>Opens a Transformer like a glass box: every picture is a tensor "
                  "of a real run "
                  "of a trained model, and every number can be clicked to see how it was made.</p>"
                  "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QApplication::applicationVersion()),
        QMessageBox::Close, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace glassformer
