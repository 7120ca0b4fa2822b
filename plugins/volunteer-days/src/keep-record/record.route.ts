import { xlsxType } from "@lianxin/documents";
import { contact } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { errors } from "../errors.js";
import { volunteerDays } from "../plugin.js";
import { route } from "../services.js";
import { Day, Line, Nothing, oneOf, orNull, Text, Words } from "../shapes.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { isDay } from "../tell-time/tell-time.js";
import { keepBasics, openBasics } from "./basics.js";
import { exportRecords } from "./export-records.js";
import { addEntry, entryKinds, findEntry, withdrawEntry } from "./record-entry.js";
import { showRecord } from "./show-record.js";

const Int = Type.Integer();
const Minutes = Type.Integer({ minimum: 1, maximum: 60_000 });

export const showRecordRoute = route("GET /volunteers/:volunteerId/record", {
  summary: "The record of a volunteer: hours, training, awards, evaluations and certificates; what is sealed is opened on demand",
  may: volunteerDays.permissions.see,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  returns: Type.Object({
    ...{ id: Text, name: Text, phone: orNull(contact(Text)), skills: orNull(Text), agreedOn: orNull(Text), minutes: Int, days: Int },
    ...{ mayLead: Type.Boolean(), isReserve: Type.Boolean(), mayEverLead: Type.Boolean(), knownSiteIds: Type.Array(Text) },
    sites: Type.Array(Type.Object({ id: Text, name: Text })),
    ...{ isInDirectory: Type.Boolean(), ahead: Int, mayUndoPhone: Type.Boolean() },
    entries: Type.Array(Type.Object({ id: Text, kind: Text, title: Text, words: orNull(Text), minutes: orNull(Int), organizer: Text, onDay: Text })),
    certificates: Type.Array(Type.Object({ id: Text, number: Text, minutes: Int, fromOn: Text, toOn: Text, issuedOn: Text })),
  }),
  handle: async (ctx) => showRecord(ctx, (await findVolunteer(ctx.db, ctx.params.volunteerId))!),
});

const sexes = ["female", "male"] as const;

export const openBasicsRoute = route("GET /volunteers/:volunteerId/basics", {
  summary: "The basic information of a volunteer, opened; each reading is in the access log",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  returns: Type.Object({
    basics: orNull(
      Type.Object({
        ...{ sex: orNull(oneOf(sexes)), bornOn: orNull(Text), idNumber: orNull(Text), district: orNull(Text), serviceKinds: orNull(Text), agreedOn: Text },
      }),
    ),
  }),
  handle: async (ctx) => ({ basics: (await openBasics(ctx, ctx.params.volunteerId)) ?? null }),
});

export const keepBasicsRoute = route("PUT /volunteers/:volunteerId/basics", {
  summary: "Keep the basic information of a volunteer who agreed to it",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  body: Type.Object({
    ...{ sex: orNull(oneOf(sexes)), bornOn: orNull(Day), idNumber: orNull(Type.String({ minLength: 1, maxLength: 30 })) },
    ...{ district: orNull(Line), serviceKinds: orNull(Line), agreedOn: Day },
  }),
  returns: Nothing,
  async handle(ctx) {
    await keepBasics(ctx, ctx.params.volunteerId, ctx.body);
    return {};
  },
});

export const addEntryRoute = route("POST /volunteers/:volunteerId/entries", {
  summary: "Write a training, an award or an evaluation into somebody's record",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  body: Type.Object({ kind: oneOf(entryKinds), title: Line, words: orNull(Words), minutes: orNull(Minutes), organizer: Line, onDay: Day }),
  returns: Type.Object({ id: Text }),
  handle: async (ctx) => ({ id: await addEntry(ctx, (await findVolunteer(ctx.db, ctx.params.volunteerId))!, ctx.body) }),
});

export const withdrawEntryRoute = route("POST /entries/:entryId/withdraw", {
  summary: "Withdraw what was written wrong into a record, with the reason",
  may: volunteerDays.permissions.plan,
  async at({ db, params }) {
    const entry = await findEntry(db, params.entryId);
    if (!entry) throw errors.entryUnknown();
    return { path: entry.placePath };
  },
  body: Type.Object({ reason: Line }),
  returns: Nothing,
  async handle(ctx) {
    await withdrawEntry(ctx, ctx.params.entryId, ctx.body.reason);
    return {};
  },
});

export const exportRecordsRoute = route("GET /records.xlsx", {
  summary: "The records between two days as an .xlsx file with a sheet for each article of the rules, to be entered in the national system",
  may: volunteerDays.permissions.plan,
  at: "list",
  query: Type.Object({ from: Day, to: Day }),
  returns: Nothing,
  async handle(ctx) {
    const { from, to } = ctx.query;
    for (const [field, value] of Object.entries({ from, to })) if (!isDay(value)) throw errors.dayInvalid({ value }, `query.${field}`);
    return {
      file: `${ctx.text("volunteer-days.records.file", {}, "zh-CN")}-${from}-${to}.xlsx`,
      type: xlsxType,
      body: await exportRecords(ctx, ctx.scope, from, to),
    };
  },
});
