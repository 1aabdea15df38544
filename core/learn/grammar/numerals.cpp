#include "core/learn/grammar/numerals.h"

namespace glassformer::grammar {
namespace {

constexpr const char* english_small[] = {"zero", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen"};
constexpr const char* english_tens[] = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr const char* french_small[] = {"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept",
    "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
    "dix-neuf"};
constexpr const char* french_tens[] = {"", "", "vingt", "trente", "quarante", "cinquante", "soixante",
    "soixante", "quatre-vingt", "quatre-vingt"};
constexpr const char* chinese_digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

} // namespace

std::string englishNumber(int number)
{
    if (number == 100)
        return "a hundred";
    if (number < 20)
        return english_small[number];
    const std::string tens = english_tens[number / 10];
    return number % 10 == 0 ? tens : tens + "-" + english_small[number % 10];
}

std::string frenchNumber(int number)
{
    if (number == 100)
        return "cent";
    if (number < 20)
        return french_small[number];
    const int tens = number / 10;
    const bool counts_to_twenty = tens == 7 || tens == 9; // soixante-dix, quatre-vingt-onze
    const int rest = number % 10 + (counts_to_twenty ? 10 : 0);
    if (rest == 0)
        return std::string(french_tens[tens]) + (tens == 8 ? "s" : "");
    const bool has_et = (rest == 1 || rest == 11) && tens < 8;
    return std::string(french_tens[tens]) + (has_et ? " et " : "-") + french_small[rest];
}

std::string chineseNumber(int number)
{
    if (number == 100)
        return "一百";
    if (number == 2)
        return "两";
    if (number < 10)
        return chinese_digits[number];
    const std::string tens = number / 10 == 1 ? "十" : std::string(chinese_digits[number / 10]) + "十";
    return number % 10 == 0 ? tens : tens + chinese_digits[number % 10];
}

} // namespace glassformer::grammar
