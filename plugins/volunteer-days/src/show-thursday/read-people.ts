const bands = [
  [8, "small"],
  [16, "child"],
  [18, "youth"],
] as const;

/** Who comes along: a name on each line, with the age in years after it where somebody is under 18: "何小宇 12岁". */
export const readPeople = (typed: string) =>
  typed.split(/[\n、，,]/u).flatMap((line) => {
    const said = line.trim();
    const [, name = said, plain, marked] = /^(.*?\D)(?:\s+(\d{1,3})|[\s（(]*(\d{1,3})\s*岁[)）]?)$/u.exec(said) ?? [];
    const band = bands.find(([below]) => Number(plain ?? marked ?? 18) < below);
    return said === "" ? [] : [{ name: name.trim(), ...(band && { ageBand: band[1] }) }];
  });
