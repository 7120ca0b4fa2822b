import type { Absence, Text } from "../proposal.js";
import type { SchedulingError } from "../scheduling-error.js";
import { en } from "./en.js";
import { zhCN } from "./zh-CN.js";

export type Language = "zh-CN" | "en";
/** All texts by key, for those who translate late. */
export const schedulingMessages: Readonly<Record<Language, Readonly<Record<string, string>>>> = { "zh-CN": zhCN, en };

/** A keyed text in words; a parameter that is missing shows as an ellipsis, a key that is unknown as itself. */
export function describe(language: Language, text: Text): string {
  const texts = schedulingMessages[language];
  return (texts[text.key] ?? text.key).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(text.params[name] ?? "…");
    const key = `scheduling.form.${value}`;
    return (name === "rule" || name === "kind") && key in texts ? describe(language, { key, params: text.params }) : value;
  });
}

/** Why someone is absent, as a keyed text. */
export function textOfAbsence(absence: Absence): Text {
  return { key: `scheduling.absent.${absence.reason}`, params: { person: absence.person, until: absence.until ?? "…" } };
}

/** What is refused, as a keyed text. */
export function textOfError({ code, item, params }: SchedulingError): Text {
  return { key: `scheduling.error.${code}`, params: { ...params, item } };
}

/** What to do about a refusal, as a keyed text. */
export function textOfRemedy({ code, item, params }: SchedulingError): Text {
  return { key: `scheduling.remedy.${code}`, params: { ...params, item } };
}
