import { council, namesake, type Member } from "../describe-council/members.js";
import { compounds } from "../describe-places/places.js";
import { drawFrom, type Draw } from "../write-files/seeded.js";
import { namesOf } from "./names.js";

/** Somebody in the roster. */
export interface Resident {
  readonly name: string;
  readonly sex: "女" | "男";
  readonly born: number;
  /** None for children and for some of the old. */
  readonly phone?: string;
  readonly compound: string;
  readonly building: string;
  readonly distinction?: string;
}

export const residentCount = 2000;
export const rosterSeed = 20_260_901;

/** The names of one sex in a shuffled order (Fisher–Yates), without those of named people. */
function shuffledNames(draw: Draw, sex: "女" | "男", taken: ReadonlySet<string>): string[] {
  const names = namesOf(sex).filter((name) => !taken.has(name));
  for (let i = names.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [names[i], names[j]] = [names[j]!, names[i]!];
  }
  return names;
}

const named = ({ name, sex, born, phone, home, distinction }: Member): Resident => ({
  name,
  sex,
  born,
  phone,
  compound: home![0],
  building: home![1],
  ...(distinction && { distinction }),
});

const hasPhone = (draw: Draw, age: number): boolean => (age < 14 ? false : age > 78 ? draw(3) > 0 : draw(20) > 0);

/** How many of the drawn people live in each compound: in proportion to its households, the rest in the first. */
function sharesOf(total: number): number[] {
  const households = compounds.reduce((sum, c) => sum + c.households, 0);
  const shares = compounds.map((c) => Math.floor((total * c.households) / households));
  shares[0]! += total - shares.reduce((a, b) => a + b, 0);
  return shares;
}

/** The 2,000 residents by compound and building: those the stories name, and people drawn from a seed. O(residents). */
export function drawResidents(seed = rosterSeed): Resident[] {
  const draw = drawFrom(seed);
  const known = [...council.filter((m) => m.home), namesake].map(named);
  const taken = new Set([...council, namesake].map((m) => m.name));
  const names = { 女: shuffledNames(draw, "女", taken), 男: shuffledNames(draw, "男", taken) };
  let nextPhone = 1000;
  const drawn = sharesOf(residentCount - known.length).flatMap((count, c) =>
    Array.from({ length: count }, (): Resident => {
      const sex = draw(2) === 0 ? "女" : "男";
      const born = 2026 - (1 + draw(9) * 10 + draw(10));
      const phone = hasPhone(draw, 2026 - born) ? { phone: `1990000${nextPhone++}` } : {};
      return { name: names[sex].pop()!, sex, born, ...phone, compound: compounds[c]!.name, building: `${1 + draw(compounds[c]!.buildings)}栋` };
    }),
  );
  const order = (r: Resident): string => `${String(compounds.findIndex((c) => c.name === r.compound)).padStart(2, "0")} ${r.building}`;
  return [...known, ...drawn].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}
