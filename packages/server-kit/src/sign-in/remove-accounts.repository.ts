import type { LaneHandle } from "../write-lane/lane.js";
import { authOf } from "./auth-tables.js";

/** Deletes every account but one, with its sessions, passwords and ways in, and every link or code that was asked for. */
export async function removeOtherAccounts(tx: LaneHandle, kept: string): Promise<void> {
  const db = authOf(tx);
  await db.deleteFrom("auth_challenge").execute();
  await db.deleteFrom("auth_session").where("userId", "!=", kept).execute();
  await db.deleteFrom("auth_account").where("userId", "!=", kept).execute();
  await db.deleteFrom("auth_identifier").where("accountId", "!=", kept).execute();
  await db.deleteFrom("auth_user").where("id", "!=", kept).execute();
}
