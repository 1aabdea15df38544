#pragma once

#include "core/file/bytes/files.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/file/weights/weight_format.h"
#include "core/file/weights/weights_digest.h"
#include "core/message.h"
#include "core/progress.h"
#include "core/tensor/matrix.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** Some rows of a tensor; its first extent counts its rows, and a scalar is one row. */
struct RowRange
{
    std::int64_t first = 0;
    std::int64_t count = 0;
};

/**
 * The weights of a model, whatever their format: tensors by name, shape and stored type, read one by one straight to
 * where they are needed. Opening reads only the tables of the files, so that a model is never in memory twice.
 *
 *     const WeightSource weights(files, {cancel, progress});
 *     requireMemory(estimateWeights(weights).bytes_in_memory, MemoryLimits{}, files.where());
 *     for (const std::string& name : weights.names())
 *         use(name, weights.matrix(name));
 *
 * Several threads may read at the same time; the progress is told by one after the other. Every reading function throws Cancelled when the watch was asked to stop,
 * and Error if there is no such tensor, if another program changed the file, or if the disk fails. Numbers come as they
 * are: infinite values and NaN are the caller's business (requireFinite()).
 */
class WeightSource
{
public:
    /**
     * The files stay open; `files` itself is not kept.
     * \throws Error for what the format refuses, for a missing file, or a tensor in two files
     */
    explicit WeightSource(const Files& files, JobWatch watch = {});
    /** The tensors of one file, whatever its name. */
    static WeightSource ofFile(std::unique_ptr<ByteSource> file, JobWatch watch = {});

    std::vector<std::string> names() const; ///< sorted; with an index, only what it lists
    bool contains(std::string_view name) const { return m_by_name.find(name) != m_by_name.end(); }
    /** Type, shape and size. */
    const TensorEntry& entry(std::string_view name) const;
    /** The tensor and its file, for messages. */
    std::string where(std::string_view name) const;
    /** The file, or the first of several, for messages. */
    std::string where() const { return m_files.front()->where(); }

    /** Tensors that the index lists and its file lacks, with that file: they may be there under another name. */
    const std::map<std::string, std::string>& absent() const { return m_absent; }

    /** Of all files; a key that stands in several has the value of the first. */
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    /** Bytes of the tensors in the files, all together and by type. */
    std::uint64_t totalBytes() const { return m_total_bytes; }
    /** Of the tables of all files. */
    std::string digest() const { return m_digest.text(); }

    /** As float32, converted by floatsFromBytes(); refuses types that isFloatType() does not know. */
    Tensor tensor(std::string_view name) const;
    Tensor rows(std::string_view name, RowRange range) const;
    /** The same for numbers to go on with; \throws Error also for a value that is infinite or NaN */
    Tensor finiteTensor(std::string_view name) const;
    /** The numbers of a tensor of whole numbers (I8 to I64, U8 to U32); \throws Error for other types */
    std::vector<std::int64_t> integers(std::string_view name) const;
    /** A tensor of one extent (as one row) or two; \throws Error for another number of extents */
    Matrix<float> matrix(std::string_view name) const;
    Matrix<float> matrixRows(std::string_view name, RowRange range) const;
    /** The same into memory of the caller: out has place for exactly these rows. */
    void readFloats(std::string_view name, RowRange range, std::span<float> out) const;

    /** As the bytes of the file, row-major and little-endian, of any type: to be packed without a way through float32. */
    StoredTensor stored(std::string_view name) const;
    StoredTensor storedRows(std::string_view name, RowRange range) const;
    void readBytes(std::string_view name, RowRange range, std::span<char> out) const;

    RowRange allRows(std::string_view name) const;

    /** Where rows stand among the bytes of their tensor. */
    struct Bytes
    {
        std::uint64_t begin = 0;
        std::uint64_t size = 0;
    };
    /** \throws Error for rows outside the tensor, or (types of 4 and 6 bits) that begin or end inside a byte */
    Bytes bytesOf(std::string_view name, RowRange range) const;

private:
    struct Place
    {
        std::size_t file; ///< in m_files
        std::uint64_t begin; ///< of its bytes in the file
        TensorEntry entry;
    };

    explicit WeightSource(JobWatch watch);
    /** Takes in those of a file's tensors that wanted() accepts. */
    template <typename Wanted>
    void addFile(std::unique_ptr<ByteSource> file, const WeightFormat& format, Wanted wanted);
    void addShards(const Files& files, const WeightFormat& format, const WeightLayout& layout);

    const Place& place(std::string_view name) const;
    std::uint64_t bitsPerRow(std::string_view name) const;
    void read(const Place& place, std::uint64_t begin, std::span<char> out) const;
    std::vector<std::int64_t> shapeOf(std::string_view name, RowRange range) const;
    [[noreturn]] void refuse(std::string_view name, Message found, Message expected) const;

    JobWatch m_watch;
    std::vector<std::unique_ptr<ByteSource>> m_files; ///< at least one
    std::map<std::string, Place, std::less<>> m_by_name;
    std::map<std::string, std::string> m_absent;
    std::map<std::string, std::string> m_metadata;
    WeightsDigest m_digest;
    std::uint64_t m_total_bytes = 0;
    /** On the heap, so that a source can be moved. */
    struct Told
    {
        std::mutex mutex;
        std::uint64_t bytes = 0; ///< that were read
    };
    std::unique_ptr<Told> m_told;
};

} // namespace glassformer
