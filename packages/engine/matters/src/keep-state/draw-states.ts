/** The table of one machine: each move, from which states to which. */
export type MoveTable = Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>;
export interface DrawnMachine {
  readonly title: string;
  readonly first: readonly string[];
  readonly moves: MoveTable;
  /** Keys of the words of states: `<prefix>.<state>`. */
  readonly words: string;
}

const statesOf = ({ first, moves }: DrawnMachine): string[] => [...new Set([...first, ...Object.values(moves).flatMap(({ from, to }) => [...from, to])])];

function drawArrows({ first, moves }: DrawnMachine, states: readonly string[]): string[] {
  const steps = Object.entries(moves).flatMap(([move, { from, to }]) => from.map((one) => `  ${one} --> ${to}: ${move}`));
  const ends = states.filter((state) => !Object.values(moves).some(({ from }) => from.includes(state))).map((state) => `  ${state} --> [*]`);
  return [...first.map((state) => `  [*] --> ${state}`), ...steps, ...ends];
}

/** Machines as a page of diagrams and words, drawn from their tables, so that no page says what the program does not do. */
export function drawStates(title: string, machines: readonly DrawnMachine[], wordOf: (key: string) => string): string {
  const pages = machines.map((machine) => {
    const states = statesOf(machine);
    const diagram = ["```mermaid", "stateDiagram-v2", ...drawArrows(machine, states), "```"].join("\n");
    const stateRows = states.map((state) => `| ${state} | ${wordOf(`${machine.words}.${state}`)} |`);
    const moveRows = Object.keys(machine.moves).map((move) => `| ${move} | ${wordOf(`move.${move}`)} |`);
    return [`## ${machine.title}`, "", diagram, "", "| state | 中文 |", "|---|---|", ...stateRows, "", "| move | 中文 |", "|---|---|", ...moveRows].join("\n");
  });
  return `${[`# ${title}`, "Drawn from the tables in `packages/engine/matters/src/keep-state`; a test holds them together.", ...pages].join("\n\n")}\n`;
}
