import type { Council } from "../test-council.js";
import type { Rehearsed, Reply } from "../test-council.js";

export interface TestUnit {
  readonly label: string;
  readonly area: string;
}

/** The 86 households of 和平苑 with 9,460 ㎡ together: 45 with 4,880 ㎡ first, then 15 with 1,620 ㎡, then 26 with 2,960 ㎡. */
export const households: readonly TestUnit[] = [
  ...Array.from({ length: 44 }, (_, i) => ({ label: `${1 + (i % 4)}栋${101 + i}`, area: "108.44" })),
  { label: "1栋145", area: "108.64" },
  ...Array.from({ length: 15 }, (_, i) => ({ label: `5栋${201 + i}`, area: "108" })),
  ...Array.from({ length: 25 }, (_, i) => ({ label: `6栋${301 + i}`, area: "113.80" })),
  { label: "6栋326", area: "115" },
];

const usual: Readonly<Record<string, object>> = { closing: { reason: "说好的都交了" }, opening: { noticedOn: "2026-08-01" } };

export const pollOf = ({ app }: Council<Rehearsed>, pollId: string) => ({
  /** A closing says why it comes early when no body is given, an opening that people were told long before. */
  post: (path: string, body: unknown = usual[path] ?? {}, as?: string): Promise<Reply> =>
    app.call(`POST /polls/:pollId/${path}`, { params: { pollId }, body, ...(as && { as }) }),
  put: (path: string, body: unknown): Promise<Reply> => app.call(`PUT /polls/:pollId/${path}`, { params: { pollId }, body }),
  show: async () => (await app.call("GET /polls/:pollId", { params: { pollId } })).body,
  roll: async (): Promise<{ id: string; label: string; votedBy: string | null }[]> =>
    (await app.call("GET /polls/:pollId/roll", { params: { pollId } })).body.units,
});

/** Units of a hundred square metres each. */
export const units = (...labels: readonly string[]): TestUnit[] => labels.map((label) => ({ label, area: "100" }));
export const ballot = (unitId: string, choice: string, more: object = {}) => ({ unitId, choice, way: "paper", ...more });

export interface PollLike {
  readonly packId?: string;
  readonly isSecret?: boolean;
  readonly roll?: readonly object[];
}

/** A vote of the owners with a roll of three, not yet open. */
export async function aPollOf(
  council: Council<Rehearsed>,
  { packId = "cn.owners.ordinary", isSecret = false, roll = units("甲", "乙", "丙") }: PollLike = {},
): Promise<ReturnType<typeof pollOf>> {
  const { body } = await council.app.call("POST /polls", {
    body: { placeId: council.community.placeId, text: "选聘物业公司", packId, isSecret, closesOn: "2026-09-20" },
  });
  const poll = pollOf(council, body.id);
  await poll.put("roll", { units: roll });
  return poll;
}

/** A secret vote of the council that is open; every unit is of one person who has an account. */
export async function aSecretPoll(council: Council<Rehearsed>, ...labels: readonly string[]) {
  const roll = labels.map((label) => ({ label, personId: council.people["何志远"] }));
  const poll = await aPollOf(council, { packId: "local.deliberation_council", isSecret: true, roll });
  await poll.post("opening");
  return { poll, ids: (await poll.roll()).map(({ id }) => id) };
}
