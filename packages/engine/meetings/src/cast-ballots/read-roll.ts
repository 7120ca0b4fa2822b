export interface PastedUnit {
  readonly label: string;
  readonly area?: string;
}

/** A list as it is pasted from a table or typed: a unit a line, the area behind a tab, a comma or spaces. Empty lines are left out. */
export function readRollText(pasted: string): PastedUnit[] {
  const lines = pasted
    .normalize("NFKC")
    .split(/\r?\n/)
    .map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const match = /^(.*?)[\t,，\s]+([\d.,]+\s*(?:㎡|m2|平方米)?)$/.exec(line);
    return match?.[1] ? { label: match[1].trim(), area: match[2]!.trim() } : { label: line };
  });
}
