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

const fetched = new Map<string, Promise<void>>();
async function fetchTexts(wanted: Language, key: string): Promise<void> {
  const response = await fetch(`/_m/messages/${key}.json`);
  if (!response.ok) throw Error(`${key} ${response.status}`);
  addTexts({ [wanted]: (await response.json()) as Texts });
}

/** Gets the enabled plugins' texts of a language once, or those of one plugin alone. A failed load may be tried again. */
export function loadTexts(wanted: Language, of?: string): Promise<void> {
  const key = of ? `${wanted}/${of}` : wanted;
  const loading = fetched.get(wanted) ?? fetched.get(key) ?? fetchTexts(wanted, key);
  fetched.set(key, loading);
  loading.catch(() => fetched.delete(key));
  return loading;
}

/** The language for this visit: what was chosen here before, else what the server wrote into the page. */
export const chosenLanguage = (): Language => {
  const cookie = /(?:^|; )lx-language=(zh-CN|en)/.exec(document.cookie)?.[1];
  return (cookie ?? (document.documentElement.lang === "en" ? "en" : "zh-CN")) as Language;
};

/** Shows everything in another language, after its texts are here (those of the plugin `of` at least), and remembers the choice (also for the server). */
export async function setLanguage(wanted: Language, of?: string): Promise<void> {
  await loadTexts(wanted, of);
  document.documentElement.lang = wanted;
  document.cookie = `lx-language=${wanted}; path=/; max-age=31536000; SameSite=Lax`;
  chosen.value = wanted;
}
