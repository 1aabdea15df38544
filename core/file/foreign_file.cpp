#include "core/file/foreign_file.h"

namespace glassformer {
namespace {

struct Signature
{
    std::string_view begins;
    Message found;
    Message remedy;
};

const Message download_again = Message::tr("The download went wrong: fetch the file again.");

const Signature signatures[] = {
    {"version https://git-lfs", Message::tr("a Git LFS pointer instead of the file itself"),
        Message::tr("Fetch the file itself, for example with git lfs pull.")},
    {"PK\x03\x04", Message::tr("a ZIP archive, as PyTorch writes"), conversionRemedy()},
    {"GGUF", Message::tr("a GGUF file"), conversionRemedy()},
    {"\x89HDF\r\n\x1a\n", Message::tr("an HDF5 file, as TensorFlow writes"), conversionRemedy()},
    {"\x1f\x8b\x08", Message::tr("a compressed file (gzip)"), Message::tr("Unpack it first.")},
};

/** Signatures so short that the length at the start of a safetensors file could look like them. */
const Signature short_signatures[] = {
    {"<", Message::tr("a web page instead of the file"), download_again},
    {"\x80", Message::tr("a Python pickle, which could run code"), conversionRemedy()},
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

Message conversionRemedy()
{
    return Message::tr(
        "Convert the model to safetensors: in Python, load it with Hugging Face Transformers and call "
        "save_pretrained(folder, safe_serialization=True).");
}

std::optional<ForeignFile> recogniseForeign(std::string_view head)
{
    if (std::optional<ForeignFile> found = matching(signatures, head))
        return found;
    // The length of a readable header is below 2^32, so its upper bytes are zero; text and pickles have none there.
    const bool may_be_a_length = head.size() >= 8 && head.substr(4, 4) == std::string_view("\0\0\0\0", 4);
    return may_be_a_length ? std::nullopt : matching(short_signatures, head);
}

std::vector<std::string> foreignWeights(const Files& files)
{
    std::vector<std::string> found;
    for (const std::string& name : files.names()) {
        for (const char* ending : {".bin", ".pt", ".pth", ".ckpt", ".h5", ".msgpack", ".gguf", ".onnx"}) {
            if (endsWith(name, ending))
                found.push_back(name);
        }
    }
    return found;
}

} // namespace glassformer
