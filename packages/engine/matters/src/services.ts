import { handlersFor, type Actor, type Scope } from "@lianxin/plugin-kit";
import { answerMatter, reopenMatter, type Answer } from "./answer-matter/answer-matter.js";
import { answerOthers } from "./answer-others.js";
import { communitiesOf } from "./find-matter/choose-index.js";
import {
  countLate,
  countStates,
  entriesOf,
  findMatterRow,
  findScreening,
  listMatters,
  listWaiting,
  mattersOf,
  mergedInto,
  partsOfMatter,
  placeOfMatter,
  type MatterRow,
} from "./find-matter/matter.repository.js";
import type { NameRights } from "./find-matter/reader-rights.js";
import { findByWords } from "./find-matter/find-by-words.js";
import type { Tab } from "./find-matter/tabs.js";
import { findStuck, showLive, showStuck } from "./follow-referrals/follow-referrals.js";
import { handOut, type HandedOut } from "./hand-out/hand-out.js";
import { findSimilar } from "./find-similar/find-similar.js";
import type { MatterMove } from "./keep-state/matter-state.js";
import { moveMatter, type MoveNote } from "./keep-state/move-matter.js";
import type { ReferralMove } from "./keep-state/referral-state.js";
import { mergeMatters, unmerge } from "./merge-matters/merge-matters.js";
import { matters, type Directory, type MattersContext } from "./plugin.js";
import { printEntrance, showEntrance } from "./open-entrance/entrance.js";
import { printAnswerSlip, printBlankForm, printJourney } from "./print-matter/print-matter.js";
import { raiseMatter, type NewMatter } from "./raise-matter/raise-matter.js";
import { guestsOf } from "./raise-publicly/guest.repository.js";
import { showFollowed } from "./raise-publicly/follow-matter.js";
import { getCaller, getFollowed, raisePublicly, type PublicMatter } from "./raise-publicly/raise-publicly.js";
import { raiseRemarks } from "./record-talk/raise-remarks.js";
import { referMatter, type NewReferral } from "./refer-matter/refer-matter.js";
import { findReferral, placeOfReferral, referralsOf, type ReferralRow } from "./refer-matter/referral.repository.js";
import { settleReferral } from "./refer-matter/settle-referral.js";
import { screenMatter, type Screened } from "./screen-matter/screen-matter.js";
import { splitMatter, type Split } from "./split-matter/split-matter.js";
import { canUnsplit, unsplitMatter } from "./split-matter/unsplit-matter.js";
import { withdrawMatter, type Withdrawal } from "./withdraw-matter/withdraw-matter.js";

const onMatters = (ctx: MattersContext) => ({
  raise: (matter: NewMatter) => raiseMatter(ctx, matter),
  screen: (row: MatterRow, screened: Screened) => screenMatter(ctx, row, screened),
  move: (row: MatterRow, move: MatterMove, note?: MoveNote) => moveMatter(ctx, row, move, note),
  merge: (row: MatterRow, intoId: string, reason: string) => mergeMatters(ctx, row, intoId, reason),
  unmerge: (row: MatterRow) => unmerge(ctx, row),
  split: (row: MatterRow, split: Split) => splitMatter(ctx, row, split),
  unsplit: (row: MatterRow) => unsplitMatter(ctx, row),
  canUnsplit: (row: MatterRow) => canUnsplit(ctx.db, row),
  answer: (row: MatterRow, said: Answer) => answerMatter(ctx, row, said),
  withdraw: (row: MatterRow, withdrawal: Withdrawal) => withdrawMatter(ctx, row, withdrawal),
  reopen: (row: MatterRow, reason: string | undefined) => reopenMatter(ctx, row, reason),
  similarTo: (matter: Parameters<typeof findSimilar>[1]) => findSimilar(ctx, matter),
  find: (id: string) => findMatterRow(ctx.db, id),
  placeOf: (id: string) => placeOfMatter(ctx.db, id),
  list: async (scope: Scope, tab: Tab, page: number) => listMatters(ctx.db, scope, tab, page, await communitiesOf(ctx.use.directory, scope)),
  stuck: (rows: readonly MatterRow[]) => findStuck(ctx, rows),
  findByWords: (scope: Scope, words: string) => findByWords(ctx, scope, words),
  listWaiting: (scope: Scope, most: number) => listWaiting(ctx.db, scope, most),
  countLate: (scope: Scope) => countLate(ctx.db, scope, ctx.clock.today()),
  countStates: (scope: Scope) => countStates(ctx.db, scope),
  of: (personId: string) => mattersOf(ctx.db, personId),
  entriesOf: (id: string) => entriesOf(ctx.db, id),
  partsOf: (id: string) => partsOfMatter(ctx.db, id),
  mergedInto: (id: string) => mergedInto(ctx.db, id),
  guests: (ids: readonly string[]) => guestsOf(ctx.db, ids),
  findScreening: (id: string) => findScreening(ctx.db, id),
});

/** What the handlers of matters may reach. */
export const services = (ctx: MattersContext) => ({
  matters: onMatters(ctx),
  referrals: {
    add: (row: MatterRow, referral: NewReferral) => referMatter(ctx, row, referral),
    settle: (row: ReferralRow, move: ReferralMove, words?: string) => settleReferral(ctx, row, move, words),
    of: (matterId: string) => referralsOf(ctx.db, matterId),
    find: (id: string) => findReferral(ctx.db, id),
    placeOf: (id: string) => placeOfReferral(ctx.db, id),
    live: (unitIds: readonly string[], personId: string) => showLive(ctx, unitIds, personId),
    handOut: (row: MatterRow, to: HandedOut) => handOut(ctx, row, to),
    stuck: (scope: Scope) => showStuck(ctx, scope),
  },
  talks: { raise: (talk: Parameters<typeof raiseRemarks>[1]) => raiseRemarks(ctx, talk) },
  guests: {
    raise: (matter: PublicMatter) => raisePublicly(ctx, matter),
    get: (matterId: string, key: string) => getFollowed(ctx, matterId, key),
    follow: (row: MatterRow) => showFollowed(ctx, row),
    entrance: () => showEntrance(ctx),
    caller: (row: MatterRow) => getCaller(ctx, row),
  },
  paper: {
    entrance: () => printEntrance(ctx),
    blankForm: () => printBlankForm(ctx),
    answerSlip: (row: MatterRow, reader: NameRights) => printAnswerSlip(ctx, row, reader),
    journey: (row: MatterRow, reader: NameRights) => printJourney(ctx, row, reader),
  },
  places: {
    async list(scope: Scope) {
      const places = await ctx.use.directory.placesIn(scope);
      return places.map(({ id, name, depth }) => ({ id, name, depth }));
    },
  },
  others: answerOthers(ctx),
});

/** What routes about one row share. */
export interface RouteParts<Param extends string> {
  readonly params: Readonly<Record<Param, string>>;
  readonly services: ReturnType<typeof services>;
  readonly actor: Actor;
  readonly use: { readonly directory: Directory };
  readonly may: (permission: "matters.refer" | "matters.screen", place: { readonly path: string }) => Promise<boolean>;
}

/** Everything a handler of matters can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(matters, services);
