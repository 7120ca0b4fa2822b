/** A thing's life as a table: each move, the states it may start from, and the one it leads to. Nothing else changes the state. */
export interface Machine<S extends string = string, M extends string = string> {
  readonly name: string;
  readonly states: readonly S[];
  /** States in which one begins. */
  readonly first: readonly S[];
  readonly moves: Readonly<Record<M, { readonly from: readonly S[]; readonly to: S }>>;
}

/** Keeps the names of states and moves in the type, so that a move that is not in the table does not compile. */
export const defineMachine = <const S extends string, const M extends string>(machine: Machine<S, M>): Machine<S, M> => machine;

/** The state after a move, or undefined when the state does not allow it. O(states). */
export function findNext<S extends string, M extends string>({ moves }: Machine<S, M>, state: string, move: M): S | undefined {
  const { from, to } = moves[move];
  return (from as readonly string[]).includes(state) ? to : undefined;
}

/** States that no move leaves. */
export const finalStates = <S extends string>({ states, moves }: Machine<S>): S[] =>
  states.filter((state) => Object.values<{ readonly from: readonly S[] }>(moves).every(({ from }) => !from.includes(state)));
