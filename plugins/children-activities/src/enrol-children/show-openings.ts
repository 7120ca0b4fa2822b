import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import { ageBands, type AgeBand } from "../judge-safety/age-bands.js";
import { countBands, type Counts } from "../judge-safety/count-adults.js";
import type { ConsentFact } from "../judge-safety/has-consent.js";
import { childrenOfHome } from "../keep-children/child.repository.js";
import { mustDirect } from "../keep-safe/must-be.js";
import { attendancesOf, consentsOf, type AttendanceRow, type ProgrammeRow, type SessionRow } from "../keep-safe/session.repository.js";
import type { ActivitiesContext } from "../plugin.js";
import { enrollable, isClosed } from "./dates-ahead.js";
import { expectedAt } from "./elsewhere.js";
import { standBy } from "./stand-by.js";

/** Places left in each band on the fullest of these dates. */
function placesLeft({ expected }: Pick<ProgrammeRow, "expected">, sessions: readonly SessionRow[], rows: readonly AttendanceRow[]): Counts {
  const bySession = groupBy(
    rows.filter(({ state }) => state !== "cancelled"),
    ({ sessionId }) => sessionId,
  );
  const taken = sessions.map(({ id }) => countBands((bySession.get(id) ?? []).map(({ ageBand }) => ageBand as AgeBand)));
  const left = (band: AgeBand): number => Math.max(0, expected[band] - Math.max(0, ...taken.map((counts) => counts[band])));
  return Object.fromEntries(ageBands.map((band) => [band, left(band)])) as Counts;
}

/**
 * The programmes of a home children may be enrolled for today, however far ahead, with how each child stands by it; after the last day to enrol those with children who were taken off a date, and these. For its director alone; ids only. Throws directorOnly. O(programmes × children × dates).
 */
export async function showOpenings(ctx: ActivitiesContext, homeId: string) {
  const { db, clock } = ctx;
  await mustDirect(ctx, homeId);
  const programmes = await everywhere(db, "children_activities_programme", "the programmes of a home whose director asks")
    .selectAll()
    .where("homeId", "=", homeId)
    .where("untilOn", ">=", clock.today())
    .orderBy("fromOn")
    .orderBy("id")
    .execute();
  const sessions = await everywhere(db, "children_activities_session", "the dates of a home whose director asks")
    .selectAll()
    .where("homeId", "=", homeId)
    .where("endsAt", ">", clock.now())
    .where("state", "in", enrollable)
    .orderBy("heldOn")
    .execute();
  const children = await childrenOfHome(db, homeId);
  const ids = children.map(({ id }) => id);
  const ahead = sessions.map(({ id }) => id);
  const [consents, rows, expected] = await Promise.all([consentsOf(db, ids), attendancesOf(db, ahead), expectedAt(db, ids)]);
  const said = groupBy(consents as unknown as (ConsentFact & { childId: string })[], ({ childId }) => childId);
  const byProgramme = groupBy(sessions, ({ programmeId }) => programmeId);
  return programmes.flatMap((programme) => {
    const dates = byProgramme.get(programme.id) ?? [];
    if (dates.every(({ state }) => state === "planned")) return [];
    const here = rows.filter(({ sessionId }) => dates.some(({ id }) => id === sessionId));
    const own = groupBy(here, ({ childId }) => childId);
    const stands = children.map((child) =>
      standBy(programme, dates, child, said.get(child.id) ?? [], own.get(child.id) ?? [], expected.get(child.id) ?? [], clock.now()),
    );
    const isLate = isClosed(ctx, programme);
    const shown = isLate ? stands.filter(({ standing }) => standing === "cancelled") : stands;
    const fresh = dates.filter(({ state }) => state !== "open");
    // A programme all of whose dates began takes back who was on its list, nobody else.
    if (shown.length === 0 || (fresh.length === 0 && shown.every(({ standing }) => standing !== "cancelled"))) return [];
    return [
      {
        ...{ programmeId: programme.id, title: programme.title, closesOn: programme.closesOn },
        ...{ fromOn: dates[0]!.heldOn, untilOn: dates.at(-1)!.heldOn, dates: dates.length, left: placesLeft(programme, dates, here), isLate },
        children: shown.map(({ childId, standing, agreed, busy }) => ({ childId, standing, agreed: agreed.length, busy: busy.length })),
      },
    ];
  });
}
