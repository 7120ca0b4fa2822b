import type { ValuesOf } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { keepStanding, readEnrolment, standingOf, type ReadEnrolment, type RotaStanding } from "../enrol-volunteers/enrol-volunteer.js";
import { errors } from "../errors.js";
import { readSkills } from "../join-rules/skills.js";
import { sitesOf, type SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findVolunteers, lookForVolunteers } from "../sign-up/find-volunteers.js";
import { keepImport, type Deed } from "./keep-import.js";
import type { rotaColumns } from "./list-columns.js";
import { refusedLine, unreadable, type ListLine, type RefusedLine } from "./read-list.js";
import { tellChanges, type SiteNames } from "./tell-changes.js";

type Values = ValuesOf<typeof rotaColumns>;
type Line = ListLine<Values>;
export interface VolunteerLine {
  readonly line: number;
  readonly name: string;
  readonly becomes: "new" | "changed" | "same";
  /** What is different, "可当组长：否 → 是"; of somebody new, what is said of them. */
  readonly changes: string;
}
export interface JudgedVolunteers {
  readonly lines: readonly VolunteerLine[];
  readonly refused: readonly RefusedLine[];
}

function knownSites(written: string | undefined, sites: SiteNames): string[] {
  return readSkills(written ?? null).map((name) => {
    const id = [...sites].find(([, one]) => one === name)?.[0];
    if (!id) throw errors.siteNameUnknown({ name }, "body.knows");
    return id;
  });
}

function enrolmentOf(sites: SiteNames, placePath: string, values: Values): ReadEnrolment {
  const { name, phone, age, guardianAgreedOn, mayLead, isReserve, knows, skills } = values;
  return readEnrolment(new Set(sites.keys()), placePath, {
    ...{ name: name!, phone: phone!, ageBand: age ?? "adult", mayLead: mayLead ?? false, isReserve: isReserve ?? false },
    ...{ knownSiteIds: knownSites(knows, sites), skills, guardianAgreedOn: guardianAgreedOn?.toString() },
  });
}

/** What stands now of those who are on the rota; who is not is left out. */
async function standings({ db }: VolunteerDaysContext, ids: readonly string[]): Promise<ReadonlyMap<string, RotaStanding>> {
  const rows = await everywhere(db, "volunteer_days_volunteer", "those a list names")
    .selectAll()
    .where("id", "in", ["", ...ids])
    .where("joinedRotaAt", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.id, standingOf(row)]));
}

interface JudgedLine {
  readonly line: Line;
  readonly volunteerId: string;
  readonly isNew: boolean;
  readonly before: RotaStanding | undefined;
  readonly after: RotaStanding;
  readonly told: VolunteerLine;
}

async function judge(ctx: VolunteerDaysContext, series: SeriesRow, lines: readonly Line[], find: typeof findVolunteers) {
  const sites: SiteNames = new Map((await sitesOf(ctx.db, series.id)).map(({ id, name }) => [id, name]));
  const refused: RefusedLine[] = [];
  const sound: { line: Line; enrolment: ReadEnrolment }[] = [];
  for (const line of lines)
    try {
      if (line.values) sound.push({ line, enrolment: enrolmentOf(sites, series.placePath, line.values) });
      else refused.push(...unreadable(ctx, line));
    } catch (error) {
      refused.push(refusedLine(ctx, line, error));
    }
  const who = await find(
    ctx,
    sound.map(({ enrolment }) => enrolment.identity),
  );
  const now = new Map(
    await standings(
      ctx,
      who.map(({ id }) => id),
    ),
  );
  const made = new Set<string>();
  const judged = sound.map(({ line, enrolment: { standing: after, identity } }, i): JudgedLine => {
    const { id: volunteerId, isNew } = who[i]!;
    const before = now.get(volunteerId);
    const changes = tellChanges(ctx, sites, before, after);
    now.set(volunteerId, after);
    const isFirst = isNew && !made.has(volunteerId);
    made.add(volunteerId);
    const becomes = before ? (changes === "" ? "same" : "changed") : "new";
    return { line, volunteerId, isNew: isFirst, before, after, told: { line: line.line, name: identity.name, becomes, changes } };
  });
  return { judged, refused };
}

/** What would come of a list for the rota, line by line; nothing is written. O(lines). */
export async function previewVolunteers(ctx: VolunteerDaysContext, series: SeriesRow, lines: readonly Line[]): Promise<JudgedVolunteers> {
  const { judged, refused } = await judge(ctx, series, lines, lookForVolunteers);
  return { lines: judged.map(({ told }) => told), refused };
}

/** Puts a list of people on the rota; who is on it gets the facts of the list. A line that is refused changes nothing and is named. O(lines). */
export async function importVolunteers(ctx: VolunteerDaysContext, series: SeriesRow, fileName: string, lines: readonly Line[]) {
  const { judged, refused } = await judge(ctx, series, lines, findVolunteers);
  const done = judged.filter(({ told }) => told.becomes !== "same");
  for (const { volunteerId, after } of done) await keepStanding(ctx, volunteerId, after);
  const deeds = done.map(({ line: { line }, volunteerId, isNew, before, after }): Deed => ({
    ...{ line, volunteerId, signUpId: null, isNew, deed: before ? "changed" : "added" },
    ...{ before: before ? JSON.stringify(before) : null, after: JSON.stringify(after) },
  }));
  const importId = await keepImport(ctx, { placePath: series.placePath, kind: "rota", dayId: null, seriesId: series.id, fileName }, deeds);
  ctx.audit("rota.import", series.id, { enrolled: done.length, refused: refused.length });
  return { lines: judged.map(({ told }) => told), refused, importId };
}
