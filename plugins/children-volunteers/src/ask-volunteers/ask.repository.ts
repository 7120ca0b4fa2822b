import { byId, everywhere } from "@lianxin/plugin-kit";
import type { BridgeDb } from "../plugin.js";

export const findAsk = (db: BridgeDb, id: string) => byId(db, "children_volunteers_ask", id).selectAll().executeTakeFirst();
export type AskRow = NonNullable<Awaited<ReturnType<typeof findAsk>>>;
export const asksOfSessions = (db: BridgeDb, sessionIds: readonly string[]) =>
  everywhere(db, "children_volunteers_ask", "who was asked for sessions that were reached before")
    .selectAll()
    .where("sessionId", "in", ["none", ...sessionIds])
    .orderBy("askedAt")
    .orderBy("id")
    .execute();
/** What one was asked and has not said no to. */
export const asksOfPerson = (db: BridgeDb, personId: string) =>
  everywhere(db, "children_volunteers_ask", "what one is asked oneself")
    .selectAll()
    .where("personId", "=", personId)
    .where("state", "in", ["asked", "placed", "accepted"])
    .orderBy("askedAt")
    .orderBy("id")
    .execute();
