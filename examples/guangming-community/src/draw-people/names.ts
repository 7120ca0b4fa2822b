/** Common surnames and made-up given names; whoever bears one of these names in life is not meant. */
const surnames = [..."李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"];
const womens = ["春霞", "雨荷", "晓菊", "静宜", "丽娟", "翠屏", "素云", "巧玲", "婉清", "若兰", "慧敏", "雪琴", "月红", "芳草", "秋菱", "美凤", "小满", "冬梅", "香莲", "玉洁", "梦琪", "思源", "彩虹", "银花", "桂芝", "凤仙", "淑贤", "文娟", "佳禾", "水仙"];
const mens = ["大勇", "长河", "树林", "振华", "永年", "志高", "海涛", "金山", "春生", "小军", "立新", "俊峰", "家和", "德厚", "广田", "雨田", "青山", "世杰", "兴旺", "远航", "石头", "建业", "福来", "文涛", "天明", "乐平", "铁柱", "松柏", "子墨", "瑞丰"];
const single = { 女: ["芬", "敏", "燕", "霞", "洁", "莉"], 男: ["斌", "涛", "刚", "磊", "辉", "鹏"] } as const;

/** All names of one sex, each once: 40 surnames × 36 given names. */
export const namesOf = (sex: "女" | "男"): string[] => [...(sex === "女" ? womens : mens), ...single[sex]].flatMap((given) => surnames.map((surname) => surname + given));
