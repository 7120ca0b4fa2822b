import type { CellReader, Reading } from "./column.js";

const yes = /^(是|有|对|已|同意|愿意|需要|y|yes|true|t|1|√|✓|✔|☑|v|●)$/i;
const no = /^(否|无|没有|不|不是|未|不同意|不愿意|不需要|n|no|false|f|0|×|✗|✘|x|╳|○)$/i;

/** 是 or 否, in the ways people tick it. */
export function readYesNo(text: string): Reading<boolean> {
  if (yes.test(text)) return { value: true };
  return no.test(text) ? { value: false } : { code: "yesNo.wrong", params: { value: text.slice(0, 20) } };
}
readYesNo.takes = { choices: ["是", "否"] };

/** A reader of free text of at most `limit` characters. */
export function readText({ limit = 1_000 }: { readonly limit?: number } = {}): CellReader<string> {
  return (text) => {
    const { length } = [...text];
    return length > limit ? { code: "text.long", params: { limit, length } } : { value: text };
  };
}

/** A reader of whole numbers from `least` to `most`; a unit after the number (12人) and commas between thousands are left out. */
export function readWholeNumber({ least = 0, most = 1_000_000_000, units = [] as readonly string[] } = {}): CellReader<number> {
  return (text) => {
    const unit = units.find((one) => text.endsWith(one)) ?? "";
    const bare = text
      .slice(0, text.length - unit.length)
      .trim()
      .replace(/(?<=\d)[,，](?=\d{3}(\D|$))/g, "")
      .replace(/\.0+$/, "");
    if (!/^-?\d{1,15}$/.test(bare)) return { code: "number.wrong", params: { value: text.slice(0, 20) } };
    const value = Number(bare);
    return value < least || value > most ? { code: "number.range", params: { least, most, value } } : { value };
  };
}

/** A reader of one of several values, each with the words people write for it, the first word being the one we show. */
export function readChoice<K extends string>(choices: Readonly<Record<K, readonly string[]>>): CellReader<K> {
  const fold = (text: string) => text.replace(/\s/g, "").toLowerCase();
  const entries = Object.entries(choices) as [K, readonly string[]][];
  const byWord = new Map(entries.flatMap(([value, words]) => [value, ...words].map((word) => [fold(word), value] as const)));
  const shown = entries.map(([value, words]) => words[0] ?? value);
  const read: CellReader<K> = (text) => {
    const value = byWord.get(fold(text));
    return value === undefined ? { code: "choice.wrong", params: { choices: shown.join("、"), value: text.slice(0, 20) } } : { value };
  };
  return Object.assign(read, { takes: { choices: shown } });
}
