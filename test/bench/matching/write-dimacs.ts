import type { PairingProblem } from "@lianxin/matching/integers";

/** The same problem as a DIMACS minimum-cost flow: a hub sends to rows and gets back from columns, with lower bounds, one arc per step cost. */
export function writeDimacs(problem: PairingProblem): string {
  const { rows, columns, start, column, cost, rowMin, rowMax } = problem;
  const hub = rows + columns + 1;
  const lines: string[] = [];
  const isExact = rowMin.every((min, i) => min === rowMax[i]);
  const total = rowMin.reduce((sum, min) => sum + min, 0);
  if (isExact) {
    for (let i = 0; i < rows; i++) lines.push(`n ${i + 1} ${rowMin[i]!}`);
    lines.push(`n ${hub} ${-total}`);
  }
  const nodes = lines.length;
  if (!isExact) for (let i = 0; i < rows; i++) lines.push(`a ${hub} ${i + 1} ${rowMin[i]!} ${rowMax[i]!} 0`);
  for (let i = 0; i < rows; i++) for (let e = start[i]!; e < start[i + 1]!; e++) lines.push(`a ${i + 1} ${rows + column[e]! + 1} 0 1 ${cost[e]!}`);
  for (let j = 0; j < columns; j++) lines.push(...columnArcs(problem, j, hub));
  return [`p min ${hub} ${lines.length - nodes}`, ...lines, ""].join("\n");
}

function columnArcs({ rows, columnMin, columnMax, step }: PairingProblem, j: number, hub: number): string[] {
  if (step === undefined) return [`a ${rows + j + 1} ${hub} ${columnMin[j]!} ${columnMax[j]!} 0`];
  let first = 0;
  for (let k = 0; k < j; k++) first += columnMax[k]!;
  return Array.from({ length: columnMax[j]! }, (_, k) => `a ${rows + j + 1} ${hub} ${k < columnMin[j]! ? 1 : 0} 1 ${step[first + k]!}`);
}
