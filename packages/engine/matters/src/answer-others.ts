import { followMatter } from "./answer-matter/answer-matter.js";
import { escalatedAt, findMatterRow, mattersByIds, remarksOf, waitingAt, type MatterRow } from "./find-matter/matter.repository.js";
import { carriedOnBy, findOutcome, overWith } from "./find-matter/follow-outcome.js";
import type { MatterCard, Matters, MatterState } from "./matters.js";
import type { MattersContext } from "./plugin.js";
import { raiseMatter } from "./raise-matter/raise-matter.js";
import { takeOutWords } from "./redact-words/take-out-words.js";
import { describeWarnings } from "./screen-matter/find-warnings.js";
import { sumRaised } from "./sum-matters/sum-raised.js";
import { treatMatters } from "./treat-matter/treat-matter.js";
import { takeBackUntouched } from "./withdraw-matter/withdraw-matter.js";

const cardOf = ({ id, number, title, state, placeId, placePath, reportedBy, enteredBy, raisedOn, talkId, warningCodes }: MatterRow): MatterCard => ({
  ...{ id, number, title, placeId, placePath, reportedBy, enteredBy, raisedOn, talkId },
  state: state as MatterState,
  warnings: describeWarnings(warningCodes),
});

/** What matters provides to other plugins, on their own connection. */
export const answerOthers = (ctx: MattersContext): Matters => ({
  async findMatter(id) {
    const row = await findMatterRow(ctx.db, id);
    return row && cardOf(row);
  },
  findMatters: async (ids) => new Map((await mattersByIds(ctx.db, ids)).map((row) => [row.id, cardOf(row)])),
  async outcomeOf(id) {
    const row = await findMatterRow(ctx.db, id);
    return row && findOutcome(ctx.db, row);
  },
  overWith: (id) => overWith(ctx.db, id),
  carriedOnBy: (id) => carriedOnBy(ctx.db, id),
  waitingForMeeting: async (path) => (await waitingAt(ctx.db, path)).map(cardOf),
  remarksOf: async (meetingId) => (await remarksOf(ctx.db, meetingId)).map((row) => ({ ...cardOf(row), replyBy: row.replyBy, remarkId: row.remarkId })),
  escalatedAt: async (path) => (await escalatedAt(ctx.db, path)).map(cardOf),
  raise: (sighting) => raiseMatter(ctx, { ...sighting, reporter: "unnamed", isDesk: true, channel: "visit" }),
  takeBack: (id, reason) => takeBackUntouched(ctx, id, reason),
  sumRaised: (path, from, to) => sumRaised(ctx, path, from, to),
  takeOutWords: (ids, words, trial) => takeOutWords(ctx, ids, words, trial),
  ...treatMatters(ctx),
  ...followMatter(ctx),
});
