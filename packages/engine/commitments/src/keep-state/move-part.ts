import { errors } from "../errors.js";
import { findHolder, type PartRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { partMachine } from "./machines.js";
import { findNext, type Machine } from "./state-machine.js";

export type PartState = (typeof partMachine.states)[number];
export type PartMove = keyof typeof partMachine.moves;

/** A part's state is read off its row: why it left the ledger, or whether it is put off. */
export const stateOfPart = ({ endedAs, reviewOn }: Pick<PartRow, "endedAs" | "reviewOn">): PartState =>
  (endedAs as PartState | null) ?? (reviewOn === null ? "open" : "deferred");

/** The state after a move; throws stateWrong, naming the state, when the table has no such step. */
export function getNext<S extends string, M extends string>({ text }: Pick<CommitmentsContext, "text">, machine: Machine<S, M>, state: string, move: M): S {
  const next = findNext(machine, state as S, move);
  if (next === undefined) throw errors.stateWrong({ state: text(`commitments.${machine.name}.state.${state}`) });
  return next;
}

/** Moves a part; work that is closed out is neither put off nor dropped. Throws stateWrong. */
export async function movePart(ctx: CommitmentsContext, part: PartRow, move: PartMove): Promise<PartState> {
  const next = getNext(ctx, partMachine, stateOfPart(part), move);
  if ((await findHolder(ctx.db, part.id))?.state === "closed") throw errors.stateWrong({ state: ctx.text("commitments.state.closed") });
  return next;
}
