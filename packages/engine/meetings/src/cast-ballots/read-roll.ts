import { readArea, tellArea } from "../keep-rules/tell-area.js";

export interface PastedUnit {
  readonly label: string;
  readonly area?: string;
  readonly owner?: string;
}

const withArea = /^(.*?)[\t,\s]+([\d.,]+\s*(?:m2|平方米)?)(?:[\t,\s]+(\D+))?$/;

function readLine(line: string, needsArea: boolean): PastedUnit {
  const match = needsArea ? withArea.exec(line) : null;
  const [label, area, owner] = match ? match.slice(1) : needsArea ? [line] : [line.split(/[\t,]/)[0], undefined, line.split(/[\t,]/)[1]];
  const said = { area: area?.trim(), owner: owner?.trim() };
  return { label: label!.trim() || line, ...(said.area && { area: said.area }), ...(said.owner && { owner: said.owner }) };
}

/**
 * A list as it is pasted from a table or typed: a unit a line, behind it the area where the rules weigh it, and whose it is, each behind a tab or a
 * comma, in a list with areas also behind spaces. Empty lines are left out.
 */
export const readRollText = (pasted: string, needsArea: boolean): PastedUnit[] =>
  pasted
    .normalize("NFKC")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => readLine(line, needsArea));

const joined = (units: readonly PastedUnit[]): string =>
  `${units.map(({ label }) => label).join("、")}\t${tellArea(units.reduce((sum, { area }) => sum + readArea(area!)!, 0))}\t${units[0]!.owner!}`;

/**
 * A list with areas in which every owner has one line, in the place of the first: the names of the units together, their areas added. Lines without an
 * owner or an area that can be read stay as they are. O(lines²), whole hundredths.
 */
export function joinOwners(pasted: string): string {
  const lines = pasted.split(/\r?\n/).filter((line) => line.trim());
  const units = lines.map((line) => readRollText(line, true)[0]!);
  const isWhole = ({ owner, area }: PastedUnit): boolean => Boolean(owner && area && readArea(area) !== undefined);
  return lines
    .flatMap((line, i) => {
      const all = isWhole(units[i]!) ? units.filter((unit) => unit.owner === units[i]!.owner && isWhole(unit)) : [];
      if (all.length < 2) return [line];
      return all[0] === units[i] ? [joined(all)] : [];
    })
    .join("\n");
}
