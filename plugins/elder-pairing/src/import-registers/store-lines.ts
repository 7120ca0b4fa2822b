import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
import { villagesBelow } from "../keep-people/place-names.js";
import type { ElderPairingContext } from "../plugin.js";
import { judgeCadres, judgeElders, type Finding } from "./judge-lines.js";
import { columnsOf, type RegisterKind } from "./look-at-file.js";
import { fromText, type TextLine } from "./read-register.js";
import { storeCadres } from "./store-cadres.js";
import { storeElders, type Counts } from "./store-elders.js";
import { storeSpots } from "./store-spots.js";

/** So many lines come in one turn of the lane. */
export const linesPerSlice = 100;

function refuse(ctx: ElderPairingContext, [finding]: readonly Finding[]): void {
  if (finding) throw errors.lineOdd({ line: finding.line, reason: ctx.text(`elder-pairing.import.${finding.code}`, finding.params) }, "body.lines");
}

/** Brings a slice of lines in; the same lines again change nothing, and a slice with a line that is wrong writes nothing. Throws lineWrong, lineOdd. */
export async function storeLines(ctx: ElderPairingContext, kind: RegisterKind, path: string, lines: readonly TextLine[]): Promise<Counts> {
  const read = lines.map((line) => ({ line: line.line, values: fromText(columnsOf[kind], line, "body.lines") as never }));
  const villages = await villagesBelow(ctx.db, path);
  if (kind === "spots") return storeSpots(ctx, read, villages);
  if (kind === "elders") {
    const { ready, findings } = judgeElders(read, villages);
    refuse(ctx, findings);
    return storeElders(ctx, ready);
  }
  const { ready, findings } = judgeCadres(read, villages);
  refuse(ctx, findings);
  const counts = await storeCadres(ctx, ready);
  // Somebody who is new may be the one an elder waits for today.
  if (counts.added + counts.changed > 0) await watchDay(ctx, "register");
  return counts;
}
