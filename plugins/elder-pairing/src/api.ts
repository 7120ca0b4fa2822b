import { browserPorts, createClient, dateOf, textsOf } from "@lianxin/web-kit";
import type { elderPairing } from "./plugin.js";
import type server from "./server.js";

/** The routes of elder pairing, typed by their server part. */
export const api = createClient<typeof server>("elder-pairing");
export const text = textsOf<typeof elderPairing>();

/** A stored word as people read it; as it is where there is no text for it. */
export const word = (kind: string, code: string): string => text(`elder-pairing.word.${kind}.${code}` as never);
export const reason = (code: string): string => text(`elder-pairing.reason.${code}` as never);
/** "女，84 岁（1942 年生）", by the year of birth. */
export const sayWho = (sex: string, birthYear: number): string =>
  text("elder-pairing.elder.whoSaid", { sex: word("sex", sex), age: Number(today().slice(0, 4)) - birthYear, year: String(birthYear) });
/** Longer lists of names are cut. */
const namesShown = 20;
export const someOf = (names: readonly string[]): string => names.slice(0, namesShown).join("、") + (names.length > namesShown ? "…" : "");
export const today = (): string => dateOf(new Date(browserPorts.now()).toISOString());
/** Colour and icon of a level; the word says it too. */
export const levelKind = { red: "late", yellow: "soon", green: "done" } as const;
export const kindOfLevel = (level: string) => levelKind[level as keyof typeof levelKind] ?? "todo";
