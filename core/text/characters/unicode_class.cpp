#include "core/text/characters/unicode_class.h"

#include <utf8proc.h>

namespace glassformer {
namespace {

utf8proc_category_t categoryOf(char32_t code)
{
    return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

bool isBetween(char32_t code, char32_t first, char32_t last)
{
    return code >= first && code <= last;
}

bool isIn(char32_t code, utf8proc_category_t first, utf8proc_category_t last)
{
    const utf8proc_category_t category = categoryOf(code);
    return category >= first && category <= last;
}

/** Other_Alphabetic beyond marks: letters in circles and squares, which are symbols by category. */
bool isEnclosedLetter(char32_t code)
{
    return isBetween(code, 0x24B6, 0x24E9) || isBetween(code, 0x1F130, 0x1F149)
        || isBetween(code, 0x1F150, 0x1F169) || isBetween(code, 0x1F170, 0x1F189);
}

} // namespace

bool isWhiteSpace(char32_t code)
{
    return isBetween(code, 0x09, 0x0D) || code == 0x20 || code == 0x85 || code == 0xA0 || code == 0x1680
        || isBetween(code, 0x2000, 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F
        || code == 0x205F || code == 0x3000;
}

bool isLetter(char32_t code)
{
    return isIn(code, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool isUppercaseLetter(char32_t code)
{
    return categoryOf(code) == UTF8PROC_CATEGORY_LU;
}

bool isTitlecaseLetter(char32_t code)
{
    return categoryOf(code) == UTF8PROC_CATEGORY_LT;
}

bool isLowercaseLetter(char32_t code)
{
    return categoryOf(code) == UTF8PROC_CATEGORY_LL;
}

bool isNumber(char32_t code)
{
    return isIn(code, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
}

bool isMark(char32_t code)
{
    return isIn(code, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME);
}

bool isNonspacingMark(char32_t code)
{
    return categoryOf(code) == UTF8PROC_CATEGORY_MN;
}

bool isPunctuation(char32_t code)
{
    const bool is_ascii_symbol = isBetween(code, 33, 47) || isBetween(code, 58, 64) || isBetween(code, 91, 96)
        || isBetween(code, 123, 126);
    return is_ascii_symbol || isIn(code, UTF8PROC_CATEGORY_PC, UTF8PROC_CATEGORY_PO);
}

bool isOther(char32_t code)
{
    return isIn(code, UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CO);
}

bool isWordCharacter(char32_t code)
{
    const utf8proc_category_t category = categoryOf(code);
    return isLetter(code) || isMark(code) || category == UTF8PROC_CATEGORY_ND
        || category == UTF8PROC_CATEGORY_NL || category == UTF8PROC_CATEGORY_PC || code == 0x200C
        || code == 0x200D || isEnclosedLetter(code);
}

char32_t lowercase(char32_t code)
{
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
}

int combiningClass(char32_t code)
{
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->combining_class;
}

} // namespace glassformer
