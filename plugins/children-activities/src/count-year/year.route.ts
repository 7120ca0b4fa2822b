import { Type } from "typebox";
import { errors } from "../errors.js";
import { ageBands } from "../judge-safety/age-bands.js";
import { consentPurposes } from "../judge-safety/consent-texts.js";
import { incidentKinds, offices } from "../note-incident/incident.js";
import { childrenActivities } from "../plugin.js";
import { route } from "../services.js";
import { orNull, Text } from "../shapes.js";

const Figure = orNull(Type.Integer());
const cellsOf = <const K extends readonly string[]>(keys: K) =>
  Type.Object({
    cells: Type.Object(Object.fromEntries(keys.map((key) => [key, Figure])) as Record<K[number], typeof Figure>),
    total: Figure,
  });

export const showYearRoute = route("GET /years/:year", {
  summary: "The yearly report in figures; what is less than the smallest cell is left out, and then the sum too",
  may: childrenActivities.permissions.see,
  at: "list",
  returns: Type.Object({
    ...{ year: Text, asOf: Text, smallest: Type.Integer(), citation: Text, homes: Type.Integer(), sessions: Type.Integer(), cancelled: Type.Integer() },
    ...{ children: cellsOf(ageBands), visits: cellsOf(ageBands), agreed: cellsOf(consentPurposes), takenBack: cellsOf(consentPurposes) },
    ...{ incidents: cellsOf(incidentKinds), reports: cellsOf(offices), overrides: Type.Integer() },
    checks: Type.Object({ clear: Type.Integer(), not_clear: Type.Integer() }),
    alarms: Type.Object({ count: Type.Integer(), minutes: Type.Integer() }),
  }),
  async handle({ params: { year }, services, scope }) {
    if (!/^20\d{2}$/.test(year)) throw errors.yearInvalid({ value: year }, "params.year");
    return services.years.count(scope, year);
  },
});
