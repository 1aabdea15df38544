#include "core/file/weights/weights_digest.h"

#include <QtTest>

#include <set>

using namespace glassformer;

class TestWeightsDigest : public QObject
{
    Q_OBJECT

private slots:
    void isXxh3OfAllThatIsAdded()
    {
        // Of no bytes at all: the value that xxHash's own test vectors give for XXH128, seed 0.
        QCOMPARE(WeightsDigest().text(), std::string("99aa06d3014798d86001c324468d497f"));
        QVERIFY(isWeightsDigest(WeightsDigest().text()));
    }

    void everyPartOfATableCounts()
    {
        const TensorEntry entry{"a", TensorType::F32, {2, 3}, 0, 24};
        TensorEntry other_name = entry, other_type = entry, other_shape = entry, other_place = entry;
        other_name.name = "b";
        other_type.type = TensorType::I32;
        other_shape.shape = {3, 2};
        other_place.begin = 8;
        std::set<std::string> digests;
        for (const TensorEntry& changed : {entry, other_name, other_type, other_shape, other_place})
            digests.insert(digestOf({{changed}}));
        // Files count too, and their order.
        digests.insert(digestOf({{entry, other_name}}));
        digests.insert(digestOf({{entry}, {other_name}}));
        digests.insert(digestOf({{other_name}, {entry}}));
        QCOMPARE(digests.size(), std::size_t(8));
        QCOMPARE(digestOf({{entry}}), digestOf({{entry}}));
    }

private:
    static std::string digestOf(const std::vector<std::vector<TensorEntry>>& files)
    {
        WeightsDigest digest;
        for (const std::vector<TensorEntry>& entries : files)
            digest.add(entries);
        return digest.text();
    }
};

QTEST_APPLESS_MAIN(TestWeightsDigest)
#include "tst_weights_digest.moc"
