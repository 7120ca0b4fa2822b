import { Notice } from "@lianxin/web-kit";
import { someOf, text } from "../api.js";
import type { PairShortage } from "../plan-pairs/pair-facts.js";

interface ShortProps {
  readonly word: string;
  readonly shortages: readonly PairShortage[];
  /** With their villages. */
  readonly names: Readonly<Record<string, string>>;
}

/** Who finds nobody, group by group of those who compete for the same cadres: which elders, which cadres, and what is missing there. */
export const Shortages = ({ word, shortages, names }: ShortProps) => {
  const who = (ids: readonly string[]): string => someOf(ids.map((id) => names[id] ?? ""));
  return (
    <>
      {shortages.map(({ elderIds, cadreIds, unserved, units, need, offer }) => (
        <Notice key={unserved.join()} kind="warning">
          {text("elder-pairing.run.short", { word, who: who(unserved) })}
          {cadreIds.length === 0
            ? text("elder-pairing.run.shortNone")
            : text("elder-pairing.run.shortHelpers", { count: cadreIds.length, cadres: who(cadreIds), offer, need, elders: who(elderIds) })}
          {units.length > 0 && text("elder-pairing.run.shortUnits", { units: someOf(units) })}
        </Notice>
      ))}
    </>
  );
};
