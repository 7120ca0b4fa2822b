import { isPaused, onRota, type RotaRow } from "../enrol-volunteers/enrol-volunteer.js";
import { errors } from "../errors.js";
import type { AgeBand } from "../join-rules/age-rules.js";
import { judgePerson, judgePost, noCompany } from "../join-rules/can-join.js";
import { readSkills } from "../join-rules/skills.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, type OpenDay, type OpenPost } from "../sign-up/board.js";
import { placesOf, type OtherPlace } from "../sign-up/other-places.repository.js";
import { findSignUp, type SignUpRow } from "../sign-up/sign-up.repository.js";
import { tellStandIns } from "./tell-stand-ins.js";
import { rankStandIns } from "./rank-stand-ins.js";
import { askedFor, lastAsked } from "./stand-in.repository.js";

/** A place that stands, on its day held until the commit. Throws signUpOver, dayEnded. */
export async function holdPlace(ctx: VolunteerDaysContext, { id, dayId }: SignUpRow): Promise<{ row: SignUpRow; open: OpenDay; post: OpenPost }> {
  const open = (await holdDays(ctx.db, [dayId])).get(dayId)!;
  const row = (await findSignUp(ctx.db, id))!;
  if (row.state !== "confirmed" || row.endedAt !== null) throw errors.signUpOver();
  if (open.day.startsAt <= ctx.clock.now()) throw errors.dayEnded({ day: open.day.heldOn });
  return { row, open, post: open.posts.find((one) => one.id === row.postId)! };
}

/** What stands in somebody's way to a place that is passed on, so that it need not be free. Nobody sends a child alone: it comes with its grown-up or not at all. */
export function judgeTaker(
  now: string,
  { day }: OpenDay,
  post: OpenPost,
  who: Pick<RotaRow, "mayLead" | "skills" | "ageBand" | "guardianAgreedOn">,
  others: readonly OtherPlace[],
) {
  const { mayLead, guardianAgreedOn } = who;
  const facts = { ageBand: (who.ageBand ?? "adult") as AgeBand, hasGuardian: guardianAgreedOn !== null, company: noCompany };
  const person = { ...facts, mayLead, skills: readSkills(who.skills) };
  return [...judgePerson({ now, day, person, others }), ...judgePost({ day, post, person })];
}

/**
 * Asks the next few who could take a place over; the first who says yes has it, until then its holder is responsible. Gives how many were asked.
 * Throws signUpOver, dayEnded, nobodyToAsk.
 */
export async function askStandIns(ctx: VolunteerDaysContext, before: SignUpRow): Promise<number> {
  const { db, clock, newId, config, audit } = ctx;
  const { row, open, post } = await holdPlace(ctx, before);
  const asked = new Set((await askedFor(db, row.id)).map(({ volunteerId }) => volunteerId));
  const people = (await onRota(db, open.series)).filter((one) => one.id !== row.volunteerId && !asked.has(one.id) && !isPaused(one, open.day));
  const ids = people.map(({ id }) => id);
  const [others, last] = [await placesOf(ctx, ids), await lastAsked(db, ids)];
  const ranked = rankStandIns(
    people.map((one) => ({
      ...{ id: one.id, isReserve: one.isReserve, knowsSite: one.knownSiteIds.includes(post.siteId), lastAskedAt: last.get(one.id) ?? null },
      isFree: judgeTaker(clock.now(), open, post, one, others.get(one.id)!).length === 0,
    })),
  ).slice(0, config.standInsAsked);
  if (ranked.length === 0) throw errors.nobodyToAsk();
  const rows = ranked.map(({ id: volunteerId }) => ({
    ...{ id: newId(), dayId: open.day.id, signUpId: row.id, volunteerId, state: "asked", askedAt: clock.now(), answeredAt: null },
  }));
  await db.insertInto("volunteer_days_stand_in").values(rows).execute();
  await tellStandIns(ctx, open, post, rows);
  audit("standIn.ask", row.id, { count: rows.length });
  return rows.length;
}
