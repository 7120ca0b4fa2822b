import type { ValuesOf } from "@lianxin/documents";
import { enrolVolunteer } from "../enrol-volunteers/enrol-volunteer.js";
import { errors } from "../errors.js";
import { readSkills } from "../join-rules/skills.js";
import { sitesOf, type SeriesRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { rotaColumns } from "./list-columns.js";
import { refusedLine, type ListLine, type RefusedLine } from "./read-list.js";

type Values = ValuesOf<typeof rotaColumns>;

function knownSites(written: string | undefined, sites: ReadonlyMap<string, string>): string[] {
  return readSkills(written ?? null).map((name) => {
    const id = sites.get(name);
    if (!id) throw errors.siteNameUnknown({ name });
    return id;
  });
}

/** Puts a list of people on the rota, each as if enrolled alone; who is on it gets the facts of the list. A line that is refused changes nothing and is named. O(lines). */
export async function importVolunteers(
  ctx: VolunteerDaysContext,
  series: SeriesRow,
  lines: readonly ListLine<Values>[],
): Promise<{ enrolled: number; refused: readonly RefusedLine[] }> {
  const sites = new Map((await sitesOf(ctx.db, series.id)).map(({ id, name }) => [name, id]));
  const refused: RefusedLine[] = [];
  for (const { line, values } of lines)
    try {
      if (values instanceof Error) throw values;
      const { name, phone, age, guardianAgreedOn, mayLead, isReserve, knows, skills } = values;
      await enrolVolunteer(ctx, series, {
        ...{ name: name!, phone: phone!, ageBand: age ?? "adult", mayLead: mayLead ?? false, isReserve: isReserve ?? false },
        ...{ knownSiteIds: knownSites(knows, sites), skills, guardianAgreedOn: guardianAgreedOn?.toString() },
      });
    } catch (error) {
      refused.push(refusedLine(ctx, line, error));
    }
  ctx.audit("rota.import", series.id, { enrolled: lines.length - refused.length, refused: refused.length });
  return { enrolled: lines.length - refused.length, refused };
}
