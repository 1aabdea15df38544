#include "core/trace/record/record_names.h"

#include "core/model/tensor_name.h"

#include <QtTest>

using namespace glassformer;

class TestRecordNames : public QObject
{
    Q_OBJECT

private slots:
    /** Nine cells share one of a thumbnail: a mean would make a single strong one a ninth of itself. */
    void aThumbnailKeepsTheLargestOfItsCells()
    {
        AttentionRecord<float> record;
        record.weights.assign(2, Matrix<float>::Constant(192, 192, 0.001f));
        record.weights[0](10, 20) = 0.9f;
        record.weights[1](191, 0) = 0.7f;
        NamedTensors tensors;
        nameThumbnail(tensors, AttentionSite::DecoderSelf, 3, record);
        const Tensor& small =
            tensors.at(attentionTensor(AttentionSite::DecoderSelf, 3, AttentionPart::Thumbnail));
        QCOMPARE(small.shape, (std::vector<std::int64_t>{2, 64, 64}));
        const auto at = [&](int head, int row, int column) {
            return small.values[std::size_t((head * 64 + row) * 64 + column)];
        };
        QCOMPARE(at(0, 3, 6), 0.9f);
        QCOMPARE(at(1, 63, 0), 0.7f);
        QCOMPARE(at(0, 3, 7), 0.001f);
        QCOMPARE(at(1, 3, 6), 0.001f);
    }

    void aSmallMatrixIsItsOwnThumbnail()
    {
        AttentionRecord<float> record;
        record.weights.assign(1, Matrix<float>::Zero(3, 5));
        record.weights[0](2, 4) = 0.25f;
        NamedTensors tensors;
        nameThumbnail(tensors, AttentionSite::DecoderCross, 0, record);
        const Tensor& small =
            tensors.at(attentionTensor(AttentionSite::DecoderCross, 0, AttentionPart::Thumbnail));
        QCOMPARE(small.shape, (std::vector<std::int64_t>{1, 3, 5}));
        QCOMPARE(small.values.back(), 0.25f);
    }
};

QTEST_GUILESS_MAIN(TestRecordNames)
#include "tst_record_names.moc"
