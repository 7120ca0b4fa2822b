import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";

/** What stands under one volunteer. */
export interface Counted {
  /** Places, those given back too. */
  readonly places: number;
  /** That stand. */
  readonly minutes: number;
  readonly certificates: number;
  /** Of training, awards and evaluations. */
  readonly entries: number;
}

/** O(rows of the volunteer). */
export async function countOf({ db }: VolunteerDaysContext, volunteerId: string): Promise<Counted> {
  const why = "what stands under one volunteer who was reached before";
  const [places, service, certificates, entries] = await Promise.all([
    db.selectFrom("volunteer_days_sign_up").select("id").where("volunteerId", "=", volunteerId).execute(),
    everywhere(db, "volunteer_days_service", why).select("minutes").where("volunteerId", "=", volunteerId).execute(),
    everywhere(db, "volunteer_days_certificate", why).select("id").where("volunteerId", "=", volunteerId).execute(),
    everywhere(db, "volunteer_days_record_entry", why).select("id").where("volunteerId", "=", volunteerId).where("withdrawnAt", "is", null).execute(),
  ]);
  const minutes = service.reduce((sum, row) => sum + row.minutes, 0);
  return { places: places.length, minutes, certificates: certificates.length, entries: entries.length };
}
