import type { Language } from "@lianxin/plugin-kit";

type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;
const text = (header: string | readonly string[] | undefined): string => (typeof header === "string" ? header : "");

/** The language a page comes in: the one chosen here before (the cookie `lx-language`), else the browser's first, else Chinese. */
export function chooseLanguage(headers: RequestHeaders): Language {
  const chosen = /(?:^|;\s*)lx-language=(zh-CN|en)(?:;|$)/.exec(text(headers.cookie))?.[1];
  if (chosen) return chosen as Language;
  return text(headers["accept-language"]).trim().toLowerCase().startsWith("en") ? "en" : "zh-CN";
}
