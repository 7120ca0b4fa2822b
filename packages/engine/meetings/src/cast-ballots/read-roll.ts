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
