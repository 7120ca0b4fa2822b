import { col, table } from "@lianxin/plugin-kit";
import type { SeatMark } from "../words.js";

/** A body that meets: standing (常设) or ad hoc (临时), under a rule pack. */
export const body = table("meetings_body", {
  id: col.id(),
  placePath: col.place(),
  placeId: col.ref("directory_place"),
  name: col.text().as("public"),
  kind: col.text(),
  packId: col.text(),
  /** How long its meetings usually are. */
  usualMinutes: col.int(),
  isStanding: col.bool(),
  createdAt: col.instant(),
  endedOn: col.date().nullable(),
});

/** A side that sits in a body: 社区, 业委会, 物业, 居民代表. */
export const party = table("meetings_party", {
  id: col.id(),
  bodyId: col.ref("meetings_body"),
  name: col.text().as("public"),
  position: col.int(),
  organizationId: col.ref("directory_organization").nullable(),
  /** At least one of it must be there. */
  isNeeded: col.bool(),
  /** Sits in the body no more since then; seats and meetings keep it. */
  endedOn: col.date().nullable(),
});

/** Who holds a seat, from when to when; ended, never overwritten. */
export const seat = table("meetings_seat", {
  id: col.id(),
  bodyId: col.ref("meetings_body"),
  partyId: col.ref("meetings_party"),
  personId: col.ref("directory_person"),
  kind: col.text(),
  /** What the seat counts as beside a member: women, representatives, non_cadres. */
  marks: col.json<readonly SeatMark[]>().nullable(),
  fromOn: col.date(),
  toOn: col.date().nullable(),
});

/** The last number given to a meeting of a body in a year; its id is "<body> <year>". */
export const counter = table("meetings_counter", { id: col.id(), last: col.int() });
