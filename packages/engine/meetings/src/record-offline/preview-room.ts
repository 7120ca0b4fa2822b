import type { RoomAnswer } from "../api.js";
import type { SentCommand } from "../run-meeting/meeting-command.js";

type Item = RoomAnswer["items"][number];
const withPerson = (room: RoomAnswer, id: string, change: Partial<RoomAnswer["people"][number]>): RoomAnswer => ({
  ...room,
  people: room.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
});
const withItem = (room: RoomAnswer, id: string, change: Partial<Item>): RoomAnswer => ({
  ...room,
  items: room.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
});

/** A motion as it stands before the server has it: its id is that of the command, so that the vote on it finds it. */
const withMotion = (room: RoomAnswer, id: string, itemId: string, text: string): RoomAnswer => ({
  ...room,
  motions: [
    ...room.motions,
    {
      ...{ id, itemId, text, state: "proposed", warnings: [], tally: null, pollId: null, recused: [], objections: [], withdrawn: null },
      base: { members: room.quorum.members, present: room.quorum.present, isQuorate: room.quorum.isQuorate },
    },
  ],
});

function preview(room: RoomAnswer, { id, at, command }: SentCommand): RoomAnswer {
  switch (command.kind) {
    case "checkIn":
      return withPerson(room.state === "noticed" ? { ...room, state: "checking_in" } : room, command.inviteeId, { isThere: true, cameAt: at });
    case "leave":
      return withPerson(room, command.inviteeId, { isThere: false });
    case "open":
      return { ...room, state: "in_session" };
    case "takeUp":
      return { ...room, currentItemId: command.itemId };
    case "move":
      return withMotion(room, id, command.itemId, command.text);
    case "finishItem":
      return withItem(room, command.itemId, { state: "discussed" });
    case "deferItem":
      return withItem(room, command.itemId, { state: "deferred", deferReason: command.reason });
    default:
      return room;
  }
}

/**
 * The room as it will look when what waits is taken: who is there, which item is on, which motions there are. Numbers (quorum, tallies) stay those of the
 * server, which alone counts. O(commands · people).
 */
export const previewRoom = (room: RoomAnswer, waiting: readonly SentCommand[]): RoomAnswer => waiting.reduce(preview, room);
