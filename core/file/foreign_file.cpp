#include "core/file/foreign_file.h"

#include "core/file/byte_file.h"

#include <algorithm>

namespace glassformer {
namespace {

namespace fs = std::filesystem;

struct Signature
{
    std::string_view begins;
    const char* found;
    const char* remedy;
};

const char* const download_again = "The download went wrong: fetch the file again.";

const Signature signatures[] = {
    {"version https://git-lfs", "a Git LFS pointer instead of the file itself",
        "Fetch the file itself, for example with git lfs pull."},
    {"PK\x03\x04", "a ZIP archive, as PyTorch writes", conversion_remedy},
    {"GGUF", "a GGUF file", conversion_remedy},
    {"\x89HDF\r\n\x1a\n", "an HDF5 file, as TensorFlow writes", conversion_remedy},
    {"\x1f\x8b\x08", "a compressed file (gzip)", "Unpack it first."},
};

/** Signatures so short that the length at the start of a safetensors file could look like them. */
const Signature short_signatures[] = {
    {"<", "a web page instead of the file", download_again},
    {"\x80", "a Python pickle, which could run code", conversion_remedy},
};

template <std::size_t count>
std::optional<ForeignFile> matching(const Signature (&rows)[count], std::string_view head)
{
    for (const Signature& row : rows) {
        if (head.substr(0, row.begins.size()) == row.begins)
            return ForeignFile{row.found, row.remedy};
    }
    return std::nullopt;
}

bool endsWith(const std::string& text, std::string_view ending)
{
    return text.size() >= ending.size()
        && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

} // namespace

std::optional<ForeignFile> recogniseForeign(std::string_view head)
{
    if (std::optional<ForeignFile> found = matching(signatures, head))
        return found;
    // The length of a readable header is below 2^32, so its upper bytes are zero; text and pickles have none there.
    const bool may_be_a_length = head.size() >= 8 && head.substr(4, 4) == std::string_view("\0\0\0\0", 4);
    return may_be_a_length ? std::nullopt : matching(short_signatures, head);
}

std::vector<std::string> foreignWeights(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = pathText(entry->path().filename());
        for (const char* ending : {".bin", ".pt", ".pth", ".ckpt", ".h5", ".msgpack", ".gguf", ".onnx"}) {
            if (endsWith(name, ending))
                names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace glassformer
