import { t } from "@lianxin/web-kit";
import "./texts.js";
import { readDay } from "./day.js";
import { tidyPhone } from "./tidy.js";

/** What is wrong with one value, or nothing. */
export type Check = string | undefined;

/** “请填写姓名” when empty. */
export const needed = (value: string, label: string): Check => (value.trim() === "" ? t("web.form.required", { label }) : undefined);

/** “请选：时间” when nothing is chosen; a label may be a question. */
export const neededChoice = (value: string | undefined, label: string): Check => (value ? undefined : t("web.form.choose", { label }));

/** A mobile number of eleven digits; says how many there are. Empty is left to `needed`. */
export function phoneCheck(value: string): Check {
  const digits = tidyPhone(value);
  return digits === "" || /^1\d{10}$/.test(digits) ? undefined : t("web.form.phone", { count: digits.replace(/\D/g, "").length });
}

/** A mail address with one @ and a dot behind it. Empty is left to `needed`. */
export const mailCheck = (value: string): Check => (value === "" || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value) ? undefined : t("web.form.mail"));

/** A date in any usual spelling. Empty is left to `needed`. */
export function dayCheck(value: string): Check {
  const day = value === "" ? "" : readDay(value);
  if (day === "impossible") return t("web.form.dayImpossible", { text: value });
  return day === "unreadable" ? t("web.form.dayUnreadable") : undefined;
}
