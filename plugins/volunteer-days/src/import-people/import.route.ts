import { Type } from "typebox";
import { errors } from "../errors.js";
import { volunteerDays, type VolunteerDaysDb } from "../plugin.js";
import { route } from "../services.js";
import { orNull, Text, ToldShape } from "../shapes.js";
import { importSignUps, previewSignUps } from "./import-sign-ups.js";
import { importVolunteers, previewVolunteers } from "./import-volunteers.js";
import type { Told } from "../tell-volunteers/reach.js";
import { findImport, listImports, type ImportRow } from "./keep-import.js";
import { rotaColumns, signUpColumns } from "./list-columns.js";
import { readList } from "./read-list.js";
import { undoImport } from "./undo-import.js";

/** Two megabytes: a list, not an archive. */
const upload = 2_000_000;
type Sent = { readonly name: string; readonly bytes: Uint8Array };
const sent = ({ body }: { readonly body: unknown }) => body as Sent;
const Int = Type.Integer();
const refused = Type.Array(Type.Object({ line: Int, problem: Text, remedy: Text }));
const SignUps = { lines: Type.Array(Type.Object({ line: Int, name: Text, becomes: Text, siteName: Text, queue: orNull(Int) })), refused };
const Volunteers = { lines: Type.Array(Type.Object({ line: Int, name: Text, becomes: Text, changes: Text })), refused };
const importId = orNull(Text);
const open = <L, R>({ lines, refused: wrong }: { readonly lines: readonly L[]; readonly refused: readonly R[] }) => ({
  lines: [...lines],
  refused: [...wrong],
});

const reachedOf = ({ told, toCall }: Told) => ({ told, toCall: [...toCall] });

export const previewSignUpsRoute = route("POST /days/:dayId/sign-ups/import/preview", {
  summary: "Say line by line what would come of a list of people for a day, and cell by cell what is wrong; nothing is written",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  reads: true,
  upload,
  returns: Type.Object({ ...SignUps, ...ToldShape }),
  async handle(ctx) {
    const looked = await previewSignUps(ctx, ctx.params.dayId, await readList(ctx, signUpColumns, sent(ctx)));
    return { ...open(looked), ...reachedOf(looked) };
  },
});

export const importSignUpsRoute = route("POST /days/:dayId/sign-ups/import", {
  summary: "Sign up the people of a list, in its order and by the rules of signing up; a line that cannot be taken is named, the others are",
  may: volunteerDays.permissions.signUpOthers,
  at: async ({ params, services }) => services.days.placeOf(params.dayId),
  upload,
  returns: Type.Object({ ...SignUps, ...ToldShape, importId }),
  prepare: (ctx) => readList(ctx, signUpColumns, sent(ctx)),
  async handle(ctx) {
    const done = await importSignUps(ctx, ctx.params.dayId, sent(ctx).name, ctx.prepared);
    return { ...open(done), ...reachedOf(done), importId: done.importId };
  },
});

export const previewVolunteersRoute = route("POST /series/:seriesId/volunteers/import/preview", {
  summary: "Say line by line what would come of a list of people for the rota, and cell by cell what is wrong; nothing is written",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  reads: true,
  upload,
  returns: Type.Object(Volunteers),
  async handle(ctx) {
    const series = (await ctx.services.series.find(ctx.params.seriesId))!;
    return open(await previewVolunteers(ctx, series, await readList(ctx, rotaColumns, sent(ctx))));
  },
});

export const importVolunteersRoute = route("POST /series/:seriesId/volunteers/import", {
  summary: "Put the people of a list on the rota, with whether they may lead, what they can do and which sites they know",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.series.placeOf(params.seriesId),
  upload,
  returns: Type.Object({ ...Volunteers, importId }),
  prepare: (ctx) => readList(ctx, rotaColumns, sent(ctx)),
  async handle(ctx) {
    const done = await importVolunteers(ctx, (await ctx.services.series.find(ctx.params.seriesId))!, sent(ctx).name, ctx.prepared);
    return { ...open(done), importId: done.importId };
  },
});

export const listImportsRoute = route("GET /imports", {
  summary: "The latest lists that were brought in",
  may: volunteerDays.permissions.signUpOthers,
  at: "list",
  returns: Type.Object({
    imports: Type.Array(
      Type.Object({
        ...{
          id: Text,
          kind: Text,
          dayId: orNull(Text),
          seriesId: orNull(Text),
          fileName: Text,
          added: Int,
          changed: Int,
          importedAt: Text,
          undoneAt: orNull(Text),
        },
      }),
    ),
  }),
  async handle({ db, scope }) {
    const rows = await listImports(db, scope);
    return {
      imports: rows.map(({ id, kind, dayId, seriesId, fileName, added, changed, importedAt, undoneAt }) => ({
        ...{ id, kind, dayId, seriesId, fileName, added, changed, importedAt, undoneAt },
      })),
    };
  },
});

const Undone = Type.Object({ undone: Int, kept: Int, isDone: Type.Boolean(), ...ToldShape });
const found = async ({ db, params }: { readonly db: VolunteerDaysDb; readonly params: { readonly importId: string } }, kind: string): Promise<ImportRow> => {
  const batch = await findImport(db, params.importId);
  if (batch?.kind !== kind) throw errors.importUnknown();
  return batch;
};

export const undoSignUpsRoute = route("POST /sign-up-imports/:importId/undo", {
  summary: "Take a list of a day back, a turn at a time, within a day: places that were not used since are given back",
  may: volunteerDays.permissions.signUpOthers,
  at: async (ctx) => ({ path: (await found(ctx, "signUps")).placePath }),
  returns: Undone,
  handle: async (ctx) => undoImport(ctx, await found(ctx, "signUps")),
});

export const undoVolunteersRoute = route("POST /rota-imports/:importId/undo", {
  summary: "Take a list of the rota back, a turn at a time, within a day: what was not changed since is as it was",
  may: volunteerDays.permissions.plan,
  at: async (ctx) => ({ path: (await found(ctx, "rota")).placePath }),
  returns: Undone,
  handle: async (ctx) => undoImport(ctx, await found(ctx, "rota")),
});
