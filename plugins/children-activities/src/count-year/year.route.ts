import { xlsxType } from "@lianxin/documents";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { ageBands } from "../judge-safety/age-bands.js";
import { consentPurposes } from "../judge-safety/consent-texts.js";
import { incidentKinds, offices } from "../note-incident/incident.js";
import { childrenActivities } from "../plugin.js";
import { route } from "../services.js";
import { Nothing, oneOf, orNull, Text } from "../shapes.js";
import { readers } from "../tell-readers/who-read.js";

function readYear(year: string): string {
  if (!/^20\d{2}$/.test(year)) throw errors.yearInvalid({ value: year }, "params.year");
  return year;
}

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
    ...{
      year: Text,
      asOf: Text,
      smallest: Type.Integer(),
      citation: Text,
      readingCitation: Text,
      homes: Type.Integer(),
      sessions: Type.Integer(),
      cancelled: Type.Integer(),
    },
    ...{ children: cellsOf(ageBands), visits: cellsOf(ageBands), agreed: orNull(cellsOf(consentPurposes)), takenBack: orNull(cellsOf(consentPurposes)) },
    ...{ incidents: cellsOf(incidentKinds), reports: cellsOf(offices), overrides: Type.Integer() },
    readings: orNull(Type.Array(Type.Object({ purpose: Text, reader: oneOf(readers), times: Type.Integer() }))),
    checks: orNull(cellsOf(["clear", "not_clear"] as const)),
    alarms: Type.Object({ count: Type.Integer(), minutes: Type.Integer() }),
  }),
  handle: ({ params, services, scope }) => services.years.count(scope, readYear(params.year)),
});

export const yearFileRoute = route("GET /years/:year/file", {
  summary: "The yearly report as .xlsx, with the figures of the page",
  may: childrenActivities.permissions.see,
  at: "list",
  returns: Nothing,
  handle: async ({ params, services, scope }) => ({
    ...{ file: "儿童活动年度合规报告.xlsx", type: xlsxType },
    body: await services.years.file(scope, readYear(params.year)),
  }),
});

export const printYearRoute = route("GET /years/:year/print", {
  summary: "The yearly report to print, with the figures of the page",
  may: childrenActivities.permissions.see,
  at: "list",
  returns: Nothing,
  handle: async ({ params, services, scope }) => ({
    ...{ file: "儿童活动年度合规报告.html", type: "text/html; charset=utf-8" },
    body: await services.years.print(scope, readYear(params.year)),
  }),
});
