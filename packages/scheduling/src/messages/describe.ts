import type { Absence, Text } from "../proposal.js";
import type { SchedulingError } from "../scheduling-error.js";
import { en } from "./en.js";
import { zhCN } from "./zh-CN.js";

export type Language = "zh-CN" | "en";
/** All texts by key, for those who translate late. */
export const schedulingMessages: Readonly<Record<Language, Readonly<Record<string, string>>>> = { "zh-CN": zhCN, en };

/** A keyed text in words; a parameter that is missing shows as an ellipsis, a key that is unknown as itself. */
export function describe(language: Language, text: Text): string {
  const pattern = schedulingMessages[language][text.key] ?? text.key;
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(text.params[name] ?? "…"));
}

/** Why someone is absent, as a keyed text. */
export function textOfAbsence(absence: Absence): Text {
  return { key: `scheduling.absent.${absence.reason}`, params: { person: absence.person, until: absence.until ?? "…" } };
}

/** A refusal as a keyed text. */
export function textOfError(error: SchedulingError): Text {
  return { key: `scheduling.error.${error.code}`, params: { ...error.params, item: error.item } };
}
