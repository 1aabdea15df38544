#include "app/cli/program.h"

#include "core/file/bytes/byte_file.h"

#include <cstdlib>

#ifdef _WIN32
#include <windows.h>

#include <shellapi.h>
#endif

namespace glassformer::cli {

#ifdef _WIN32

std::vector<std::string> programArguments(int, char**)
{
    int count = 0;
    LPWSTR* const words = CommandLineToArgvW(GetCommandLineW(), &count);
    std::vector<std::string> arguments;
    for (int i = 1; words && i < count; ++i)
        arguments.push_back(pathText(std::filesystem::path(words[i])));
    LocalFree(words);
    return arguments;
}

std::filesystem::path programFile(const char*)
{
    std::wstring name(32768, L'\0'); // the longest path that Windows knows
    name.resize(GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size())));
    return name;
}

std::optional<std::filesystem::path> environmentPath(const char* name)
{
    const wchar_t* const value = _wgetenv(std::filesystem::path(name).c_str());
    return value ? std::optional<std::filesystem::path>(value) : std::nullopt;
}

void writeUtf8()
{
    SetConsoleOutputCP(CP_UTF8);
}

#else

std::vector<std::string> programArguments(int argc, char** argv)
{
    return {argv + (argc > 0 ? 1 : 0), argv + argc};
}

std::filesystem::path programFile(const char* name)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    if (fs::path file = fs::read_symlink("/proc/self/exe", failed); !failed)
        return file;
    // Elsewhere the shell tells the path, or the name of what it found in one of the folders that it looks in.
    if (fs::path(name).has_parent_path())
        return fs::canonical(name, failed);
    std::string folders = std::getenv("PATH") ? std::getenv("PATH") : "";
    for (folders += ':'; !folders.empty(); folders.erase(0, folders.find(':') + 1))
        if (fs::path file = fs::canonical(fs::path(folders.substr(0, folders.find(':'))) / name, failed);
            !failed)
            return file;
    return {};
}

std::optional<std::filesystem::path> environmentPath(const char* name)
{
    const char* const value = std::getenv(name);
    return value ? std::optional<std::filesystem::path>(value) : std::nullopt;
}

void writeUtf8() { }

#endif

} // namespace glassformer::cli
