#pragma once

#include "core/file/bytes/files.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace glassformer::cli {

/** The command line itself is wrong: exit status 2. */
class UsageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/**
 * "--name value" pairs, each at most once except --off and --change, and flags without value. Every command has --threads N,
 * which holds from here on, unless it makes something else of it.
 */
class Arguments
{
public:
    /** @throws UsageError for an option that the command does not know, or one without its value. */
    Arguments(const std::vector<std::string>& words, const std::vector<std::string>& with_value,
        const std::vector<std::string>& flags);

    bool has(const std::string& name) const { return m_values.count(name) != 0; }
    const std::vector<std::string>& all(const std::string& name) const;
    std::string value(const std::string& name, const std::string& otherwise) const;
    /** @throws UsageError if the option is missing. */
    std::string required(const std::string& name) const;
    /** @throws UsageError if the value is no whole number in the range. */
    long whole(const std::string& name, long least, long most, long otherwise) const;
    double number(const std::string& name, double least, double most, double otherwise) const;

    /** The text of --text, of --file, or of standard input for "-". */
    std::string text() const;
    std::optional<std::string> textIfGiven() const;
    bool asJson() const { return has("--json"); }

private:
    std::map<std::string, std::vector<std::string>> m_values;
    bool m_standard_input = false;
};

/** A file that the command line names. */
struct NamedFile
{
    FilesPointer files;
    std::string name;

    std::string bytes(std::uint64_t limit) const { return files->bytes(name, limit); }
};
/** What comes through a pipe is read to its end. @throws Error if a pipe cannot be read. */
NamedFile namedFile(const std::string& path);

/** Where the program lies; the folders of its installation are found from there. */
void findResourcesBeside(const std::filesystem::path& program);
/** What messages of the program begin with. */
std::string programName();
/** Folders that hold models/, corpus/ and recipes/: GLASSFORMER_RESOURCES, beside the program. */
std::vector<std::filesystem::path> resourceRoots();
/** The first root that has this file or folder. @throws Error if none has. */
std::filesystem::path resource(const std::string& name);

/** The folder of a bundled model, or a folder that is named by its path. @throws Error if there is none */
std::filesystem::path modelFolderNamed(const std::string& name);

int tokenizeCommand(const std::vector<std::string>& words);
int runCommand(const std::vector<std::string>& words);
int traceCommand(const std::vector<std::string>& words);
int viewCommand(const std::vector<std::string>& words);
int infoCommand(const std::vector<std::string>& words);
int evaluateCommand(const std::vector<std::string>& words);
int rolesCommand(const std::vector<std::string>& words);
int trainCommand(const std::vector<std::string>& words);
int corpusCommand(const std::vector<std::string>& words);
int patchCommand(const std::vector<std::string>& words);
int lensCommand(const std::vector<std::string>& words);
int votesCommand(const std::vector<std::string>& words);
int attributeCommand(const std::vector<std::string>& words);
int compareCommand(const std::vector<std::string>& words);
int rankCommand(const std::vector<std::string>& words);

} // namespace glassformer::cli
