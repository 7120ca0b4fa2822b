import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
import { villagesBelow } from "../keep-people/place-names.js";
import type { ElderPairingContext } from "../plugin.js";
import { endLeft } from "./end-left.js";
import { readSames } from "./find-alike.js";
import { findReturning } from "./find-returning.js";
import { judgeCadres, judgeElders, type Finding } from "./judge-lines.js";
import { columnsOf, listed, type RegisterKind } from "./look-at-file.js";
import { fromText, type TextLine } from "./read-register.js";
import { countDeeds, type Stored } from "./record-deeds.js";
import { storeCadres } from "./store-cadres.js";
import { storeElders } from "./store-elders.js";
import { storeSpots } from "./store-spots.js";

/** So many lines come in one turn of the lane. */
export const linesPerSlice = 100;

function refuse(ctx: ElderPairingContext, findings: readonly Finding[]): void {
  const finding = findings.find(({ code }) => !listed.has(code));
  if (finding) throw errors.lineOdd({ line: finding.line, reason: ctx.text(`elder-pairing.import.${finding.code}`, finding.params) }, "body.lines");
}
const both = (one: Stored, other: Stored): Stored => ({ deeds: [...one.deeds, ...other.deeds], same: one.same + other.same });

/**
 * Brings a slice of lines in; the same lines again change nothing, and a slice with a line that is wrong writes nothing. Whoever a line calls deceased,
 * moved away or transferred ends today if they are on the register; whoever is there as gone comes back only where the line says so; a line that says whom it means changes them. Throws lineWrong, lineOdd.
 */
export async function storeLines(ctx: ElderPairingContext, kind: RegisterKind, path: string, lines: readonly TextLine[]): Promise<Stored> {
  const read = lines.map((line) => ({ line: line.line, values: fromText(columnsOf[kind], line, "body.lines") as never }));
  const villages = await villagesBelow(ctx.db, path);
  if (kind === "spots") return storeSpots(ctx, read, villages);
  const judged = kind === "elders" ? judgeElders(read, villages) : judgeCadres(read, villages);
  refuse(ctx, judged.findings);
  const back = new Set(lines.filter(({ returns }) => returns).map(({ line }) => line));
  const gone = new Set((await findReturning(ctx, kind, judged.ready)).map(({ line }) => line));
  const ready = judged.ready.filter(({ line }) => back.has(line) || !gone.has(line));
  const sames = await readSames(ctx, kind, path, lines, ready);
  const stored = await (kind === "elders" ? storeElders(ctx, ready as never, sames) : storeCadres(ctx, ready as never, sames));
  const left = { deeds: [], same: judged.ready.length - ready.length };
  const all = both(both(stored, left), await endLeft(ctx, kind, judged.leaving));
  // A cadre who is new may be the one an elder waits for; an elder who is new needs somebody from today on; who left or moved may leave one alone.
  const { added, changed, ended } = countDeeds(all);
  if (added + changed + ended > 0) await watchDay(ctx, "register");
  return all;
}
