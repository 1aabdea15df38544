// Preloaded into a program (LD_PRELOAD), hides from it what the processor can do beyond GLASSFORMER_ISA=avx2 or avx512
// (without the tile unit), so that programs without a switch for that can be compared: the processor is told to fault
// at CPUID, and the answers are written here with some bits off. Linux on Intel processors since Ivy Bridge; elsewhere
// the program ends with a message. Bits: Intel, "Software Developer's Manual", volume 2, CPUID.

#include <cpuid.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

namespace {

using Sigaction = int (*)(int, const struct sigaction*, struct sigaction*);

/** Of CPUID's leaf 7: bits that are hidden in its two parts. */
struct Hidden
{
    unsigned ebx = 0, ecx = 0, edx = 0, eax_of_second = 0;
};

constexpr unsigned bit(int number)
{
    return 1u << number;
}

constexpr Hidden tile_unit{0, 0, bit(22) | bit(24) | bit(25), 0};
constexpr Hidden tile_unit_and_avx512{
    bit(16) | bit(17) | bit(21) | bit(26) | bit(27) | bit(28) | bit(30) | bit(31),
    bit(1) | bit(6) | bit(11) | bit(12) | bit(14), tile_unit.edx | bit(2) | bit(3) | bit(8) | bit(23),
    bit(4) | bit(5)};

Hidden hidden;
struct sigaction of_program; ///< what the program itself wants done

bool letCpuidFault(bool fault)
{
    constexpr long set_cpuid = 0x1012; // ARCH_SET_CPUID
    return syscall(SYS_arch_prctl, set_cpuid, fault ? 0 : 1) == 0;
}

Sigaction systemSigaction()
{
    static const auto function = reinterpret_cast<Sigaction>(dlsym(RTLD_NEXT, "sigaction"));
    return function;
}

void answer(greg_t* registers)
{
    const auto leaf = static_cast<unsigned>(registers[REG_RAX]);
    const auto part = static_cast<unsigned>(registers[REG_RCX]);
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
    letCpuidFault(false);
    __cpuid_count(leaf, part, eax, ebx, ecx, edx);
    letCpuidFault(true);
    if (leaf == 7 && part == 0) {
        ebx &= ~hidden.ebx;
        ecx &= ~hidden.ecx;
        edx &= ~hidden.edx;
    }
    if (leaf == 7 && part == 1)
        eax &= ~hidden.eax_of_second;
    registers[REG_RAX] = eax;
    registers[REG_RBX] = ebx;
    registers[REG_RCX] = ecx;
    registers[REG_RDX] = edx;
}

void onFault(int number, siginfo_t* info, void* context)
{
    greg_t* const registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
    constexpr unsigned char cpuid[2] = {0x0F, 0xA2};
    if (std::memcmp(reinterpret_cast<const void*>(registers[REG_RIP]), cpuid, sizeof cpuid) == 0) {
        answer(registers);
        registers[REG_RIP] += sizeof cpuid;
    } else if (of_program.sa_flags & SA_SIGINFO) {
        of_program.sa_sigaction(number, info, context);
    } else {
        std::signal(SIGSEGV, SIG_DFL);
    }
}

[[gnu::constructor]] void begin()
{
    const char* const limit = std::getenv("GLASSFORMER_ISA");
    if (!limit)
        return;
    hidden = std::strcmp(limit, "avx2") == 0 ? tile_unit_and_avx512 : tile_unit;
    struct sigaction action = {};
    action.sa_sigaction = onFault;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    systemSigaction()(SIGSEGV, &action, nullptr);
    if (!letCpuidFault(true)) {
        std::fputs("This processor cannot be limited: it does not fault at CPUID.\n", stderr);
        std::exit(1);
    }
}

} // namespace

/** Stands before the system's, so that a program's own handler is called behind this one and not instead of it. */
extern "C" int sigaction(int number, const struct sigaction* action, struct sigaction* before) noexcept
{
    if (number != SIGSEGV)
        return systemSigaction()(number, action, before);
    if (before)
        *before = of_program;
    if (action)
        of_program = *action;
    return 0;
}
