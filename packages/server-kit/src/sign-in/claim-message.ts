import type { AuthDb } from "./auth-tables.js";
import type { Ground } from "./ground.js";
import { claimUse } from "./limit.repository.js";

const day = 86_400;

/** Takes the slot of an address before anything is sent: a pause, so many a day, and so many a day for the network address that asks. */
export async function claimMessage({ config, blind }: Ground, db: AuthDb, address: string, ip: string, now: string): Promise<void> {
  await claimUse(db, { key: `pause:${address}`, most: 1, seconds: config.pauseSeconds }, now);
  await claimUse(db, { key: `day:${address}`, most: config.messagesPerAddressAndDay, seconds: day }, now);
  await claimUse(db, { key: `ip:${blind(`ip:${ip}`)}`, most: config.messagesPerIpAndDay, seconds: day }, now);
}
