import type { ValuesOf } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { leftSince, askedOf, seriesAt } from "../enrol-volunteers/asked-for.js";
import { keepStanding, readEnrolment, standingOf, standingWith, type ReadEnrolment, type RotaStanding } from "../enrol-volunteers/enrol-volunteer.js";
import { errors } from "../errors.js";
import { readSkills } from "../join-rules/skills.js";
import { sitesOf, type SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { findVolunteers, lookForVolunteers } from "../sign-up/find-volunteers.js";
import { leftWordOf, type LeftWord } from "./left-word.js";
import { dayOf, tellDay } from "../tell-time/tell-time.js";
import { keepImport, type Deed } from "./keep-import.js";
import type { rotaColumns } from "./list-columns.js";
import { refusedLine, unreadable, type ListLine, type RefusedLine } from "./read-list.js";
import { tellChanges, type SiteNames } from "./tell-changes.js";

type Values = ValuesOf<typeof rotaColumns>;
type Line = ListLine<Values>;
export interface VolunteerLine {
  readonly line: number;
  readonly name: string;
  /** left: they said to be put on the rota no more, and not yes again; nothing comes of the line. */
  readonly becomes: "new" | "changed" | "same" | "left";
  /** What is different, "可当组长：否 → 是"; of somebody new, what is said of them; of who left, since when. */
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

/** Those whom a list names and who are known. */
const rowsOf = ({ db }: VolunteerDaysContext, ids: readonly string[]) =>
  everywhere(db, "volunteer_days_volunteer", "those a list names")
    .selectAll()
    .where("id", "in", ["", ...ids])
    .execute();

interface JudgedLine {
  readonly line: Line;
  readonly volunteerId: string;
  readonly isNew: boolean;
  readonly before: RotaStanding | undefined;
  readonly after: RotaStanding;
  /** When they left the rota they are put on again. */
  readonly left: LeftWord | undefined;
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
  const rows = await rowsOf(
    ctx,
    who.map(({ id }) => id),
  );
  const all = await seriesAt(ctx.db, series.placePath);
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  const at = { all, series, sites: new Set(sites.keys()) };
  const of = new Map(rows.map((row) => [row.id, row]));
  const now = new Map(rows.flatMap((row) => (row.joinedRotaAt === null ? [] : [[row.id, standingOf({ ...row, rotaSeriesIds: askedOf(row, all) })] as const])));
  const made = new Set<string>();
  const judged = sound.map(({ line, enrolment: { standing, identity } }, i): JudgedLine => {
    const { id: volunteerId, isNew } = who[i]!;
    const before = now.get(volunteerId);
    const row = of.get(volunteerId);
    const after = standingWith(row, at, standing);
    const isAsked = before?.rotaSeriesIds?.includes(series.id) ?? false;
    const left = row && !isAsked && leftSince(row, series.id) !== null ? row : undefined;
    const said = { line: line.line, name: identity.name };
    if (left && !line.values!.agreedAgain) {
      const day = tellDay(dayOf(leftSince(left, series.id)!, ctx.clock.zone));
      const told = { ...said, becomes: "left", changes: ctx.text("volunteer-days.import.left", { day }) } as const;
      return { line, volunteerId, isNew: false, before, after, left: undefined, told };
    }
    const changes = tellChanges(ctx, { sites, series: titles }, before, after);
    now.set(volunteerId, after);
    const isFirst = isNew && !made.has(volunteerId);
    made.add(volunteerId);
    const becomes = before ? (changes === "" ? "same" : "changed") : "new";
    return { line, volunteerId, isNew: isFirst, before, after, left: before ? undefined : left && leftWordOf(left), told: { ...said, becomes, changes } };
  });
  return { judged, refused };
}

/** What would come of a list for the rota, line by line; nothing is written. O(lines). */
export async function previewVolunteers(ctx: VolunteerDaysContext, series: SeriesRow, lines: readonly Line[]): Promise<JudgedVolunteers> {
  const { judged, refused } = await judge(ctx, series, lines, lookForVolunteers);
  return { lines: judged.map(({ told }) => told), refused };
}

/** Puts a list of people on the rota; who is on it gets the facts of the list, who left it stays away unless the list says that they agreed again. A line that is refused changes nothing and is named. O(lines). */
export async function importVolunteers(ctx: VolunteerDaysContext, series: SeriesRow, fileName: string, lines: readonly Line[]) {
  const { judged, refused } = await judge(ctx, series, lines, findVolunteers);
  const done = judged.filter(({ told }) => told.becomes === "new" || told.becomes === "changed");
  for (const { volunteerId, after } of done) await keepStanding(ctx, volunteerId, after);
  const deeds = done.map(({ line: { line }, volunteerId, isNew, before, after, left }): Deed => ({
    ...{ line, volunteerId, signUpId: null, isNew, isNumberless: false, deed: before ? "changed" : "added" },
    ...{ before: before || left ? JSON.stringify(before ?? left) : null, after: JSON.stringify(after) },
  }));
  const importId = await keepImport(ctx, { placePath: series.placePath, kind: "rota", dayId: null, seriesId: series.id, fileName }, deeds);
  ctx.audit("rota.import", series.id, { enrolled: done.length, refused: refused.length });
  return { lines: judged.map(({ told }) => told), refused, importId };
}
