import { countWrappedUnder, retireMasterKey, rewrapPersonKeys, rotateMasterKey, type HouseCommand, type Platform, type Store } from "@lianxin/server-kit";

type MasterKey = Store["master"];
export interface MasterKeys {
  readonly newest: number;
  /** How many people's keys each master key wraps. */
  readonly keys: readonly { readonly id: number; readonly wraps: number }[];
}

async function countAll({ database }: Store, master: MasterKey): Promise<MasterKeys> {
  const keys: { id: number; wraps: number }[] = [];
  for (const id of master.ids) keys.push({ id, wraps: await countWrappedUnder(database.kit, id) });
  return { newest: master.newestId, keys };
}

/** Everybody's key under the newest master key, a slice a turn, so that others get theirs between. */
async function rewrapAll({ lane, ports }: Platform, master: MasterKey): Promise<void> {
  for (let after: string | undefined = ""; after !== undefined;) {
    const from: string = after;
    after = await lane.run(({ db }) => rewrapPersonKeys(db, master, ports.random, from));
  }
}

interface Asked {
  readonly rotate?: boolean;
  readonly retire?: boolean;
}

/**
 * Says what the master keys wrap. `rotate` makes a new one, or goes on where a rotation broke off, and wraps everybody's key under it;
 * `retire` takes out the older ones that wrap nobody. O(people).
 */
export const tendKeys: HouseCommand<Asked, MasterKeys> = {
  name: "keys",
  async run({ platform, store }, { rotate = false, retire = false }) {
    let master = store.keyRing.master;
    const use = (next: MasterKey) => store.keyRing.useMaster((master = next));
    const before = await countAll(store, master);
    const isUnderWay = before.keys.some(({ id, wraps }) => id !== before.newest && wraps > 0);
    if (rotate && !isUnderWay) use(await rotateMasterKey(store.keys, platform.ports.random));
    if (rotate) await rewrapAll(platform, master);
    const after = await countAll(store, master);
    if (retire) for (const { id, wraps } of after.keys) if (id !== after.newest && wraps === 0) use(await retireMasterKey(store.keys, id, wraps));
    return countAll(store, master);
  },
};
