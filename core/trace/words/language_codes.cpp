#include "core/trace/words/language_codes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace glassformer {
namespace {

using Code = std::pair<std::string_view, std::string_view>;

/** ISO 639-1, sorted, and the language of NLLB-200 (NLLB Team 2022, table 1); of those that it has. */
constexpr Code codes[]{{"af", "afr"}, {"ak", "aka"}, {"am", "amh"}, {"ar", "arb"}, {"as", "asm"},
    {"ay", "ayr"}, {"az", "azj"}, {"ba", "bak"}, {"be", "bel"}, {"bg", "bul"}, {"bm", "bam"}, {"bn", "ben"},
    {"bo", "bod"}, {"bs", "bos"}, {"ca", "cat"}, {"cs", "ces"}, {"cy", "cym"}, {"da", "dan"}, {"de", "deu"},
    {"dz", "dzo"}, {"ee", "ewe"}, {"el", "ell"}, {"en", "eng"}, {"eo", "epo"}, {"es", "spa"}, {"et", "est"},
    {"eu", "eus"}, {"fa", "pes"}, {"ff", "fuv"}, {"fi", "fin"}, {"fj", "fij"}, {"fo", "fao"}, {"fr", "fra"},
    {"ga", "gle"}, {"gd", "gla"}, {"gl", "glg"}, {"gn", "grn"}, {"gu", "guj"}, {"ha", "hau"}, {"he", "heb"},
    {"hi", "hin"}, {"hr", "hrv"}, {"ht", "hat"}, {"hu", "hun"}, {"hy", "hye"}, {"id", "ind"}, {"ig", "ibo"},
    {"is", "isl"}, {"it", "ita"}, {"ja", "jpn"}, {"jv", "jav"}, {"ka", "kat"}, {"kg", "kon"}, {"ki", "kik"},
    {"kk", "kaz"}, {"km", "khm"}, {"kn", "kan"}, {"ko", "kor"}, {"kr", "knc"}, {"ks", "kas"}, {"ku", "kmr"},
    {"ky", "kir"}, {"lb", "ltz"}, {"lg", "lug"}, {"li", "lim"}, {"ln", "lin"}, {"lo", "lao"}, {"lt", "lit"},
    {"lv", "lvs"}, {"mg", "plt"}, {"mi", "mri"}, {"mk", "mkd"}, {"ml", "mal"}, {"mn", "khk"}, {"mr", "mar"},
    {"ms", "zsm"}, {"mt", "mlt"}, {"my", "mya"}, {"nb", "nob"}, {"ne", "npi"}, {"nl", "nld"}, {"nn", "nno"},
    {"no", "nob"}, {"ny", "nya"}, {"oc", "oci"}, {"om", "gaz"}, {"or", "ory"}, {"pa", "pan"}, {"pl", "pol"},
    {"ps", "pbt"}, {"pt", "por"}, {"qu", "quy"}, {"rn", "run"}, {"ro", "ron"}, {"ru", "rus"}, {"rw", "kin"},
    {"sa", "san"}, {"sc", "srd"}, {"sd", "snd"}, {"sg", "sag"}, {"si", "sin"}, {"sk", "slk"}, {"sl", "slv"},
    {"sm", "smo"}, {"sn", "sna"}, {"so", "som"}, {"sq", "als"}, {"sr", "srp"}, {"ss", "ssw"}, {"st", "sot"},
    {"su", "sun"}, {"sv", "swe"}, {"sw", "swh"}, {"ta", "tam"}, {"te", "tel"}, {"tg", "tgk"}, {"th", "tha"},
    {"ti", "tir"}, {"tk", "tuk"}, {"tl", "tgl"}, {"tn", "tsn"}, {"tr", "tur"}, {"ts", "tso"}, {"tt", "tat"},
    {"tw", "twi"}, {"ug", "uig"}, {"uk", "ukr"}, {"ur", "urd"}, {"uz", "uzn"}, {"vi", "vie"}, {"wo", "wol"},
    {"xh", "xho"}, {"yi", "ydd"}, {"yo", "yor"}, {"zh", "zho"}, {"zu", "zul"}};

} // namespace

std::string_view longLanguageCode(std::string_view code)
{
    const Code* const found = std::lower_bound(std::begin(codes), std::end(codes), code,
        [](const Code& known, std::string_view asked) { return known.first < asked; });
    return found != std::end(codes) && found->first == code ? found->second : code;
}

} // namespace glassformer
