import { text } from "../api.js";
import type { ShownPoll } from "./read-poll.js";

type Key = "took" | "heads" | "find" | "more" | "opening";
const ofPeople = {
  took: "meetings.poll.took.people",
  heads: "meetings.poll.heads.people",
  find: "meetings.poll.find.people",
  more: "meetings.poll.more.people",
  opening: "meetings.poll.hint.opening.people",
} as const;
const ofUnits = {
  took: "meetings.poll.took",
  heads: "meetings.poll.heads",
  find: "meetings.poll.find",
  more: "meetings.poll.more",
  opening: "meetings.poll.hint.opening",
} as const;

/** A text about the roll: in a meeting people vote, outside it households and owners do. */
export const pollText = ({ motionId }: Pick<ShownPoll, "motionId">, key: Key, params: Readonly<Record<string, string | number>> = {}): string =>
  text((motionId === null ? ofUnits : ofPeople)[key], params as never);
