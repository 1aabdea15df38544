#include "app/help/key_list.h"

#include "widgets/look/scaled_font.h"
#include "widgets/pictures/picture_keys.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <map>
#include <utility>

namespace glassformer {
namespace {

struct KeyText
{
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

QString keysOf(const UserAction& action)
{
    QStringList keys;
    for (auto* key : {action.key, action.also})
        if (key && !key().isEmpty())
            keys << keyName(key());
    return keys.join(QStringLiteral(" · "));
}

/** A text of a menu as one reads it: no mark of a mnemonic, which Chinese writes in brackets, and no dots. */
QString plain(QString text)
{
    static const QRegularExpression bracketed(QStringLiteral("\\s*\\(&\\w\\)"));
    text.remove(bracketed);
    text.remove(u'&');
    text.remove(u'…');
    return text;
}

/** What keys do in pictures, and which: those of the table by which pictures know them. */
QList<std::pair<QString, QString>> keysInPictures()
{
    using Doing = PictureDoing;
    return {
        {KeyText::tr("To the next picture or control; with Shift, to the one before"), keyName(Qt::Key_Tab)},
        {KeyText::tr("In a picture: to the next cell, word, bar or head"),
            keyNames({Doing::Left, Doing::Right, Doing::Up, Doing::Down})},
        {KeyText::tr("In a picture: opens the chosen one in the inspector"), keyNames({Doing::Open})},
        {KeyText::tr("Out of a picture: the arrow keys are for the steps again"), keyNames({Doing::Leave})},
        {KeyText::tr("In the machine: to the part before or behind"), keyNames({Doing::Up, Doing::Down})},
        {KeyText::tr("In a map of attention: adds the row above or below to a sum"),
            keyNames({Doing::AddAbove, Doing::AddBelow})},
        {KeyText::tr("In the map of words and the grid of heads: closer, farther, all"),
            keyNames({Doing::Closer, Doing::Farther, Doing::All})},
    };
}

} // namespace

KeyList::KeyList(const WindowParts& parts)
    : QDialog(&parts.window)
    , m_parts(parts)
    , m_search(new QLineEdit)
    , m_keys(new QTreeWidget)
{
    setObjectName(QStringLiteral("keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setClearButtonEnabled(true);
    m_keys->setColumnCount(2);
    m_keys->setHeaderHidden(true);
    m_keys->setRootIsDecorated(false);
    m_keys->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_keys->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_keys->header()->setStretchLastSection(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_keys);
    resize(letterWidth(*this) * 104, fontMetrics().height() * 36);
    connect(m_search, &QLineEdit::textChanged, this, &KeyList::fill);
    fill();
}

void KeyList::fill()
{
    setWindowTitle(KeyText::tr("Keys"));
    m_search->setPlaceholderText(KeyText::tr("Search what you want to do"));
    m_keys->clear();
    const QString wanted = m_search->text().trimmed();
    std::map<QString, QTreeWidgetItem*> groups;
    const auto add = [&](const QString& group, const QString& text, const QString& keys) {
        if (keys.isEmpty() || !(text + keys).contains(wanted, Qt::CaseInsensitive))
            return;
        QTreeWidgetItem*& parent = groups[group];
        if (!parent) {
            parent = new QTreeWidgetItem(m_keys, {group});
            QFont bold = font();
            bold.setBold(true);
            parent->setFont(0, bold);
            parent->setFlags(Qt::ItemIsEnabled);
            parent->setExpanded(true);
        }
        parent->addChild(new QTreeWidgetItem({text, keys}));
    };
    for (const auto& [text, keys] : keysInPictures())
        add(KeyText::tr("In pictures"), text, keys);
    for (const UserAction& action : userActions())
        add(plain(menuTitle(action.menu)), plain(action.text(m_parts)), keysOf(action));
}

void KeyList::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace glassformer
