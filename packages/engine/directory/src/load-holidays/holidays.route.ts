import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Day, Note, Nothing } from "../shapes.js";

const Text = Type.String();

export const listHolidaysRoute = route("GET /holidays", {
  summary: "Which years are loaded, and from where",
  may: "signed-in",
  at: "none",
  returns: Type.Object({ years: Type.Array(Type.Object({ year: Type.Integer(), source: Text, isFictional: Type.Boolean(), days: Type.Integer() })) }),
  async handle({ services }) {
    const years = await services.holidays.years();
    return { years: years.map((row) => ({ ...row, days: Number(row.days) })) };
  },
});

export const loadHolidaysRoute = route("PUT /holidays/:year", {
  summary: "Replace the days off and the worked days of a year",
  may: directory.permissions.arrange,
  at: async ({ services }) => ({ path: (await services.settings.find())!.placePath }),
  body: Type.Object({
    source: Type.String({ minLength: 1, maxLength: 200 }),
    isFictional: Type.Boolean(),
    days: Type.Array(Type.Object({ day: Day, name: Note, isOffDay: Type.Boolean() }), { minItems: 1, maxItems: 200 }),
  }),
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.holidays.load({ ...body, year: Number(params.year) });
    return {};
  },
});
