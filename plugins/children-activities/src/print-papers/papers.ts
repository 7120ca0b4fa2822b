import { writeBadges, writeConsentSheet, writeLedger, writeLinkSheet, type LedgerColumn } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { linkOf } from "../ask-guardian/door.js";
import { errors } from "../errors.js";
import { showNames } from "../hold-session/board.js";
import { consentPurposes, consentTextOn } from "../judge-safety/consent-texts.js";
import { law } from "../judge-safety/law.js";
import { childIdsOfGuardian, childrenById, findGuardian } from "../keep-children/child.repository.js";
import { findHome } from "../keep-homes/home.repository.js";
import { isDirector, mustDirect } from "../keep-safe/must-be.js";
import { attendancesOf, findProgramme, findSession } from "../keep-safe/session.repository.js";
import { hourOn } from "../plan-programme/write-letters.js";
import type { ActivitiesContext } from "../plugin.js";
import { dayOf, lastOfMonths } from "../tell-time/tell-time.js";

export const said = ({ text }: Pick<ActivitiesContext, "text">, key: string, params = {}): string => text(`children-activities.${key}`, params, "zh-CN");

export async function homeOf({ db, use }: ActivitiesContext, homeId: string) {
  const home = (await findHome(db, homeId))!;
  const [venue, names] = await Promise.all([use.directory.findVenue(home.venueId), use.directory.namesOf([home.directorId])]);
  return { name: venue?.name ?? "", director: names.get(home.directorId) ?? "" };
}

/** The sheet a guardian signs, in the wording of today; nothing about any child is on it. */
export async function printConsent(ctx: ActivitiesContext, homeId: string, programmeId?: string): Promise<string> {
  const { name, director } = await homeOf(ctx, homeId);
  const programme = programmeId ? await findProgramme(ctx.db, programmeId) : undefined;
  if (programmeId && programme?.homeId !== homeId) throw errors.programmeUnknown({}, "query.programmeId");
  const { words, version, citation } = consentTextOn(ctx.clock.today())!;
  return writeConsentSheet({
    ...{ home: name, director, textVersion: version, citation, aloneFrom: law.aloneFrom.value },
    activity: programme ? `${programme.title} ${programme.fromOn} 至 ${programme.untilOn} ${programme.startTime}—${programme.endTime}` : "",
    purposes: consentPurposes.map((purpose) => ({ title: said(ctx, `consent.${purpose}`), words: words[purpose] })),
  });
}

/** Badges of who is expected at a session, for who leads it; each name opened is in the access log. */
export async function printBadges(ctx: ActivitiesContext, sessionId: string): Promise<string> {
  const children = await showNames(ctx, sessionId, "print");
  const session = (await findSession(ctx.db, sessionId))!;
  const [{ name }, programme] = await Promise.all([homeOf(ctx, session.homeId), findProgramme(ctx.db, session.programmeId)]);
  const badges = children.map((child) => ({ name: child.name, mayBePhotographed: child.mayBePhotographed }));
  return writeBadges({ home: name, activity: programme!.title, noPhoto: said(ctx, "board.noPhoto"), badges });
}

/** Sessions of a home on days that begin with "2027-07", in order. */
const sessionsIn = ({ db }: ActivitiesContext, homeId: string, month: string) =>
  everywhere(db, "children_activities_session", "the attendance of a home whose director asks")
    .selectAll()
    .where("homeId", "=", homeId)
    .where("heldOn", ">=", `${month}-01`)
    .where("heldOn", "<=", lastOfMonths(`${month}-01`, 1))
    .where("state", "in", ["open", "closed"])
    .orderBy("startsAt")
    .execute();

/** Who came when to a home in a month, as .xlsx for its director: a name is text, whatever it begins with. Of who was erased the row stays, without a name. */
export async function writeAttendance(ctx: ActivitiesContext, homeId: string, month: string): Promise<Uint8Array> {
  await mustDirect(ctx, homeId);
  const { db, clock, actor, use } = ctx;
  const [{ name: home }, sessions] = [await homeOf(ctx, homeId), await sessionsIn(ctx, homeId, month)];
  const rows = (
    await attendancesOf(
      db,
      sessions.map(({ id }) => id),
    )
  ).filter(({ state }) => state !== "cancelled");
  const children = await childrenById(db, [...new Set(rows.map(({ childId }) => childId))]);
  const opened = await ctx.disclose(
    children.map(({ name }) => name),
    "print",
  );
  const names = new Map(children.map(({ id }, i) => [id, opened[i]!]));
  const titles = new Map<string, string>();
  for (const { programmeId } of sessions) if (!titles.has(programmeId)) titles.set(programmeId, (await findProgramme(db, programmeId))!.title);
  const filledBy = actor.personId === null ? "" : ((await use.directory.namesOf([actor.personId])).get(actor.personId) ?? "");
  const column = (key: string, kind: LedgerColumn["kind"] = "text"): LedgerColumn => ({ header: said(ctx, `ledger.${key}`), kind });
  const byId = new Map(sessions.map((session) => [session.id, session]));
  return writeLedger({
    ...{ title: said(ctx, "ledger.title", { home }), organisation: home, filledBy, date: clock.today(), stamp: clock.now() },
    columns: [column("number", "number"), column("day", "date"), ...["activity", "name", "band", "state", "came", "went"].map((key) => column(key))],
    rows: rows.map(({ sessionId, childId, ageBand, state: kept, arrivedAt, departedAt }, i) => {
      const { heldOn, programmeId, state: session } = byId.get(sessionId)!;
      const state = kept === "enrolled" && session === "closed" ? "absent" : kept;
      const child = names.get(childId) ?? said(ctx, "ledger.erased");
      return [
        i + 1,
        heldOn,
        titles.get(programmeId)!,
        child,
        said(ctx, `band.${ageBand}`),
        said(ctx, `child.state.${state}`),
        ...[arrivedAt, departedAt].map((at) => hourOn(heldOn, at, clock.zone)),
      ];
    }),
  });
}

/** The private link of a guardian, given out anew on paper: the one before is good for nothing from now on, and this one is shown nowhere again. */
export async function printLink(ctx: ActivitiesContext, guardianId: string): Promise<string> {
  const { db, clock, audit, linkTo } = ctx;
  const [guardian, children] = [await findGuardian(db, guardianId), await childrenById(db, await childIdsOfGuardian(db, guardianId))];
  const own = [];
  for (const child of children) if (await isDirector(ctx, child.homeId)) own.push(child);
  if (!guardian || own.length === 0) throw errors.directorOnly();
  await db
    .updateTable("children_activities_guardian")
    .set({ linkVersion: (guardian.linkVersion ?? 0) + 1 })
    .where("id", "=", guardianId)
    .execute();
  audit("guardian.link", guardianId);
  const { name } = await homeOf(ctx, own[0]!.homeId);
  const [year, month, day] = dayOf(clock.now(), clock.zone).split("-").map(Number);
  return writeLinkSheet({
    ...{ title: said(ctx, "page.guardian"), home: name, link: linkTo(await linkOf(ctx, guardianId)), issuedOn: `${year}年${month}月${day}日` },
    lines: [1, 2, 3].map((n) => said(ctx, `link.${n}`)),
  });
}
