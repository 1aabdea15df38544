#pragma once

#include "core/file/safetensors_header.h"
#include "core/message.h"
#include "core/tensor/matrix.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * A safetensors file in memory. The constructor checks everything (safetensors_header.h); afterwards only a
 * name that is missing or a type that is not wanted can go wrong.
 */
class SafetensorsFile
{
public:
    /** \param file  how messages name it: "model.safetensors" */
    SafetensorsFile(std::string bytes, std::string file);

    std::vector<std::string> names() const; ///< sorted
    bool contains(std::string_view name) const { return m_by_name.find(name) != m_by_name.end(); }
    /** Shape, type and size; \throws Error if there is no such tensor */
    const TensorEntry& entry(std::string_view name) const;
    const std::map<std::string, std::string>& metadata() const { return m_header.metadata; }

    /**
     * A tensor as float32, as floatsFromBytes() converts it: infinite values and NaN included.
     * \throws Error for other types than F32, F16, BF16, F64 and if there is no such tensor
     */
    Tensor tensor(std::string_view name) const;
    /** The same for weights to compute with; \throws Error also for a value that is infinite or NaN */
    Tensor finiteTensor(std::string_view name) const;
    /** The numbers of a tensor of whole numbers (I8 to I64, U8 to U32); \throws Error for other types */
    std::vector<std::int64_t> integers(std::string_view name) const;

private:
    std::string_view data(const TensorEntry& entry) const;
    std::string where(std::string_view name) const;
    [[noreturn]] void refuse(std::string_view name, Message found, Message expected) const;

    std::string m_bytes;
    std::string m_file;
    TensorTable m_header;
    std::map<std::string, std::size_t, std::less<>> m_by_name; ///< places in m_header.entries
};

} // namespace glassformer
