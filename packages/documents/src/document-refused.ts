import { refusalTexts, type RefusalCode } from "./refusal-texts.js";

/** The two languages every refusal and every problem is worded in. */
export type Language = "zh-CN" | "en";

/** What fills the blanks of a text: plain values only, so that it can cross a worker's door and be stored as JSON. */
export type TextParams = Readonly<Record<string, string | number>>;

/** Fills `{name}` in a text with the parameter of that name. */
export function fillText(text: string, params: TextParams): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/**
 * A document that was not read or not written, and why. `code` and `params` are for programs, `message` is the Chinese sentence;
 * `textIn("en")` is the English one. Every text names what is wrong and what to do.
 */
export class DocumentRefused extends Error {
  override readonly name = "DocumentRefused";
  constructor(
    readonly code: RefusalCode,
    readonly params: TextParams = {},
  ) {
    super(fillText(refusalTexts["zh-CN"][code], params));
  }

  /** The sentence in the reader's language. */
  textIn(language: Language): string {
    return fillText(refusalTexts[language][this.code], this.params);
  }
}
