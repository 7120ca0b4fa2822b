import type { AuthDb } from "./auth-tables.js";
import type { Ground } from "./ground.js";
import { claimUse } from "./limit.repository.js";

const day = 86_400;

/**
 * Takes the slots of a message before anything is sent: a pause and so many a day for an address asked for from one network address, so
 * many a day for the network address, and far more a day for the address from everywhere: whoever wants to lock somebody out needs many
 * network addresses, and whoever pays for the messages is still not at their mercy.
 */
export async function claimMessage({ config, blind }: Ground, db: AuthDb, address: string, ip: string, now: string): Promise<void> {
  const from = blind(`ip:${ip}`);
  await claimUse(db, { key: `pause:${address}:${from}`, most: 1, seconds: config.pauseSeconds }, now);
  await claimUse(db, { key: `day:${address}:${from}`, most: config.messagesPerAddressAndDay, seconds: day }, now);
  await claimUse(db, { key: `ip:${from}`, most: config.messagesPerIpAndDay, seconds: day }, now);
  await claimUse(db, { key: `all:${address}`, most: config.messagesPerAddressFromAllAndDay, seconds: day }, now);
}
