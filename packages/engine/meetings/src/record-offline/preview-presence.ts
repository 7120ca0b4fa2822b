import type { RoomAnswer } from "../api.js";
import type { Share } from "../keep-rules/fraction.js";
import { judgeQuorum, type QuorumVerdict } from "../keep-rules/judge-quorum.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import type { SeatMark } from "../words.js";

type Person = RoomAnswer["people"][number];
type ToldShare = RoomAnswer["rules"]["pass"]["share"];
const shareOf = ({ op, fraction: [part = 0, whole = 1] }: ToldShare): Share => ({ op, fraction: [part, whole] });

/** What a room says of the rules it is judged by, as rules. */
export const rulesOf = ({ rules, quorum }: RoomAnswer): Pick<RulePack, "quorum" | "pass" | "verified"> => ({
  quorum: rules.quorum.map(({ of, share }) => ({ of, share: shareOf(share) })),
  pass: { ...rules.pass, share: shareOf(rules.pass.share) },
  verified: quorum.isLocal ? "local" : quorum.isVerified,
});

/** Who is there against who is needed, as the server will count it: by the same rules, less who steps aside. O(people). */
export function countRoom(room: RoomAnswer, recused: readonly string[] = []): QuorumVerdict {
  const all = room.people.filter(({ id, kind }) => kind === "voting" && !recused.includes(id));
  const there = all.filter(({ votes, isThere }) => votes && isThere);
  const marked = (mark: SeatMark) => {
    const has = ({ marks }: Person) => marks.includes(mark);
    return { total: all.filter(has).length, present: there.filter(has).length };
  };
  const sides = (people: readonly Person[]) => new Set(people.map(({ partyName }) => partyName)).size;
  const groups = {
    ...{ women: marked("women"), representatives: marked("representatives"), non_cadres: marked("non_cadres") },
    parties: { total: sides(all), present: sides(there) },
  };
  return judgeQuorum(rulesOf(room), { members: all.length, present: there.length, groups });
}

type Motion = RoomAnswer["motions"][number];
/** A motion that waits for its vote is voted on by who is there now. */
export function withBase(room: RoomAnswer, motion: Motion): Motion {
  if (motion.state !== "proposed") return motion;
  const { members, present, isQuorate } = countRoom(
    room,
    motion.recused.map(({ inviteeId }) => inviteeId),
  );
  return { ...motion, base: { members, present, isQuorate } };
}

/** The numbers of a room after somebody came, left or stepped aside. */
export function recount(room: RoomAnswer): RoomAnswer {
  const { isQuorate, members, present, need, arithmetic, conditions } = countRoom(room);
  const told = conditions.map(({ of, total, present: there, need: least, isReached }) => ({ of, total, present: there, need: least, isReached }));
  const presentOf = (party: string) => room.people.filter(({ partyName, votes, isThere }) => partyName === party && votes && isThere).length;
  return {
    ...room,
    quorum: { ...room.quorum, isQuorate, members, present, need, arithmetic: [...arithmetic], conditions: told },
    parties: room.parties.map((party) => ({ ...party, present: presentOf(party.name) })),
    motions: room.motions.map((motion) => withBase(room, motion)),
  };
}
