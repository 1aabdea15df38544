#include "app/figures/files/webp_animation.h"

#include "app/figures/files/svg_text.h"
#include "core/error.h"

#include <QImage>
#include <QXmlStreamReader>

#include <webp/encode.h>
#include <webp/mux.h>

#include <utility>

namespace glassformer {
namespace {

constexpr const char* figure_names = "urn:glassformer:figure";
constexpr float effort = 60; ///< of 100: beyond that files are hardly smaller and take much longer

[[noreturn]] void refuse(const char* reason)
{
    throw Error({Message::tr("an animation that cannot be made: %1", std::string(reason)), {},
        Message::tr("fewer or smaller frames"), {}});
}

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray escaped(const std::string& text)
{
    return escaped(QString::fromStdString(text));
}

/** As XMP has it (ISO 16684-1). */
QByteArray xmpText(const AboutAnimation& about)
{
    const auto inLanguages = [](const char* name, const QString& text) {
        return QByteArray("<dc:") + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text)
            + "</rdf:li></rdf:Alt></dc:" + name + ">";
    };
    return QByteArrayLiteral("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                             "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                             "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                             "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:glassformer=\"")
        + figure_names + "\">" + inLanguages("title", about.title)
        + inLanguages("description", about.description) + "<xmp:CreatorTool>" + escaped(about.origin.program)
        + "</xmp:CreatorTool><glassformer:view>" + escaped(about.origin.link)
        + "</glassformer:view><glassformer:weights>" + escaped(about.origin.weights_digest)
        + "</glassformer:weights></rdf:Description></rdf:RDF></x:xmpmeta>";
}

std::optional<FigureOrigin> originOfXmp(const QByteArray& xmp)
{
    FigureOrigin origin;
    QXmlStreamReader reader(xmp);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        const bool is_ours = reader.namespaceUri() == QLatin1String(figure_names);
        const auto text = [&reader] {
            return reader.readElementText(QXmlStreamReader::SkipChildElements).toStdString();
        };
        if (is_ours && name == QStringLiteral("view"))
            origin.link = text();
        else if (is_ours && name == QStringLiteral("weights"))
            origin.weights_digest = text();
        else if (name == QStringLiteral("CreatorTool"))
            origin.program = text();
    }
    return origin.link.empty() ? std::nullopt : std::optional(origin);
}

using MuxPointer = std::unique_ptr<WebPMux, decltype(&WebPMuxDelete)>;

/** The same with what it says of itself. */
QByteArray withXmp(const WebPData& animation, const QByteArray& xmp)
{
    const MuxPointer mux(WebPMuxCreate(&animation, 0), WebPMuxDelete);
    const WebPData said{reinterpret_cast<const uint8_t*>(xmp.constData()), std::size_t(xmp.size())};
    WebPData whole{};
    const bool is_made = mux && WebPMuxSetChunk(mux.get(), "XMP ", &said, 0) == WEBP_MUX_OK
        && WebPMuxAssemble(mux.get(), &whole) == WEBP_MUX_OK;
    const QByteArray bytes = is_made
        ? QByteArray(reinterpret_cast<const char*>(whole.bytes), qsizetype(whole.size))
        : QByteArray();
    WebPDataClear(&whole);
    if (!is_made)
        refuse("WebPMuxAssemble");
    return bytes;
}

} // namespace

struct WebpAnimation::Encoder
{
    QSize size;
    AboutAnimation about;
    WebPAnimEncoder* frames = nullptr;
    WebPConfig config{};
    int end_ms = 0; ///< of what was added

    ~Encoder() { WebPAnimEncoderDelete(frames); }
};

WebpAnimation::WebpAnimation(const QSize& size, AboutAnimation about)
    : m_encoder(std::make_unique<Encoder>())
{
    m_encoder->size = size;
    m_encoder->about = std::move(about);
    if (size.isEmpty() || size.width() > WEBP_MAX_DIMENSION || size.height() > WEBP_MAX_DIMENSION)
        throw Error({Message::tr("frames of %1 × %2 pixels", size.width(), size.height()), {},
            Message::tr("at most %1 pixels on each side", WEBP_MAX_DIMENSION), {}});
    WebPAnimEncoderOptions options{};
    if (!WebPAnimEncoderOptionsInit(&options) || !WebPConfigInit(&m_encoder->config))
        refuse("another version of libwebp");
    options.anim_params.loop_count = 0; // for ever
    // Frames without holes are as small either way, and trying other ways takes twice as long; nobody winds to a frame.
    options.minimize_size = 0;
    options.kmin = options.kmax = 0;
    m_encoder->config.lossless = 1;
    m_encoder->config.quality = effort;
    m_encoder->frames = WebPAnimEncoderNew(size.width(), size.height(), &options);
    if (!m_encoder->frames)
        refuse("WebPAnimEncoderNew");
}

WebpAnimation::~WebpAnimation() = default;

void WebpAnimation::add(const QImage& image, int milliseconds)
{
    const QImage pixels = image.convertToFormat(QImage::Format_RGBA8888);
    WebPPicture picture{};
    if (!WebPPictureInit(&picture))
        refuse("another version of libwebp");
    picture.use_argb = 1;
    picture.width = pixels.width();
    picture.height = pixels.height();
    const bool is_added = WebPPictureImportRGBA(&picture, pixels.constBits(), int(pixels.bytesPerLine()))
        && WebPAnimEncoderAdd(m_encoder->frames, &picture, m_encoder->end_ms, &m_encoder->config);
    WebPPictureFree(&picture);
    if (!is_added)
        refuse(WebPAnimEncoderGetError(m_encoder->frames));
    m_encoder->end_ms += milliseconds;
}

QByteArray WebpAnimation::finish()
{
    WebPData animation{};
    const bool is_made = WebPAnimEncoderAdd(m_encoder->frames, nullptr, m_encoder->end_ms, nullptr)
        && WebPAnimEncoderAssemble(m_encoder->frames, &animation);
    const std::unique_ptr<WebPData, decltype(&WebPDataClear)> kept(&animation, WebPDataClear);
    if (!is_made)
        refuse(WebPAnimEncoderGetError(m_encoder->frames));
    return withXmp(animation, wellFormedSvg(xmpText(m_encoder->about)));
}

bool isWebp(const QByteArray& bytes)
{
    return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP";
}

std::optional<FigureOrigin> originOfWebp(const QByteArray& bytes)
{
    const WebPData file{reinterpret_cast<const uint8_t*>(bytes.constData()), std::size_t(bytes.size())};
    const MuxPointer mux(WebPMuxCreate(&file, 0), WebPMuxDelete);
    WebPData said{};
    if (!mux || WebPMuxGetChunk(mux.get(), "XMP ", &said) != WEBP_MUX_OK)
        return std::nullopt;
    return originOfXmp(
        QByteArray::fromRawData(reinterpret_cast<const char*>(said.bytes), qsizetype(said.size)));
}

} // namespace glassformer
