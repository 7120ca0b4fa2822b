import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";

const tables = { elders: "elder_pairing_elder", cadres: "elder_pairing_cadre" } as const;
const words = { elders: "elder", cadres: "cadre" } as const;
type Kind = keyof typeof tables;
interface Line {
  readonly line: number;
  readonly identity: string;
}
export interface Returning {
  readonly line: number;
  /** deceased, moved or transferred, and since when. */
  readonly state: string;
  readonly since: string | null;
}

/** Lines of people who are on the register as gone: an old list that is brought in once more would bring them back. Who was erased is nobody. O(lines). */
export async function findReturning({ db, blind }: Pick<ElderPairingContext, "db" | "blind">, kind: Kind, lines: readonly Line[]): Promise<Returning[]> {
  const keyed = lines.map(({ line, identity }) => ({ line, key: blind(`${words[kind]} ${identity}`) }));
  const rows = await everywhere(db, tables[kind], "a line of a sheet is compared with whoever is registered")
    .select(["identityKey", "state", "untilOn"])
    .where("identityKey", "in", ["", ...keyed.map(({ key }) => key)])
    .where("state", "not in", ["active", "erased"])
    .execute();
  const gone = new Map(rows.map((row) => [row.identityKey, row]));
  return keyed.flatMap(({ line, key }) => {
    const row = gone.get(key);
    return row ? [{ line, state: row.state, since: row.untilOn }] : [];
  });
}
