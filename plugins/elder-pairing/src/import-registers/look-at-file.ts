import type { ColumnSet } from "@lianxin/documents";
import { errors } from "../errors.js";
import { villagesBelow } from "../keep-people/place-names.js";
import type { ElderPairingContext } from "../plugin.js";
import { cadreColumns, spotColumns } from "./cadre-columns.js";
import { elderColumns } from "./elder-columns.js";
import { judgeCadres, judgeElders, type ElderValues, type Finding, type Judged, type RegisterLine } from "./judge-lines.js";
import { findAlike, type Alike } from "./find-alike.js";
import { findReturning, type Returning } from "./find-returning.js";
import { findLeaving } from "./end-left.js";
import type { Mended } from "./mend-cells.js";
import { readRegister, toText, type CellRemark, type ReadFile, type TextLine } from "./read-register.js";
import { careOf } from "./store-elders.js";

export const registerKinds = ["elders", "cadres", "spots"] as const;
export type RegisterKind = (typeof registerKinds)[number];
export const columnsOf: Readonly<Record<RegisterKind, ColumnSet>> = { elders: elderColumns, cadres: cadreColumns, spots: spotColumns };

/** What would come of a sheet; nothing is written. */
export interface RegisterPreview {
  readonly ready: readonly TextLine[];
  /** Cells to be mended; their lines stay out. */
  readonly problems: readonly CellRemark[];
  /** Villages the sheet names and the directory does not have, each once: they are added there, not mended here. */
  readonly unknownPlaces: readonly string[];
  readonly corrections: readonly CellRemark[];
  readonly duplicates: readonly CellRemark[];
  /** Deceased, moved away or transferred: not registered. */
  readonly left: readonly CellRemark[];
  /** Lines of such who are on the register: brought in, they end today. */
  readonly leaving: readonly TextLine[];
  /** Lines among those that are ready of people who are on the register as gone: brought back only where somebody says so. */
  readonly returning: readonly (Returning & { readonly name: string })[];
  /** Lines among those that are ready that may mean somebody who is registered under another key: by the year of birth, or the unit. */
  readonly alike: readonly (Alike & { readonly name: string })[];
  readonly skipped: number;
  /** Elders by what is asked most, among those that are ready. */
  readonly counts: { readonly over70: number; readonly alone: number; readonly disabled: number };
}

/** Findings that are no mistake: their lines are listed and stay out. */
export const listed: ReadonlySet<Finding["code"]> = new Set(["deceased", "moved", "transferred"]);
type Rows = readonly RegisterLine<never>[];
const judge = { elders: judgeElders, cadres: judgeCadres, spots: (lines: Rows): Judged<RegisterLine<never>> => ({ ready: lines, findings: [], leaving: [] }) };

function countElders(ready: readonly RegisterLine<unknown>[], year: number): RegisterPreview["counts"] {
  const elders = ready as readonly (RegisterLine<ElderValues> & { readonly birthYear: number })[];
  const cares = elders.map((one) => careOf(one));
  return {
    over70: elders.filter(({ birthYear }) => year - birthYear >= 70).length,
    alone: cares.filter(({ living }) => living === "alone").length,
    disabled: cares.filter((one) => one.ability === "disabled").length,
  };
}

/** No column of an elders' sheet says when somebody was born: one thing to be mended, in the sheet itself. */
const hasNoBirth = (kind: RegisterKind, { addressOf, headingRow }: ReadFile): boolean =>
  kind === "elders" && ["idCode", "birthYear"].every((field) => addressOf(field, headingRow) === undefined);
const tellHeadings = ({ text }: ElderPairingContext, line: number, count: number): CellRemark => ({
  ...{ address: "", line, now: "", isHeading: true, text: text("elder-pairing.import.birthColumnMissing", { line, count }) },
});

/** Reads a sheet and says, cell by cell, what would come of it. Throws fileUnreadable, fileEmpty. */
export async function lookAtFile(
  ctx: ElderPairingContext,
  kind: RegisterKind,
  path: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  mended: Mended = {},
): Promise<RegisterPreview> {
  const { text, actor, clock, db } = ctx;
  const read = await readRegister(file, columnsOf[kind], { language: actor.language, mended });
  const sound = read.isSound ? read.rows.filter((row) => row.isSound).map((row) => ({ line: row.row, values: row.values as never })) : [];
  const judged: Judged<RegisterLine<unknown>> = judge[kind](sound as never, await villagesBelow(db, path));
  const tell = ({ line, field, code, params }: Finding): CellRemark => {
    // Where a sheet has one of the two columns that say when somebody was born, it is that one which is mended.
    const address = read.addressOf(field, line) ?? read.addressOf(code === "birthMissing" ? "idCode" : field, line) ?? `A${line}`;
    const reason = text(`elder-pairing.import.${code}`, params);
    const said = text("elder-pairing.import.at", { line, column: address.replace(/\d+$/, ""), reason });
    return { address, line, now: read.nowAt(address), text: said, ...(code === "placeUnknown" && { isPlace: true }) };
  };
  const noBirth = hasNoBirth(kind, read) ? judged.findings.filter(({ code }) => code === "birthMissing") : [];
  const headings = noBirth.length === 0 ? [] : [tellHeadings(ctx, read.headingRow, noBirth.length)];
  const of = (keep: (code: Finding["code"]) => boolean) => judged.findings.filter(({ code }) => keep(code)).map(tell);
  const leaving = kind === "spots" ? new Set<number>() : await findLeaving(ctx, kind, judged.leaving);
  const ready = judged.ready.map(({ line, values }) => toText(line, values as Record<string, unknown>));
  const returning = kind === "spots" ? [] : await findReturning(ctx, kind, judged.ready as never);
  const alike = kind === "spots" ? [] : await findAlike(ctx, kind, path, judged.ready as never, judged.leaving);
  const nameOf = new Map(ready.map(({ line, values }) => [line, values.name ?? ""]));
  const named = <T extends { readonly line: number }>(one: T) => ({ ...one, name: nameOf.get(one.line) ?? "" });
  return {
    returning: returning.map(named),
    alike: alike.map(named),
    leaving: sound.filter(({ line }) => leaving.has(line)).map(({ line, values }) => toText(line, values as Record<string, unknown>)),
    ready,
    problems: [
      ...[...read.problems, ...headings],
      ...of((code) => code !== "duplicate" && !listed.has(code) && !(noBirth.length > 0 && code === "birthMissing")),
    ].sort((a, b) => a.line - b.line),
    unknownPlaces: [...new Set(judged.findings.filter(({ code }) => code === "placeUnknown").map(({ params }) => String(params.name)))],
    corrections: read.corrections,
    duplicates: of((code) => code === "duplicate"),
    left: of((code) => listed.has(code)),
    skipped: read.skipped,
    counts: kind === "elders" ? countElders(judged.ready, Number(clock.today().slice(0, 4))) : { over70: 0, alone: 0, disabled: 0 },
  };
}

export const kindOf = (text: string): RegisterKind => {
  const kind = registerKinds.find((one) => one === text);
  if (!kind) throw errors.registerUnknown({}, "params.kind");
  return kind;
};
