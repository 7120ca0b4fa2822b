import { errors } from "../errors.js";
import type { MatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";
import { findNextState, type MatterMove } from "./matter-state.js";

/** What people do with a matter themselves; the other steps are taken by a meeting, a unit or the ledger. */
const ownMoves = [
  "accept",
  "refer",
  "split",
  "answer",
  "merge",
  "unmerge",
  "escalate",
  "recall",
  "reopen",
  "withdraw",
] as const satisfies readonly MatterMove[];

/** What can be done with a matter in a state, in words; or who has it now, where nobody can do anything with it themselves. */
export function tellNextSteps(text: (key: string) => string, state: string): string {
  const possible = ownMoves.filter((move) => findNextState(state as never, move) !== undefined);
  return possible.length === 0 ? text(`matters.next.${state}`) : possible.map((move) => text(`matters.move.${move}`)).join("、");
}

/** The refusal of a step that a matter's stage does not allow, with the steps it does. */
export const wrongState = ({ text }: Pick<MattersContext, "text">, { number, state }: Pick<MatterRow, "number" | "state">) =>
  errors.stateWrong({ number, state: text(`matters.state.${state}`), next: tellNextSteps(text, state) });
