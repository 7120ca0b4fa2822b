import { writeLedgerPage } from "@lianxin/documents";
import { showNames } from "../hold-session/board.js";
import { stepsOf, takers } from "../hand-over/ladder.js";
import { childrenById } from "../keep-children/child.repository.js";
import { mustLead } from "../keep-safe/must-be.js";
import { attendancesOf, findProgramme, findSession, type SessionRow } from "../keep-safe/session.repository.js";
import { hourOn } from "../plan-programme/write-letters.js";
import type { ActivitiesContext } from "../plugin.js";
import { localTimeOf } from "../tell-time/tell-time.js";
import { openCollecting, tellWhoTook } from "./open-collecting.js";
import { homeOf, said } from "./papers.js";

/** Head counts are ticked in so many columns: one each half hour of a morning. */
const counts = 5;

async function headOf(ctx: ActivitiesContext, { homeId, programmeId, heldOn, startsAt, endsAt }: SessionRow, title: "roll" | "pickUp") {
  const [{ name, director }, programme] = await Promise.all([homeOf(ctx, homeId), findProgramme(ctx.db, programmeId)]);
  const hours = `${localTimeOf(startsAt, ctx.clock.zone)}—${localTimeOf(endsAt, ctx.clock.zone)}`;
  return { title: `${said(ctx, `paper.${title}.title`)} ${programme!.title} ${hours}`, organisation: name, filledBy: director, date: heldOn };
}

/** The roll: each child expected with its reminders as marks, the time it came, and boxes for the head counts. What is known stands there already; each name opened is in the access log. */
export async function printRoll(ctx: ActivitiesContext, sessionId: string): Promise<string> {
  const children = await showNames(ctx, sessionId, "print");
  const session = (await findSession(ctx.db, sessionId))!;
  const rows = new Map((await attendancesOf(ctx.db, [sessionId])).map((row) => [row.childId, row]));
  const at = (instant: string | null | undefined): string => hourOn(session.heldOn, instant, ctx.clock.zone);
  const column = (key: string): string => said(ctx, `paper.column.${key}`);
  return writeLedgerPage({
    ...(await headOf(ctx, session, "roll")),
    headings: [
      ...["number", "name", "band", "reminders", "came"].map(column),
      ...Array.from({ length: counts }, (_, i) => `${column("count")}${i + 1}`),
      column("went"),
    ],
    rows: children.map(({ childId, name, ageBand, mayBePhotographed, health }, i) => {
      const reminders = [!mayBePhotographed && said(ctx, "board.noPhoto"), health !== null && said(ctx, "paper.reminder")].filter(Boolean).join("、");
      const row = rows.get(childId);
      return [i + 1, name, said(ctx, `band.${ageBand}`), reminders, at(row?.arrivedAt), ...Array.from({ length: counts }, () => "□"), at(row?.departedAt)];
    }),
    isWritten: true,
    account: said(ctx, "paper.roll.foot"),
  });
}

/** Who may collect each child that is expected, and who did, with room to sign: by name, relation and the last four digits. Each name opened is in the access log. */
export async function printPickUp(ctx: ActivitiesContext, sessionId: string): Promise<string> {
  const { db, clock, disclose } = ctx;
  const session = (await findSession(db, sessionId))!;
  await mustLead(ctx, session);
  const children = await showNames(ctx, sessionId, "print");
  const ids = children.map(({ childId }) => childId);
  const collecting = await openCollecting(ctx, ids, sessionId);
  const alone = (await childrenById(db, ids)).flatMap(({ id, aloneRoute }) => (aloneRoute === null ? [] : [{ id, aloneRoute }]));
  const ways = (
    await disclose(
      alone.map(({ aloneRoute }) => aloneRoute),
      "print",
    )
  ).map((route, i) => [alone[i]!.id, route ?? ""] as const);
  const routes = new Map(ways);
  const rows = new Map((await attendancesOf(db, [sessionId])).map((row) => [row.childId, row]));
  const took = new Map<string, string>();
  for (const [childId, row] of rows) if (row.state === "collected") took.set(childId, await tellWhoTook(ctx, row));
  const taken = [...rows.values()].filter(({ state }) => state === "taken");
  const steps = await stepsOf(
    db,
    taken.map(({ id }) => id),
  );
  for (const { id, childId } of taken) {
    const office = takers.find((one) => steps.findLast(({ attendanceId, step }) => attendanceId === id && step.startsWith("took_"))?.step === `took_${one}`);
    if (office) took.set(childId, said(ctx, `ladder.took_${office}`));
  }
  return writeLedgerPage({
    ...(await headOf(ctx, session, "pickUp")),
    headings: ["number", "name", "collectors", "went", "by", "signature", "leader"].map((key) => said(ctx, `paper.column.${key}`)),
    rows: children.map(({ childId, name }, i) => {
      const may = [...(collecting.get(childId) ?? []), ...(routes.has(childId) ? [said(ctx, "paper.alone", { route: routes.get(childId)! })] : [])];
      const row = rows.get(childId);
      const isAbsent = row?.state === "absent" || (row?.state === "enrolled" && session.state === "closed");
      const by = row?.state === "alone" ? said(ctx, "child.state.alone") : isAbsent ? said(ctx, "child.state.absent") : (took.get(childId) ?? "");
      return [i + 1, name, may.join("；"), hourOn(session.heldOn, row?.departedAt, clock.zone), by, "", ""];
    }),
    isWritten: true,
    account: said(ctx, "paper.pickUp.foot"),
  });
}
