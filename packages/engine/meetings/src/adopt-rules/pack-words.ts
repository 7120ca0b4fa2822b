import { language } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { arithmeticOf, leastReaching } from "../keep-rules/fraction.js";
import { tellMeasured } from "../keep-rules/tell-area.js";
import { readShare } from "./tell-pack.js";

export const readPacks = async () => (await api("GET /packs")).packs;
export type ShownPack = Awaited<ReturnType<typeof readPacks>>[number];
type ShownCondition = ShownPack["numbers"]["quorum"][number];

export const nameOfPack = ({ nameZh, nameEn }: Pick<ShownPack, "nameZh" | "nameEn">): string => (language.value === "en" ? nameEn : nameZh);
export const remarkOf = ({ remarkZh, remarkEn }: ShownPack): string | null => (language.value === "en" ? remarkEn : remarkZh);
export const sourceOf = ({ law, articles, textVersion }: ShownPack): string =>
  text("meetings.packs.source", { law: [law, ...articles].join(" "), version: textVersion ?? text("meetings.packs.noVersion") });

/** "三分之二以上" as it is written with figures, and which side the number itself falls on. */
export const tellShare = ({ op, part, whole }: ShownCondition["share"]): string =>
  part === whole ? text("meetings.packs.all") : text(op === "gte" ? "meetings.packs.atLeast" : "meetings.packs.moreThan", { part, whole });

/** The example: of so many members how many open, and that one fewer does not. Area stands for 10,000 ㎡. */
export function exampleOf({ of, share }: ShownCondition, members: number): string {
  const total = of === "area" ? members * 10_000 : members;
  const need = leastReaching(readShare(share), total);
  const say = tellMeasured(of);
  if (need === 0) return "";
  return text("meetings.packs.example", {
    total: say(total),
    need: say(need),
    short: say(need - 1),
    unit: text(of === "area" ? "meetings.packs.metres" : "meetings.packs.people"),
  });
}

/** The example of a majority: so many of a base pass, with the arithmetic; one fewer does not. */
export function passExample({ share }: ShownPack["numbers"]["pass"], base: number): string {
  const least = leastReaching(readShare(share), base);
  return text("meetings.packs.passExample", { base, least, short: least - 1, arithmetic: arithmeticOf(readShare(share), least, base) });
}
