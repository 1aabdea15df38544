#pragma once

#include "core/learn/grammar/meaning.h"

#include <array>

namespace glassformer::grammar {

inline constexpr std::array<Adverb, 82> times{{
    {"yesterday", "hier", "昨天", Tense::Past},
    {"last week", "la semaine dernière", "上个星期", Tense::Past},
    {"last year", "l'année dernière", "去年", Tense::Past},
    {"last night", "hier soir", "昨晚", Tense::Past},
    {"on Monday", "lundi", "星期一", Tense::Past},
    {"on Sunday", "dimanche", "星期天", Tense::Past},
    {"this morning", "ce matin", "今天早上", Tense::Past},
    {"an hour ago", "il y a une heure", "一个小时前", Tense::Past},
    {"tomorrow", "demain", "明天", Tense::Future},
    {"next week", "la semaine prochaine", "下个星期", Tense::Future},
    {"next year", "l'année prochaine", "明年", Tense::Future},
    {"next month", "le mois prochain", "下个月", Tense::Future},
    {"tonight", "ce soir", "今晚", Tense::Future},
    {"soon", "bientôt", "很快", Tense::Future},
    {"tomorrow morning", "demain matin", "明天早上", Tense::Future},
    {"on Friday", "vendredi", "星期五", Tense::Future},
    {"on Saturday", "samedi", "星期六", Tense::Future},
    {"every day", "tous les jours", "每天", Tense::Present},
    {"every morning", "tous les matins", "每天早上", Tense::Present},
    {"every week", "toutes les semaines", "每个星期", Tense::Present},
    {"in the morning", "le matin", "早上", Tense::Present},
    {"in the evening", "le soir", "晚上", Tense::Present},
    {"at night", "la nuit", "夜里", Tense::Present},
    {"in summer", "en été", "夏天", Tense::Present},
    {"in winter", "en hiver", "冬天", Tense::Present},
    {"in the afternoon", "l'après-midi", "下午", Tense::Present},
    {"in spring", "au printemps", "春天", Tense::Present},
    {"in autumn", "en automne", "秋天", Tense::Present},
    {"on weekends", "le week-end", "周末", Tense::Present},
    {"every evening", "tous les soirs", "每天晚上", Tense::Present},
    {"every year", "tous les ans", "每年", Tense::Present},
    {"at seven o'clock", "à sept heures", "七点", Tense::Present},
    {"at eight o'clock", "à huit heures", "八点", Tense::Present},
    {"at ten o'clock", "à dix heures", "十点", Tense::Present},
    {"last month", "le mois dernier", "上个月", Tense::Past},
    {"on Tuesday", "mardi", "星期二", Tense::Past},
    {"on Wednesday", "mercredi", "星期三", Tense::Future},
    {"on Thursday", "jeudi", "星期四", Tense::Future},
    {"after school", "après l'école", "放学后", Tense::Present},
    {"after lunch", "après le déjeuner", "午饭后", Tense::Present},
    {"before dinner", "avant le dîner", "晚饭前", Tense::Present},
    {"at noon", "à midi", "中午", Tense::Present},
    {"all day", "toute la journée", "整天", Tense::Present},
    {"on Mondays", "le lundi", "每个星期一", Tense::Present},
    {"on Sundays", "le dimanche", "每个星期天", Tense::Present},
    {"every day at eight o'clock", "tous les jours à huit heures", "每天八点", Tense::Present},
    {"every morning at seven o'clock", "tous les matins à sept heures", "每天早上七点", Tense::Present},
    {"yesterday evening", "hier soir", "昨天晚上", Tense::Past},
    {"yesterday morning", "hier matin", "昨天早上", Tense::Past},
    {"last summer", "l'été dernier", "去年夏天", Tense::Past},
    {"two days ago", "il y a deux jours", "两天前", Tense::Past},
    {"this afternoon", "cet après-midi", "今天下午", Tense::Future},
    {"all night", "toute la nuit", "整夜", Tense::Past},
    {"the day before yesterday", "avant-hier", "前天", Tense::Past},
    {"the day after tomorrow", "après-demain", "后天", Tense::Future},
    {"this evening", "ce soir", "今天晚上", Tense::Future},
    {"this weekend", "ce week-end", "这个周末", Tense::Future},
    {"last weekend", "le week-end dernier", "上个周末", Tense::Past},
    {"last Sunday", "dimanche dernier", "上个星期天", Tense::Past},
    {"next Sunday", "dimanche prochain", "下个星期天", Tense::Future},
    {"three days ago", "il y a trois jours", "三天前", Tense::Past},
    {"a week ago", "il y a une semaine", "一个星期前", Tense::Past},
    {"at six o'clock", "à six heures", "六点", Tense::Present},
    {"at nine o'clock", "à neuf heures", "九点", Tense::Present},
    {"every Sunday", "tous les dimanches", "每个星期天", Tense::Present},
    {"every night", "toutes les nuits", "每天夜里", Tense::Present},
    {"every Monday", "tous les lundis", "每个星期一", Tense::Present},
    {"every Tuesday", "tous les mardis", "每个星期二", Tense::Present},
    {"every Wednesday", "tous les mercredis", "每个星期三", Tense::Present},
    {"every Thursday", "tous les jeudis", "每个星期四", Tense::Present},
    {"every Friday", "tous les vendredis", "每个星期五", Tense::Present},
    {"every Saturday", "tous les samedis", "每个星期六", Tense::Present},
    {"on Saturdays", "le samedi", "每个星期六", Tense::Present},
    {"every weekend", "tous les week-ends", "每个周末", Tense::Present},
    {"every month", "tous les mois", "每个月", Tense::Present},
    {"in May", "en mai", "五月", Tense::Future},
    {"in March", "en mars", "三月", Tense::Past},
    {"in August", "en août", "八月", Tense::Present},
    {"in September", "en septembre", "九月", Tense::Future},
    {"next Friday", "vendredi prochain", "下个星期五", Tense::Future},
    {"last Saturday", "samedi dernier", "上个星期六", Tense::Past},
    {"last Monday", "lundi dernier", "上个星期一", Tense::Past},
}};
inline constexpr std::array<Adverb, 2> present_moments{{
    {"now", "maintenant", "现在", Tense::Present},
    {"today", "aujourd'hui", "今天", Tense::Present},
}};
/** What stands beside the verb of somebody who does it every day, or does it too, or still. */
inline constexpr std::array<Frequency, 7> frequencies{{
    {"always", "toujours", "总是"},
    {"often", "souvent", "经常"},
    {"sometimes", "parfois", "有时"},
    {"never", "jamais", "从来不", true},
    {"also", "aussi", "也"},
    {"usually", "d'habitude", "通常"},
    {"rarely", "rarement", "很少"},
}};
inline constexpr Frequency still{"still", "encore", "还"};
inline constexpr Frequency already{"already", "déjà", "已经"};
/** How one travels. */
inline constexpr std::array<Adverb, 6> means{{
    {"by bus", "en bus", "坐公交车"},
    {"by train", "en train", "坐火车"},
    {"by car", "en voiture", "坐汽车"},
    {"by bike", "à vélo", "骑自行车"},
    {"on foot", "à pied", "走路"},
    {"by underground", "en métro", "坐地铁"},
}};
/** Of walking, singing and the like. */
inline constexpr std::array<Adverb, 6> skilled_manners{{
    {"fast", "vite", "得很快"},
    {"very fast", "très vite", "得非常快"},
    {"well", "bien", "得很好"},
    {"very well", "très bien", "得非常好"},
    {"badly", "mal", "得很差"},
    {"slowly", "lentement", "得很慢"},
}};
inline constexpr std::array<Adverb, 5> manners{{
    {"quietly", "doucement", "轻轻地"},
    {"carefully", "prudemment", "小心地"},
    {"happily", "joyeusement", "高兴地"},
    {"quickly", "rapidement", "快速地"},
    {"together", "ensemble", "一起"},
}};

} // namespace glassformer::grammar
