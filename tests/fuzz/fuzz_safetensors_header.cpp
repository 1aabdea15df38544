// A table of tensors is refused, or its tensors cover the data without hole or overlap, each with as many bytes as its
// shape and type need, and every one that is read has as many numbers as its shape says.
#include "core/file/safetensors/safetensors_header.h"
#include "tests/builders/tensor_file.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

namespace {

void checkEntries(const WeightSource& file, std::uint64_t data_size)
{
    std::uint64_t covered = 0;
    for (const std::string& name : file.names()) {
        const TensorEntry& entry = file.entry(name);
        fuzz::require(entry.begin <= entry.end && entry.end <= data_size, "a tensor stands inside the file");
        covered += entry.end - entry.begin;
        std::uint64_t count = 1;
        for (const std::int64_t extent : entry.shape)
            count *= static_cast<std::uint64_t>(extent);
        fuzz::require(count == entry.count(), "shape and size agree");
        fuzz::accepted(
            [&] { fuzz::require(file.tensor(name).values.size() == count, "all numbers are read"); });
        fuzz::accepted([&] { fuzz::require(file.integers(name).size() == count, "all numbers are read"); });
    }
    fuzz::require(covered == data_size, "the tensors cover the data");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([bytes = fuzz::textOf(data, size)] {
        const TensorTable header = readSafetensorsHeader(bytes, bytes.size(), "model.safetensors");
        checkEntries(tensorsIn(std::string(bytes), "model.safetensors"), bytes.size() - header.data_begin);
    });
    return 0;
}
