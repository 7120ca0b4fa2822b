import { readChoice, type CellReader } from "@lianxin/documents";

const marks = /[、，,;；/\s]+/;
const split = (text: string): string[] => text.split(marks).filter((word) => word !== "");

/** A reader of several words in one cell; the first that is not among the choices is what is wrong. Gives the codes joined by 、. */
export function readChoices<K extends string>(choices: Readonly<Record<K, readonly string[]>>): CellReader<string> {
  const read = readChoice(choices);
  const readAll: CellReader<string> = (text, kind) => {
    const values: string[] = [];
    for (const word of split(text)) {
      const reading = read(word, kind);
      if ("code" in reading) return reading;
      values.push(reading.value);
    }
    return { value: [...new Set(values)].join("、") };
  };
  return Object.assign(readAll, { takes: { ...read.takes, isSeveral: true } });
}

/** A reader of names or other short words in one cell, joined by 、. */
export const readWords: CellReader<string> = (text) => {
  const words = split(text);
  const long = words.find((word) => [...word].length > 50);
  return long === undefined ? { value: words.join("、") } : { code: "text.long", params: { limit: 50, length: [...long].length } };
};

/** What a list cell holds, as its words. */
export const wordsIn = <K extends string = string>(text: string | undefined): K[] => split(text ?? "") as K[];
