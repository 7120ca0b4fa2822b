import type { Diagnosis, Relaxation, Rule } from "@lianxin/scheduling";
import { Temporal } from "temporal-polyfill";
import { tellDay } from "../tell-time/tell-time.js";
import type { SlotQuestion } from "./describe-problem.js";
import type { Teller } from "./tell-slot.js";

export interface ToldRule {
  readonly kind: string;
  /** The person, party or venue it is about. */
  readonly id: string | null;
  readonly text: string;
}
export interface ToldRelaxation {
  readonly rules: ToldRule[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId: string | null;
}

function tellRule({ kind, id, params }: Rule, { parties, fromOn, untilOn, pack }: SlotQuestion, { text, names }: Teller): ToldRule {
  const name = kind === "role" ? (parties.find((party) => party.id === id)?.name ?? "") : (names.get(id ?? "") ?? "");
  const filled = { ...params, name, from: tellDay(fromOn), until: tellDay(untilOn), days: pack.notice?.days ?? 0 };
  return { kind, id: id ?? null, text: text(`meetings.rule.${kind}`, filled) };
}

const utc = (moment: string): string => Temporal.Instant.from(moment).toString({ smallestUnit: "millisecond" });
const onlyHard = ({ rules }: Relaxation): boolean => rules.every(({ kind }) => kind !== "notBefore");

/** Why nothing fits, in words, and what giving up each set of rules opens. The past is no rule that can be given up. */
export function tellBlock(diagnosis: Diagnosis, question: SlotQuestion, teller: Teller): { blocking: ToldRule[]; relax: ToldRelaxation[] } {
  const tell = (rule: Rule) => tellRule(rule, question, teller);
  return {
    blocking: (diagnosis.blocking[0] ?? []).map(tell),
    relax: diagnosis.relax
      .filter(onlyHard)
      .map(({ rules, start, end, venue }) => ({ rules: rules.map(tell), startsAt: utc(start), endsAt: utc(end), venueId: venue ?? null })),
  };
}
