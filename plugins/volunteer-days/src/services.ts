import { bound, handlersFor, type Place } from "@lianxin/plugin-kit";
import { cancelDay, moveDay, restoreDay } from "./change-day/change-day.js";
import { optionsFor } from "./change-day/choose-date.js";
import { findCertificate } from "./certify-hours/certify-hours.js";
import { enrolVolunteer, listVolunteers } from "./enrol-volunteers/enrol-volunteer.js";
import { putBackOnRota, takeOffRota } from "./enrol-volunteers/take-off-rota.js";
import { errors } from "./errors.js";
import { daysOfSeries, findDay, findSeries, listSeries, placeOfDay, placeOfSeries, postsOf, sitesOf } from "./keep-days/day.repository.js";
import { publishRota } from "./plan-rota/publish-rota.js";
import { showRota } from "./plan-rota/show-rota.js";
import { onRotaOf, planTurns } from "./plan-turns/plan-turns.js";
import { addSite, planSeries } from "./plan-days/plan-series.js";
import { volunteerDays, type VolunteerDaysContext, type VolunteerDaysDb } from "./plugin.js";
import { placesOfDay, placesOfRow, placesOfSeries, placesOfSignUp, placesOfWish, seriesSeen } from "./reach-days/places-of.js";
import { showThursday } from "./show-thursday/show-thursday.js";
import { activeOn, findSignUp, findVolunteer } from "./sign-up/sign-up.repository.js";
import { sendingTime } from "./tell-volunteers/write-to-volunteers.js";

async function placeOfSignUp(db: VolunteerDaysDb, id: string): Promise<Place> {
  const row = await findSignUp(db, id);
  if (!row) throw errors.signUpUnknown();
  return (await placeOfDay(db, row.dayId))!;
}

async function placeOfVolunteer(db: VolunteerDaysDb, id: string): Promise<Place> {
  const row = await findVolunteer(db, id);
  if (!row) throw errors.signUpUnknown();
  return { path: row.placePath };
}

async function placeOfCertificate(db: VolunteerDaysDb, id: string): Promise<Place> {
  const row = await findCertificate(db, id);
  if (!row) throw errors.certificateUnknown();
  return { path: row.placePath };
}

/** The place, or the refusal that there is no such thing. */
const orUnknown = (find: typeof placeOfDay, refusal: () => Error) => async (db: VolunteerDaysDb, id: string) => {
  const place = await find(db, id);
  if (!place) throw refusal();
  return place;
};

/** What the handlers of volunteer days may reach. */
export const services = (ctx: VolunteerDaysContext) => ({
  series: {
    ...bound(ctx, { plan: planSeries, addSite, seen: seriesSeen, placesOf: placesOfSeries }),
    ...bound(ctx.db, {
      find: findSeries,
      list: listSeries,
      sites: sitesOf,
      placeOf: orUnknown(placeOfSeries, errors.seriesUnknown),
      days: daysOfSeries,
    }),
  },
  days: {
    ...bound(ctx, { placesOf: placesOfDay, placesOfRow, placesOfWish, move: moveDay, cancel: cancelDay, restore: restoreDay, options: optionsFor }),
    ...bound(ctx.db, { find: findDay, placeOf: orUnknown(placeOfDay, errors.dayUnknown), posts: postsOf, active: activeOn }),
  },
  rota: {
    ...bound(ctx, { enrol: enrolVolunteer, leave: takeOffRota, putBack: putBackOnRota, show: showRota, publish: publishRota }),
    ...bound(ctx.db, { volunteers: listVolunteers, placeOf: placeOfVolunteer }),
  },
  others: bound(ctx, { planTurns, sendingTime, onRota: onRotaOf }),
  hours: { placeOfCertificate: (id: string) => placeOfCertificate(ctx.db, id) },
  thursday: (of?: string) => showThursday(ctx, of),
  signUps: { ...bound(ctx, { placesOf: placesOfSignUp }), ...bound(ctx.db, { find: findSignUp, placeOf: placeOfSignUp }) },
});

/** Everything a handler of volunteer days can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(volunteerDays, services);
