import type { Machine } from "./state-machine.js";

/** A machine as a mermaid drawing: one arrow a step, named after its move. */
export function drawMachine({ states, first, moves }: Machine): string {
  const arrows = Object.entries(moves).flatMap(([move, { from, to }]) => from.map((state) => `  ${state} --> ${to}: ${move}`));
  const ends = states.filter((state) => Object.values(moves).every(({ from }) => !from.includes(state))).map((state) => `  ${state} --> [*]`);
  return ["stateDiagram-v2", ...first.map((state) => `  [*] --> ${state}`), ...arrows, ...ends].join("\n");
}

/** The page of all machines, with the words people see for each state and move. */
export function drawPage(machines: readonly Machine[], tell: (key: string) => string): string {
  const words = ({ name, states, moves }: Machine) => [
    ["| state | 中文 |", "|---|---|", ...states.map((state) => `| ${state} | ${tell(`${name}.state.${state}`)} |`)].join("\n"),
    ["| move | 中文 |", "|---|---|", ...Object.keys(moves).map((move) => `| ${move} | ${tell(`${name}.move.${move}`)} |`)].join("\n"),
  ];
  const parts = machines.map((machine) => [`## ${machine.name}`, `\`\`\`mermaid\n${drawMachine(machine)}\n\`\`\``, ...words(machine)].join("\n\n"));
  const head =
    "# States of the promise ledger\n\nDrawn from the tables in `packages/engine/commitments/src/keep-state`; a test holds the two together (`npx vitest run packages/engine/commitments -u` draws anew).";
  return `${[head, ...parts].join("\n\n")}\n`;
}
