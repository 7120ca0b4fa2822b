import { isSame } from "../ask-guardian/door.js";
import { digitsOf } from "../ask-guardian/one-time-code.js";
import { findGuardian, kinOfChildren } from "../keep-children/child.repository.js";
import { errors } from "../errors.js";
import { countTry, mostTries } from "../ask-guardian/count-try.js";
import { findAttendance } from "../keep-safe/session.repository.js";
import { reachable } from "../plan-programme/write-letters.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";
import { addMinutes } from "../tell-time/tell-time.js";

/** So many codes of a kind for one child at one session. */
const mostCodes = 8;
/** A code to collect is good until so many minutes after the end, or after it was given when that is later; one to allow somebody for so many minutes. */
const collectMinutes = 360;
const oneOffMinutes = 20;

/** "周师傅" → "周＊傅": a letter is kept longer than the person it tells of. */
const masked = (name: string): string => {
  const letters = [...name];
  return letters.length > 2 ? `${letters[0]!}${"＊".repeat(letters.length - 2)}${letters.at(-1)!}` : `${letters[0]!}＊`;
};

/** The codes of a kind for a child at a session, newest first. */
const codesOf = (db: ActivitiesDb, attendanceId: string, kind: NewCode["kind"]) =>
  db
    .selectFrom("children_activities_code")
    .selectAll()
    .where("attendanceId", "=", attendanceId)
    .where("kind", "=", kind)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .execute();

/** The question to a guardian that waits for its code: whom, and until when it is good; none when it is over or was answered. Who is asked for nobody reads before the guardian agrees. */
export async function openQuestion({ db, clock }: ActivitiesContext, attendanceId: string) {
  const [newest] = await codesOf(db, attendanceId, "one_off");
  if (!newest || newest.guardianId === null || !isOpen(newest, clock.now())) return null;
  return { guardianId: newest.guardianId, untilAt: newest.expiresAt };
}

/** The newest code to collect of each other child for whom the same guardian got one at that session, as long as the guardian answers for this child. */
async function codesOfSiblings(db: ActivitiesDb, attendanceId: string, guardianId: string) {
  const { sessionId, childId } = (await findAttendance(db, attendanceId))!;
  // Who answers for this child no more may still hold a code for another: it does not open here.
  if (!(await kinOfChildren(db, [childId])).some((one) => one.guardianId === guardianId)) return [];
  const rows = await db
    .selectFrom("children_activities_code as code")
    .innerJoin("children_activities_attendance as attendance", "attendance.id", "code.attendanceId")
    .selectAll("code")
    .where("attendance.sessionId", "=", sessionId)
    .where("code.guardianId", "=", guardianId)
    .where("code.kind", "=", "collect")
    .where("code.attendanceId", "!=", attendanceId)
    .orderBy("code.createdAt", "desc")
    .orderBy("code.id", "desc")
    .execute();
  return rows.filter((row, i) => rows.findIndex((one) => one.attendanceId === row.attendanceId) === i);
}

type Code = Awaited<ReturnType<typeof codesOf>>[number];
const isOpen = ({ usedAt, expiresAt, tries }: Pick<Code, "usedAt" | "expiresAt" | "tries">, now: string): boolean =>
  usedAt === null && expiresAt > now && tries < mostTries;

/**
 * The codes that open for a child, its own newest first. Who has several children there need not know which code is whose: each opens for any of them, once. Too many wrong ones for a child and none
 * does, until it has another.
 */
async function openCodes({ db, clock }: ActivitiesContext, attendanceId: string, kind: NewCode["kind"]): Promise<readonly Code[]> {
  const [own] = await codesOf(db, attendanceId, kind);
  if (!own || own.tries >= mostTries) return [];
  const others = kind === "collect" && own.guardianId !== null ? await codesOfSiblings(db, attendanceId, own.guardianId) : [];
  return [own, ...others].filter((one) => isOpen(one, clock.now()));
}

/** A sibling's code is used for this child: they exchange codes, so that who is still there keeps an open one of their own, on which wrong tries count. */
async function exchange(db: ActivitiesDb, own: Code, sibling: Code): Promise<void> {
  const places = [
    { id: own.id, attendanceId: sibling.attendanceId, createdAt: sibling.createdAt },
    { id: sibling.id, attendanceId: own.attendanceId, createdAt: own.createdAt },
  ];
  for (const { id, ...place } of places) await db.updateTable("children_activities_code").set(place).where("id", "=", id).execute();
}

export interface NewCode {
  readonly kind: "collect" | "one_off";
  readonly attendanceId: string;
  readonly guardianId: string;
  /** The end of the session. */
  readonly until: string;
  /** Who is asked for; at which home, and the last character of the child's name, so that a guardian of several knows which one they answer for. */
  readonly collector?: { readonly id: string; readonly name: string; readonly relation: string; readonly home: string; readonly childEnds: string };
}

/**
 * Makes a code that is good once and sends it to the guardian's phone, if a text message reaches it; no child is named in the message but by the last character of one who is
 * asked for, and who asks only in part. Gives its id, of which the digits are made. Throws tooManyCodes, so that asking for code after code is no way to guess one.
 */
export async function makeCode(ctx: ActivitiesContext, { kind, attendanceId, guardianId, until, collector }: NewCode): Promise<string> {
  const { db, newId, clock, deliver, text } = ctx;
  const known = await codesOf(db, attendanceId, kind);
  if (known.length >= mostCodes) throw errors.tooManyCodes({ most: mostCodes });
  const id = newId();
  const from = until > clock.now() ? until : clock.now();
  const expiresAt = kind === "collect" ? addMinutes(from, collectMinutes) : addMinutes(clock.now(), oneOffMinutes);
  const row = { id, kind, guardianId, attendanceId, collectorId: collector?.id ?? null, tries: 0, createdAt: clock.now(), expiresAt, usedAt: null };
  await db.insertInto("children_activities_code").values(row).execute();
  const guardian = (await findGuardian(db, guardianId))!;
  // A landline gets no text message, and without a gateway nobody does: the code is said at the door.
  if (!(await reachable(ctx, [{ guardianId, phone: guardian.phone }])).has(guardianId)) return id;
  const hasMore = kind === "collect" && (await codesOfSiblings(db, attendanceId, guardianId)).some((one) => isOpen(one, clock.now()));
  const said = hasMore ? "collect.more" : kind;
  const { home = "", relation = "", childEnds = "", name = "" } = collector ?? {};
  const words = { code: digitsOf(ctx, id), name: collector ? masked(name) : "", relation, home, child: childEnds, minutes: oneOffMinutes };
  deliver({
    ...{
      channel: "sms",
      to: { personId: guardianId, name: text("children-activities.guardian", {}, "zh-CN"), address: guardian.phone },
      key: `children-activities/${kind}/${id}`,
    },
    ...{ subject: text(`children-activities.letter.${kind}.subject`, {}, "zh-CN"), text: text(`children-activities.letter.${said}`, words, "zh-CN") },
  });
  return id;
}

/** Tries a code for a child and session. A wrong one is counted; after the fifth only another code helps. */
export async function tryCode(
  ctx: ActivitiesContext,
  attendanceId: string,
  kind: NewCode["kind"],
  said: string,
): Promise<{ isRight: boolean; left: number; collectorId: string | null }> {
  const codes = await openCodes(ctx, attendanceId, kind);
  const [first] = codes;
  if (!first) return { isRight: false, left: 0, collectorId: null };
  const right = codes.find(({ id }) => isSame(said.trim(), digitsOf(ctx, id)));
  if (right && right.attendanceId !== attendanceId) await exchange(ctx.db, first, right);
  const tries = await countTry(ctx.db, (right ?? first).id, right ? ctx.clock.now() : null);
  const counts = tries !== undefined;
  return { isRight: right !== undefined && counts, left: right || !counts ? 0 : mostTries - tries, collectorId: first.collectorId };
}
