#pragma once

#include "core/file/weights/weight_source.h"
#include "core/tensor/number_table.h"
#include "core/tensor/packed_matrix.h"

#include <set>
#include <string>
#include <vector>

namespace glassformer {

/** Some outputs of a matrix: where they stand in the files, and where they go. */
struct WantedOutputs
{
    std::string name; ///< of the tensor
    std::int64_t first = 0; ///< of its outputs
    std::int64_t count = 0;
    std::int64_t column = 0; ///< where the first goes
};

/**
 * Reads matrices and packs them, on all threads, strip by strip: a strip goes from the file's bytes to its place while
 * the caches hold it, so that nothing is in memory twice. Matrices are named first, then read together.
 */
class MatrixReader
{
public:
    explicit MatrixReader(const WeightSource& source)
        : m_source(source)
    {
    }

    /** How a tensor of the files writes its numbers. @throws Error for one that is not F32, F16 or BF16 */
    NumberFormat formatOf(const std::string& name) const;

    /**
     * The matrix has the tensor's format and its number of inputs, and stays where it is until readAll().
     * \param outputs_first  stored [outputs, inputs]
     */
    void want(WantedOutputs outputs, bool outputs_first, PackedMatrix& matrix);
    /** Rows of a tensor that is a table of the same format and width. */
    void want(const std::string& name, RowRange rows, NumberTable& table);

    /** @returns names of tensors with numbers that are NaN or infinite  @throws Error, Cancelled */
    std::set<std::string> readAll();

private:
    /** Rows of a tensor that are read for the same matrices. */
    struct Part
    {
        std::string name;
        RowRange rows;
        bool outputs_first = true;
        struct Target
        {
            WantedOutputs outputs;
            PackedMatrix* matrix;
        };
        std::vector<Target> targets;
        NumberTable* table = nullptr; ///< instead of matrices
    };

    struct Strip
    {
        const Part* part;
        RowRange rows;
    };

    std::vector<Strip> strips() const;
    std::int64_t stripRows(const Part& part) const;
    /** Whether all numbers are finite. */
    bool read(const Strip& strip) const;

    const WeightSource& m_source;
    std::vector<Part> m_parts;
};

} // namespace glassformer
