#pragma once

#include "core/message.h"

#include <cstddef>
#include <system_error>

namespace glassformer {

// Why the system would not do something with a file, in words for people; what is rare comes in the system's own.

/** "a file that you may not read", "no such file"; of a file that could not be read */
Message fileFault(const std::error_code& fault);
/** The same of a folder that could not be read or made. */
Message folderFault(const std::error_code& fault);
/** Of a file that could not be written with so many bytes. */
Message writeFault(const std::error_code& fault, std::size_t n_bytes);
/** What to do about it; may be empty. */
Message faultRemedy(const std::error_code& fault);
/** The same about a folder, as a model has one, that could not be read. */
Message folderRemedy(const std::error_code& fault);

} // namespace glassformer
