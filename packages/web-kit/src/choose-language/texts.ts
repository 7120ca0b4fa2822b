import { signal, type ReadonlySignal } from "@preact/signals";
import type { AnyPlugin, Language, MessageKey } from "@lianxin/plugin-kit";
import { ownTexts } from "./own-texts.js";

export type Texts = Readonly<Record<string, string>>;
export type TextParams = Readonly<Record<string, string | number>>;

const chosen = signal<Language>("zh-CN");
const known = signal<Readonly<Record<Language, Texts>>>(ownTexts);
/** The language shown. Change it with `setLanguage`. */
export const language: ReadonlySignal<Language> = chosen;

/** Adds texts of both languages; later ones win. For the shell and web-kit's modules: a plugin's texts come from the server. */
export const addTexts = (texts: Readonly<Partial<Record<Language, Texts>>>): void => {
  known.value = { "zh-CN": { ...known.value["zh-CN"], ...texts["zh-CN"] }, en: { ...known.value.en, ...texts.en } };
};

/**
 * The text of a key in the language shown, its `{name}`s filled in; the key itself when no text is known. Read inside a component it
 * follows the language.
 */
export function t(key: string, params: TextParams = {}): string {
  const text = known.value[chosen.value][key] ?? known.value["zh-CN"][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/**
 * `t` with a plugin's keys checked by the types.
 *
 * @example
 * const t = textsOf<typeof hello>();
 * t("hello.greeted", { name })
 */
export const textsOf = <P extends AnyPlugin>(): ((key: MessageKey<P>, params?: TextParams) => string) => t;

const fetched = new Map<Language, Promise<void>>();
async function fetchTexts(wanted: Language): Promise<void> {
  const response = await fetch(`/_m/messages/${wanted}.json`);
  if (!response.ok) throw new Error(`texts ${wanted}: ${response.status}`);
  addTexts({ [wanted]: (await response.json()) as Texts });
}

/** Gets the enabled plugins' texts of a language once. A failed load may be tried again. */
export function loadTexts(wanted: Language): Promise<void> {
  const loading = fetched.get(wanted) ?? fetchTexts(wanted);
  fetched.set(wanted, loading);
  loading.catch(() => fetched.delete(wanted));
  return loading;
}

/** The language for this visit: what was chosen here before, else what the server wrote into the page. */
export const chosenLanguage = (): Language => {
  const cookie = /(?:^|; )lx-language=(zh-CN|en)/.exec(document.cookie)?.[1];
  return (cookie ?? (document.documentElement.lang === "en" ? "en" : "zh-CN")) as Language;
};

/** Shows everything in another language, after its texts are here, and remembers the choice (also for the server). */
export async function setLanguage(wanted: Language): Promise<void> {
  await loadTexts(wanted);
  document.documentElement.lang = wanted;
  document.cookie = `lx-language=${wanted}; path=/; max-age=31536000; SameSite=Lax`;
  chosen.value = wanted;
}
