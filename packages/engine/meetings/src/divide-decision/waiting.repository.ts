import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";

const votedOn = (db: MeetingsDb) =>
  everywhere(db, "meetings_poll", "votes on decisions whose own place is asked for")
    .select("decisionId")
    .where("state", "=", "closed")
    .where("decisionId", "is not", null);

/** Decisions that wait for the competent body, or have effect since a vote of it; latest first, five hundred at most. */
export const listWaiting = (db: MeetingsDb, scope: Scope) =>
  within(db, scope, "meetings_decision")
    .select(["meetings_decision.id", "meetings_decision.meetingId", "meetings_decision.text", "meetings_decision.effect", "meetings_decision.decidedOn"])
    .where((eb) =>
      eb.or([
        eb("meetings_decision.effect", "=", "awaits_competent_body"),
        eb.and([eb("meetings_decision.effect", "=", "effective"), eb("meetings_decision.id", "in", votedOn(db))]),
      ]),
    )
    .orderBy("meetings_decision.id", "desc")
    .limit(500)
    .execute();
