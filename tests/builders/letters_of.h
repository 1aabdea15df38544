#pragma once

#include <QFontInfo>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <cmath>
#include <map>
#include <memory>

namespace glassformer {

/** Writes down all that is written on it: the smallest letters that each text has, in pixels, and where they stand. */
class LetterDevice : public QPaintDevice
{
public:
    struct Letters
    {
        double pixels = 0;
        QPointF at;
    };

    explicit LetterDevice(const QSize& size)
        : m_size(size)
        , m_engine(std::make_unique<Engine>(*this))
    {
    }

    QPaintEngine* paintEngine() const override { return m_engine.get(); }
    const std::map<QString, Letters>& texts() const { return m_texts; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr double inch = 25.4;
        constexpr int dots = 96;
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return int(m_size.width() / dots * inch);
        case PdmHeightMM:
            return int(m_size.height() / dots * inch);
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return dots;
        }
    }

private:
    class Engine : public QPaintEngine
    {
    public:
        explicit Engine(LetterDevice& device)
            : QPaintEngine(AllFeatures)
            , m_device(device)
        {
        }
        bool begin(QPaintDevice*) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState& now) override
        {
            if (now.state() & DirtyTransform)
                m_transform = now.transform();
        }
        void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
        void drawPath(const QPainterPath&) override { }
        void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
        void drawTextItem(const QPointF& at, const QTextItem& item) override
        {
            if (item.text().trimmed().isEmpty())
                return;
            const double scale = std::hypot(m_transform.m21(), m_transform.m22());
            const Letters letters{QFontInfo(item.font()).pixelSize() * scale, m_transform.map(at)};
            const auto [known, is_new] = m_device.m_texts.try_emplace(item.text(), letters);
            if (!is_new && letters.pixels < known->second.pixels)
                known->second = letters;
        }
        Type type() const override { return User; }

    private:
        LetterDevice& m_device;
        QTransform m_transform;
    };

    QSize m_size;
    std::unique_ptr<Engine> m_engine;
    std::map<QString, Letters> m_texts;
};

/** What is written on a widget as it is now, and how large, in its own pixels. */
inline std::map<QString, LetterDevice::Letters> lettersOf(QWidget& widget)
{
    // In twice the size nothing is taken from a painted copy.
    constexpr double scale = 2;
    LetterDevice device(widget.size() * int(scale));
    QPainter painter(&device);
    painter.scale(scale, scale);
    widget.render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    painter.end();
    std::map<QString, LetterDevice::Letters> letters = device.texts();
    for (auto& [text, size] : letters)
        size = {size.pixels / scale, size.at / scale};
    return letters;
}

} // namespace glassformer
