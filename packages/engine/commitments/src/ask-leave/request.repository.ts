import { byId } from "@lianxin/plugin-kit";
import type { CommitmentsDb } from "../plugin.js";

export const findRequest = (db: CommitmentsDb, id: string) => byId(db, "commitments_request", id).selectAll().executeTakeFirst();
export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** Every request about a part, oldest first. */
export const requestsOf = (db: CommitmentsDb, partId: string): Promise<RequestRow[]> =>
  db.selectFrom("commitments_request").selectAll().where("partId", "=", partId).orderBy("askedAt").orderBy("id").execute();

export const openRequests = async (db: CommitmentsDb, partId: string): Promise<RequestRow[]> =>
  (await requestsOf(db, partId)).filter(({ state }) => state === "asked");
