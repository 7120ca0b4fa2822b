import type { ErrorParams, Language, ServerPart } from "@lianxin/plugin-kit";
import { en } from "../messages/en.js";
import { zhCN } from "../messages/zh-CN.js";

export type Texts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const prefixed = (id: string, texts: Readonly<Record<string, string>>) => Object.entries(texts).map(([key, text]) => [`${id}.${key}`, text] as const);

/** All texts of all enabled plugins and of the platform, by "plugin.key". */
export function collectTexts(parts: readonly ServerPart[]): Texts {
  const chinese = [...prefixed("kit", zhCN), ...parts.flatMap(({ plugin }) => prefixed(plugin.id, plugin.messages as Record<string, string>))];
  const english = [...prefixed("kit", en), ...parts.flatMap(({ plugin, messages }) => prefixed(plugin.id, messages.en ?? {}))];
  return { "zh-CN": Object.fromEntries(chinese), en: Object.fromEntries(english) };
}

/** The text of a key with its params filled in; a missing param stays visible as {name}, a missing key as the key. */
export function translate(texts: Texts, key: string, params: ErrorParams, language: Language): string {
  const text = texts[language][key] ?? texts["zh-CN"][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
