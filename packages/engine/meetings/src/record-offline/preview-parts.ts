import type { RoomAnswer } from "../api.js";
import type { CommandOf } from "../run-meeting/meeting-command.js";

type Part = RoomAnswer["parts"][number];
type Item = RoomAnswer["items"][number];

/** Parts of a decision under the ids they were given on the device, waiting for a lead. */
export function addParts(room: RoomAnswer, { decisionId, parts }: CommandOf<"openParts">): RoomAnswer {
  const source = room.decisions.find(({ id }) => id === decisionId)?.text ?? "";
  const opened = parts.flatMap(({ id, title, standard }) =>
    id === undefined ? [] : [{ id, decisionId, source, title, standard, owner: null, deferred: null, search: null }],
  );
  return { ...room, parts: [...room.parts, ...opened] };
}

/** What is said of a part; where it stands on the agenda itself, its item is settled by it. */
export const changePart = (room: RoomAnswer, partId: string, change: Partial<Part>, item: Partial<Item>): RoomAnswer => ({
  ...room,
  parts: room.parts.map((part) => (part.id === partId ? { ...part, ...change } : part)),
  items: room.items.map((one) => (one.partId === partId && one.state === "scheduled" ? { ...one, ...item } : one)),
});

/** Somebody leads a part: whom the device knows by name is shown so. */
export function showClaim(room: RoomAnswer, claim: CommandOf<"claim">, nameOf: (id: string) => string): RoomAnswer {
  const { partId, ownerOrganizationId, ownerId, supportingOrganizationIds, dueOn, origin, standard, conditions } = claim;
  const person = room.people.find(({ personId }) => personId === ownerId)?.name ?? nameOf(ownerId);
  const owner = {
    organization: nameOf(ownerOrganizationId),
    person,
    supporting: supportingOrganizationIds.map(nameOf),
    dueOn,
    origin,
    light: "todo",
    conditions: conditions?.trim() ?? null,
  };
  return changePart(room, partId, { owner, deferred: null, search: null, ...(standard !== undefined && { standard }) }, { state: "decided" });
}
