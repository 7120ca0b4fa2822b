import type { RoomAnswer } from "../api.js";
import type { SentCommand } from "../run-meeting/meeting-command.js";
import { addMotion, showConsent, showVote, withMotion } from "./preview-deciding.js";
import { withFloor } from "./preview-floor.js";
import { addParts, changePart, showClaim } from "./preview-parts.js";
import { recount } from "./preview-presence.js";

type Item = RoomAnswer["items"][number];
type NameOf = (id: string) => string;
const withPerson = (room: RoomAnswer, id: string, change: Partial<RoomAnswer["people"][number]>): RoomAnswer => ({
  ...room,
  people: room.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
});
const withItem = (room: RoomAnswer, id: string, change: Partial<Item>): RoomAnswer => ({
  ...room,
  items: room.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
});

/** Who came, who left and how the meeting stands; undefined for other commands. */
function previewPresence(room: RoomAnswer, { at, command }: SentCommand): RoomAnswer | undefined {
  switch (command.kind) {
    case "checkIn": {
      const began: RoomAnswer = room.state === "noticed" ? { ...room, state: "checking_in" } : room;
      return recount(withPerson(began, command.inviteeId, { isThere: true, cameAt: at }));
    }
    case "leave":
      return recount(withPerson(room, command.inviteeId, { isThere: false }));
    case "open":
      return { ...room, state: "in_session" };
    case "findInquorate":
      return { ...room, state: "inquorate" };
    case "close":
      return { ...room, state: "minutes_draft", closedAt: at };
    default:
      return undefined;
  }
}

/** What became of an item, and what parties said of it; undefined for other commands. */
function previewItem(room: RoomAnswer, { id, command }: SentCommand): RoomAnswer | undefined {
  switch (command.kind) {
    case "takeUp":
      return { ...room, currentItemId: command.itemId };
    case "finishItem":
      return withItem(room, command.itemId, { state: "discussed" });
    case "deferItem":
      return withItem(room, command.itemId, { state: "deferred", deferReason: command.reason });
    case "position": {
      const { kind: _kind, ...position } = command;
      const others = room.positions.filter(({ itemId, partyName }) => itemId !== position.itemId || partyName !== position.partyName);
      return { ...room, positions: [...others, position] };
    }
    case "remark": {
      const { itemId, words, inviteeId = null, answer = null } = command;
      return { ...room, remarks: [...room.remarks, { id, itemId, words, inviteeId, answer, matter: { id: "", number: "", replyBy: null } }] };
    }
    default:
      return undefined;
  }
}

/** Motions, votes and who steps aside or is against; undefined for other commands. */
function previewMotion(room: RoomAnswer, { id, command }: SentCommand): RoomAnswer | undefined {
  switch (command.kind) {
    case "move":
      return addMotion(room, { id, command });
    case "vote":
      return showVote(room, { id, command });
    case "consent":
      return showConsent(room, { id, command });
    case "withdrawMotion":
      return withMotion(room, command.motionId, (motion) => ({ ...motion, state: "withdrawn", withdrawn: command.reason }));
    case "recuse": {
      const { inviteeId, reason } = command;
      return withMotion(room, command.motionId, (motion) => ({ ...motion, recused: [...motion.recused, { inviteeId, reason }] }));
    }
    case "endRecusal":
      return withMotion(room, command.motionId, (motion) => ({ ...motion, recused: motion.recused.filter((one) => one.inviteeId !== command.inviteeId) }));
    case "object": {
      const objection = { id, inviteeId: command.inviteeId, reason: command.reason, answer: null, isWithdrawn: false };
      return withMotion(room, command.motionId, (motion) => ({ ...motion, objections: [...motion.objections, objection] }));
    }
    case "answerObjection": {
      const { objectionId, answer, isWithdrawn } = command;
      const change = (one: RoomAnswer["motions"][number]["objections"][number]) => (one.id === objectionId ? { ...one, answer, isWithdrawn } : one);
      return { ...room, motions: room.motions.map((motion) => ({ ...motion, objections: motion.objections.map(change) })) };
    }
    default:
      return undefined;
  }
}

function previewPart(room: RoomAnswer, { command }: SentCommand, nameOf: NameOf): RoomAnswer | undefined {
  switch (command.kind) {
    case "openParts":
      return addParts(room, command);
    case "claim":
      return showClaim(room, command, nameOf);
    case "dropPart":
      return { ...room, parts: room.parts.filter(({ id }) => id !== command.partId) };
    case "deferPart": {
      const { reason, reviewOn } = command;
      return changePart(room, command.partId, { deferred: { reason, reviewOn } }, { state: "deferred", deferReason: reason });
    }
    case "seekOwner": {
      const { until, fallback } = command;
      return changePart(room, command.partId, { search: { until, fallback, isOver: false } }, { state: "discussed" });
    }
    default:
      return undefined;
  }
}

const previewOne = (before: RoomAnswer, sent: SentCommand, nameOf: NameOf): RoomAnswer =>
  previewPresence(before, sent) ?? previewItem(before, sent) ?? previewMotion(before, sent) ?? previewPart(before, sent, nameOf) ?? before;

/**
 * The room as it will look when what waits is taken: who is there and whether they are enough, who speaks and who is next, which item is on and what was
 * said to it, motions with their votes, decisions and who leads which part, each under the id the server will know it by. Whether a decision has effect,
 * and the number of a matter, is left to the server. O(commands · people).
 */
export const previewRoom = (room: RoomAnswer, waiting: readonly SentCommand[], nameOf: NameOf = () => ""): RoomAnswer =>
  waiting.reduce((before, sent) => withFloor(before, previewOne(before, sent, nameOf), sent), room);
