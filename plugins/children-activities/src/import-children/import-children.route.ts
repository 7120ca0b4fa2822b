import { Type } from "typebox";
import { route } from "../services.js";
import { Nothing, Text } from "../shapes.js";

/** Two megabytes: a list, not an archive. */
const largestFile = 2_000_000;

export const importChildrenRoute = route("POST /homes/:homeId/children/import", {
  summary: "Write down a home's list of children from a file; a line without a guardian's signed consent is refused",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  upload: largestFile,
  returns: Type.Object({ added: Type.Integer(), refused: Type.Array(Type.Object({ line: Type.Integer(), problem: Text, remedy: Text })) }),
  prepare: async ({ body, services }) => services.children.readFile(body as { name: string; bytes: Uint8Array }),
  async handle({ params, services, prepared }) {
    const { added, refused } = await services.children.import(params.homeId, prepared);
    return { added, refused: [...refused] };
  },
});

export const emptyListRoute = route("GET /homes/:homeId/children-sheet", {
  summary: "An empty list of children to fill in and import, with how each column is filled in; for the home's director",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Nothing,
  handle: async ({ params, services }) => ({
    ...{ file: "空表-儿童之家名册.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    body: await services.children.emptyList(params.homeId),
  }),
});
