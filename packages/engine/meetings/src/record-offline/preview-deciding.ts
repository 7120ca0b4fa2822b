import { t } from "@lianxin/web-kit";
import { text, type RoomAnswer } from "../api.js";
import type { CommandOf, MeetingCommand, SentCommand } from "../run-meeting/meeting-command.js";
import { tellTally, type CountedTally } from "../run-meeting/tell-tally.js";
import { judgeMotion } from "../take-votes/judge-motion.js";
import { rulesOf, withBase } from "./preview-presence.js";

type Motion = RoomAnswer["motions"][number];
type Sent<K extends MeetingCommand["kind"]> = Pick<SentCommand, "id"> & { readonly command: CommandOf<K> };

export const withMotion = (room: RoomAnswer, id: string, change: (motion: Motion) => Motion): RoomAnswer => ({
  ...room,
  motions: room.motions.map((motion) => (motion.id === id ? withBase(room, change(motion)) : motion)),
});

/** A motion as it stands before the server has it: its id is that of the command, so that the vote on it finds it. */
export function addMotion(room: RoomAnswer, { id, command: { itemId, text: words } }: Sent<"move">): RoomAnswer {
  const blank = { warnings: [], tally: null, pollId: null, recused: [], objections: [], withdrawn: null };
  const motion = withBase(room, { ...{ id, itemId, text: words, state: "proposed" }, ...blank, base: room.quorum });
  return { ...room, currentItemId: itemId, motions: [...room.motions, motion] };
}

/** An adopted motion is a decision at once, under the id of the vote; whether it has effect, the server says. */
const addDecision = (room: RoomAnswer, id: string, { itemId, text: words }: Motion, arithmetic: string): RoomAnswer => ({
  ...room,
  items: room.items.map((item) => (item.id === itemId ? { ...item, state: "decided" } : item)),
  decisions: [
    ...room.decisions,
    { id, itemId, serial: room.decisions.length + 1, text: words, arithmetic, effect: "unsent", pollId: null, isDividedLater: false, warnings: [] },
  ],
});

function settle(room: RoomAnswer, id: string, motion: Motion, counted: CountedTally, isAdopted: boolean, arithmetic: string): RoomAnswer {
  const state = isAdopted ? "adopted" : "rejected";
  const tally = tellTally({ text: (key, params) => t(key, params as Readonly<Record<string, string | number>>) }, { ...counted, arithmetic, state });
  const voted = withMotion(room, motion.id, (one) => ({ ...one, state, tally }));
  return isAdopted ? addDecision(voted, id, motion, arithmetic) : voted;
}

/** Hands as they were counted, judged by the rules the server judges by. */
export function showVote(room: RoomAnswer, { id, command }: Sent<"vote">): RoomAnswer {
  const motion = room.motions.find((one) => one.id === command.motionId && one.state === "proposed");
  if (!motion) return room;
  const { yes, no, abstain, attending, casting } = command;
  const { members } = motion.base;
  const rules = rulesOf(room);
  const { isAdopted, base, arithmetic } = judgeMotion(rules, { yes, no, abstain }, { members, attending }, casting);
  const counted = { members, attending, yes, no, abstain, invalid: null, base, way: "hands", packVerified: String(rules.verified), casting: casting ?? null };
  return settle(room, id, motion, counted, isAdopted, arithmetic);
}

export function showConsent(room: RoomAnswer, { id, command: { motionId, attending } }: Sent<"consent">): RoomAnswer {
  const motion = room.motions.find((one) => one.id === motionId && one.state === "proposed");
  if (!motion) return room;
  const packVerified = String(rulesOf(room).verified);
  const counted = { members: motion.base.members, attending, yes: attending, no: 0, abstain: 0, invalid: null, base: attending };
  const arithmetic = text("meetings.tally.consentShort", { present: attending });
  return settle(room, id, motion, { ...counted, way: "consent", packVerified, casting: null }, true, arithmetic);
}
