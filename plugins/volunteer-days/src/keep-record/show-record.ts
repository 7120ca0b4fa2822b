import { everywhere } from "@lianxin/plugin-kit";
import type { VolunteerDaysContext } from "../plugin.js";
import { mayEverLead, sitesAt } from "../change-volunteer/change-standing.js";
import { isUndoable } from "../enrol-volunteers/take-off-rota.js";
import { placesAhead } from "../keep-people/forget-volunteer.js";
import { sumMinutes } from "../record-hours/record-hours.js";
import { serviceOf } from "../record-hours/service.repository.js";
import type { findVolunteer } from "../sign-up/sign-up.repository.js";
import { findBasics } from "./basics.js";
import { entriesOf } from "./record-entry.js";

type Volunteer = NonNullable<Awaited<ReturnType<typeof findVolunteer>>>;

/** Everything kept of one volunteer but what is sealed: that is opened on demand. */
export async function showRecord(ctx: VolunteerDaysContext, volunteer: Volunteer) {
  const { id, name, phone, skills, personId, mayLead, isReserve, knownSiteIds, placePath, phoneChangedAt } = volunteer;
  const { db } = ctx;
  const [[basics], entries, service] = await Promise.all([findBasics(db, [id]), entriesOf(db, id), serviceOf(db, id, "0001-01-01", "9999-12-31")]);
  const certificates = await everywhere(db, "volunteer_days_certificate", "the certificates of one person who was reached before")
    .select(["id", "number", "minutes", "fromOn", "toOn", "issuedOn"])
    .where("volunteerId", "=", id)
    .orderBy("issuedAt", "desc")
    .execute();
  const ahead = await placesAhead(ctx, id);
  const minutes = [...sumMinutes(service).values()];
  return {
    ...{ id, name, phone, skills, agreedOn: basics?.agreedOn ?? null },
    ...{ mayLead, isReserve, knownSiteIds: [...knownSiteIds], mayEverLead: mayEverLead(volunteer), sites: await sitesAt(ctx, placePath) },
    ...{ isInDirectory: personId !== null, ahead: ahead.length, mayUndoPhone: isUndoable(ctx, phoneChangedAt) },
    ...{ minutes: minutes.reduce((sum, one) => sum + one, 0), days: minutes.filter((one) => one > 0).length },
    entries: entries.map((entry) => ({
      ...{ id: entry.id, kind: entry.kind, title: entry.title, words: entry.words, minutes: entry.minutes },
      ...{ organizer: entry.organizer, onDay: entry.onDay },
    })),
    certificates,
  };
}
