import { finalStates, type Machine } from "./state-machine.js";

const headOf =
  "# States of meetings\n\nDrawn from the tables in `packages/engine/meetings/src/keep-state`; a test holds the two together (`npx vitest run packages/engine/meetings -u` draws anew).";

/** A machine as a mermaid drawing: one arrow a step, named after its move. */
function drawMachine(machine: Machine): string {
  const arrows = Object.entries(machine.moves).flatMap(([move, { from, to }]) => from.map((state) => `  ${state} --> ${to}: ${move}`));
  const [begins, ends] = [machine.first.map((state) => `  [*] --> ${state}`), finalStates(machine).map((state) => `  ${state} --> [*]`)];
  return ["```mermaid", "stateDiagram-v2", ...begins, ...arrows, ...ends, "```"].join("\n");
}

/** The page of all machines, with the words people see for each state and move. */
export function drawPage(machines: readonly Machine[], tell: (machine: string, kind: "state" | "move", name: string) => string): string {
  const table = (machine: string, kind: "state" | "move", names: readonly string[]) =>
    [`| ${kind} | 中文 |`, "|---|---|", ...names.map((name) => `| ${name} | ${tell(machine, kind, name)} |`)].join("\n");
  const pages = machines.map((machine) => {
    const words = [table(machine.name, "state", machine.states), table(machine.name, "move", Object.keys(machine.moves))];
    return [`## ${machine.name}`, drawMachine(machine), ...words].join("\n\n");
  });
  return `${[headOf, ...pages].join("\n\n")}\n`;
}
