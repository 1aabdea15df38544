#pragma once

namespace glassformer {

/**
 * Asks the allocator to keep large pieces that are freed, up to half a gigabyte, for the next ones: every layer of a
 * pass makes matrices of the sizes that the layer before made, and fresh pages cost more than what is written to them. The
 * first 256 MB lie on huge pages where the system has such.
 * For the beginning of a program, before other threads start. Does nothing where the C library is not glibc.
 */
void keepFreedMemory();

} // namespace glassformer
