import type { SentCommand } from "./meeting-command.js";

/** From when to when somebody was in the room; `to` is null while they are. */
export interface Stay {
  readonly from: string;
  readonly to: string | null;
}
export interface LiveVote {
  readonly at: string;
  readonly attending: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
export interface LiveMotion {
  readonly id: string;
  readonly itemId: string;
  readonly text: string;
  readonly vote: LiveVote | null;
}
/** The state of a meeting as its commands left it. */
export interface LiveMeeting {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly currentItemId: string | null;
  /** By invitee, oldest stay first. */
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  readonly motions: readonly LiveMotion[];
}

export const beforeAnything: LiveMeeting = { openedAt: null, closedAt: null, currentItemId: null, stays: new Map(), motions: [] };

const isIn = (stays: readonly Stay[] | undefined): boolean => stays?.at(-1)?.to === null;
export const isThere = (live: LiveMeeting, inviteeId: string): boolean => isIn(live.stays.get(inviteeId));

function come(live: LiveMeeting, inviteeId: string, at: string): LiveMeeting {
  return { ...live, stays: new Map(live.stays).set(inviteeId, [...(live.stays.get(inviteeId) ?? []), { from: at, to: null }]) };
}

function go(live: LiveMeeting, inviteeId: string, at: string): LiveMeeting {
  const stays = live.stays.get(inviteeId) ?? [];
  return { ...live, stays: new Map(live.stays).set(inviteeId, [...stays.slice(0, -1), { from: stays.at(-1)!.from, to: at }]) };
}

/** The state after one more command that was not refused. O(people) at most. */
export function foldCommand(live: LiveMeeting, { id, at, command }: Pick<SentCommand, "id" | "at" | "command">): LiveMeeting {
  switch (command.kind) {
    case "checkIn":
      return come(live, command.inviteeId, at);
    case "leave":
      return go(live, command.inviteeId, at);
    case "open":
      return { ...live, openedAt: at };
    case "close":
    case "findInquorate":
      return { ...live, closedAt: at };
    case "takeUp":
      return { ...live, currentItemId: command.itemId };
    case "move":
      return { ...live, currentItemId: command.itemId, motions: [...live.motions, { id, itemId: command.itemId, text: command.text.trim(), vote: null }] };
    case "vote": {
      const { motionId, attending, yes, no, abstain } = command;
      return { ...live, motions: live.motions.map((motion) => (motion.id === motionId ? { ...motion, vote: { at, attending, yes, no, abstain } } : motion)) };
    }
    default:
      return live;
  }
}

/** The live state of a meeting from the commands that were not refused, in their order. O(commands). */
export const foldCommands = (commands: readonly Pick<SentCommand, "id" | "at" | "command">[]): LiveMeeting => commands.reduce(foldCommand, beforeAnything);

/** Who of these is in the room now. */
export const whoIsThere = <I extends { readonly id: string }>(live: LiveMeeting, invitees: readonly I[]): I[] => invitees.filter(({ id }) => isThere(live, id));
