import { everywhere } from "@lianxin/plugin-kit";
import { whoComes } from "../cover-elders/find-uncovered.js";
import { raisedBelow, raisedOf } from "../end-raised/why-raised.js";
import { errors } from "../errors.js";
import { standingOf } from "../find-nobody/find-nobody.js";
import { toldAtHandover } from "../hand-over/hand-over.js";
import { findElder, type ElderRow } from "../keep-people/people.repository.js";
import { closedCard, openElder, type ElderCard } from "../keep-people/show-elder.js";
import { ownPairOn, ownPairs } from "../log-visit/log-visit.js";
import { readMoment } from "../log-visit/read-moment.js";
import { needsOf, openNeeds } from "../meet-needs/meet-needs.js";
import type { ElderPairingContext } from "../plugin.js";
import { countSearches } from "../read-past/past-searches.js";
import { countVisits, pastVisits } from "../read-past/past-visits.js";
import { findReopenable } from "../undo-press/reopen-search.js";
import { namesOf } from "../show-pairs/names.repository.js";
import { addDays, dayOf } from "../tell-time/tell-time.js";

const why = "rows of the helper who asks, by their own pairs";

/** A helper's own elder as the helper stands to them; `askedId` is the pair a yes or a no is about, the first helper's where they are that too. */
interface OwnElder {
  readonly elder: ElderRow;
  readonly cadreId: string;
  readonly role: string;
  readonly askedId: string;
  readonly isEffective: boolean;
}

/** A helper's own elder, or the refusal: whoever is no helper of theirs today learns nothing. Throws notYours. */
export async function getOwnElder(ctx: ElderPairingContext, elderId: string): Promise<OwnElder> {
  const pairs = await ownPairs(ctx.db, elderId, ctx.actor.personId, ctx.clock.today());
  const [pair] = pairs;
  const elder = pair && (await findElder(ctx.db, elderId));
  if (!pair || elder?.state !== "active") throw errors.notYours();
  const asked = pairs.find(({ role }) => role === "primary") ?? pair;
  return { elder, cadreId: pair.cadreId, role: pair.role, askedId: asked.id, isEffective: pair.effectiveOn !== null };
}

/** A visit that a phone kept comes in so many days later at most from whoever is no helper any more. */
const keptAtMost = 31;

/** As getOwnElder, for a visit of `at`: whoever was helper on that day and is not today may still hand it in, and reads nothing. Throws notYours, and as readMoment. */
export async function getVisitedElder(ctx: ElderPairingContext, elderId: string, at: string | undefined) {
  const { db, actor, clock } = ctx;
  const today = clock.today();
  const day = dayOf(readMoment(ctx, at), clock.zone);
  const past = day < today && day >= addDays(today, -keptAtMost) ? await ownPairOn(db, elderId, actor.personId, day) : undefined;
  const elder = past && (await findElder(db, elderId));
  if (elder?.state !== "active") return { ...(await getOwnElder(ctx, elderId)), isHelper: true };
  const own = await ownPairs(db, elderId, actor.personId, today);
  return { elder, cadreId: past!.cadreId, isHelper: own.length > 0 };
}

/** The pairs a helper has today, what is due next and what waits, whether it is them who answer today, and who else: no sealed value is opened. Nine reads by index. */
export async function listMine({ db, actor, clock }: ElderPairingContext) {
  const pairs = await everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .innerJoin("directory_v1_place as place", "place.id", "elder.placeId")
    .select([
      "elder_pairing_pair.id as pairId",
      "elder_pairing_pair.role",
      "elder_pairing_pair.cadreAgreedAt",
      "elder_pairing_pair.effectiveOn",
      "elder_pairing_pair.because",
      "elder_pairing_pair.cadreId",
    ])
    .select(["elder.id", "elder.name", "elder.residentsGroup", "elder.level", "elder.wish", "place.name as village"])
    .where("cadre.personId", "=", actor.personId ?? "")
    .where("cadre.state", "=", "active")
    .where("elder.state", "=", "active")
    .where("elder_pairing_pair.untilOn", "is", null)
    .orderBy("elder_pairing_pair.role", "desc")
    .orderBy("elder.name")
    .execute();
  const ids = ["", ...pairs.map(({ id }) => id)];
  const today = clock.today();
  const [dues, ladders, comes, leaves, raised] = await Promise.all([
    everywhere(db, "elder_pairing_due", why)
      .select(["elderId", "dueOn"])
      .where("elderId", "in", ids)
      .where("state", "in", ["due", "missed"])
      .orderBy("dueOn")
      .execute(),
    everywhere(db, "elder_pairing_ladder", why).select("elderId").where("elderId", "in", ids).where("state", "=", "open").execute(),
    whoComes(db, today, ids),
    db
      .selectFrom("elder_pairing_leave")
      .select(["cadreId", "toOn"])
      .where("cadreId", "in", ["", ...new Set(pairs.map(({ cadreId }) => cadreId))])
      .where("fromOn", "<=", today)
      .where("toOn", ">=", today)
      .orderBy("toOn")
      .execute(),
    raisedBelow(db, ids),
  ]);
  const names = await namesOf(
    { db },
    [...comes.values()].map(({ cadreId }) => cadreId),
  );
  const away = new Map(leaves.map(({ cadreId, toOn }) => [cadreId, toOn]));
  const open = new Set(ladders.map(({ elderId }) => elderId));
  return pairs.map(({ cadreAgreedAt, effectiveOn, cadreId, ...pair }) => ({
    ...pair,
    comesToday: comes.get(pair.id)?.cadreId === cadreId,
    awayUntil: away.get(cadreId) ?? null,
    comes: names[comes.get(pair.id)?.cadreId ?? ""] ?? null,
    nextOn: pair.wish === "none" ? null : (dues.find(({ elderId }) => elderId === pair.id)?.dueOn ?? null),
    hasLadder: open.has(pair.id),
    raised: (raised.get(pair.id) ?? []).map(({ elderId: _, ...one }) => one),
    waitsForMe: pair.role === "primary" && cadreAgreedAt === null,
    isEffective: effectiveOn !== null,
  }));
}

const lastVisits = 5;

/** What somebody still waits for and what comes next; of who wishes no visit nothing is asked, though what was missed before is counted. */
const nextDues = ({ db }: ElderPairingContext, elderId: string) =>
  everywhere(db, "elder_pairing_due", why)
    .select(["dueOn", "mode", "state"])
    .where("elderId", "=", elderId)
    .where("state", "in", ["due", "missed"])
    .orderBy("dueOn")
    .limit(3)
    .execute();

/**
 * An elder as the helper needs them: the card and the last visits opened, and logged. Whoever may not open them, and a helper until both sides have agreed,
 * because the backup answers, learns nothing of health: no spirits, no kind of need and no number of a matter that is named by it. O(last visits).
 */
export async function showOwnElder(ctx: ElderPairingContext, elder: ElderRow, isEffective: boolean) {
  const { db } = ctx;
  const card: ElderCard = await (isEffective ? openElder(ctx, elder) : closedCard(ctx, elder));
  const visits = await pastVisits(ctx, elder.id, isEffective, { from: 0, count: lastVisits });
  const due = elder.wish === "none" ? [] : await nextDues(ctx, elder.id);
  const told = await openNeeds(ctx, await needsOf(db, elder.id), isEffective);
  const matters = await ctx.use.matters.findMatters(told.flatMap(({ matterId }) => matterId ?? []));
  const mayFollow = (matterId: string | null): boolean => matterId !== null && matters.get(matterId)?.enteredBy === ctx.actor.personId;
  const needs = told.map(({ id, category, words, action, matterId, matterNumber, openedOn, closedOn, rating }) => ({
    ...{ id, category, words, action, matterNumber, openedOn, closedOn, rating },
    matterId: mayFollow(matterId) ? matterId : null,
  }));
  const counts = { visitCount: await countVisits(db, elder.id), searchCount: await countSearches(db, elder.id) };
  const handedOver = isEffective ? await toldAtHandover(ctx, elder.id) : null;
  const raised = await raisedOf(ctx, elder.id, isEffective);
  return { card, handedOver, visits, due, raised, needs, ...counts, ladder: await standingOf(ctx, elder.id), reopenId: await findReopenable(ctx, elder.id) };
}
