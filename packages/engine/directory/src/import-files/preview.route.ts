import { xlsxType } from "@lianxin/documents";
import { Type, type Static } from "typebox";
import { errors } from "../errors.js";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Nothing, oneOf, orNull } from "../shapes.js";
import type { PreviewRequest } from "./preview-file.js";
import { importKinds, type ImportKindName } from "./import-kinds.js";

const Text = Type.String();
type Texts = Readonly<Record<string, string>>;
export const Line = Type.Object({ line: Type.Integer({ minimum: 1 }), values: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 1_000 })) });
const Remark = Type.Object({ address: Text, line: Type.Integer(), field: Text, text: Text, code: Text });
const Cell = Type.Object({ address: Text, text: Text });
const Problem = Type.Object({
  ...Remark.properties,
  mend: Type.Object({ field: Text, address: Text, heading: orNull(Cell) }),
  proposals: Type.Array(Type.Object({ text: Text, label: Text })),
});
const Counted = { added: Type.Integer(), changed: Type.Integer(), same: Type.Integer() };
const PreviewShape = Type.Object({
  sheet: Text,
  headings: Type.Array(Text),
  fields: Type.Array(Type.Object({ field: Text, header: Text, isRequired: Type.Boolean(), heading: orNull(Text), samples: Type.Array(Text) })),
  ready: Type.Array(Line),
  refused: Type.Array(Line),
  problems: Type.Array(Problem),
  corrections: Type.Array(Remark),
  skipped: Type.Integer(),
  ...Counted,
});

/** Twenty megabytes; what is inside is checked before it is unpacked. */
export const largestFile = 20_000_000;

/** An upload's field that holds JSON of texts by name; throws fileUnreadable when it does not. */
function readTexts(json: string | undefined, field: string): Texts {
  if (!json) return {};
  const parsed: unknown = ((): unknown => {
    try {
      return JSON.parse(json);
    } catch {
      return undefined;
    }
  })();
  const isTexts = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) && Object.values(parsed).every((value) => typeof value === "string");
  if (!isTexts) throw errors.fileUnreadable({ reason: "JSON" }, field);
  return parsed as Texts;
}

interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mapping?: string;
  readonly mended?: string;
}

const requestOf = (params: { placeId: string; kind: string }, body: unknown, language: PreviewRequest["language"]): PreviewRequest => {
  const upload = body as Upload;
  const [mapping, mended] = [readTexts(upload.mapping, "body.mapping"), readTexts(upload.mended, "body.mended")];
  return { kind: getKind(params.kind), placeId: params.placeId, file: upload, mapping, mended, language };
};

export const previewImportRoute = route("POST /places/:placeId/imports/:kind/preview", {
  summary: "Read a file and say what would come of each line; nothing is written",
  may: directory.permissions.import,
  at: async ({ params, services }) => (await services.places.placeOf(params.placeId))!,
  reads: true,
  upload: largestFile,
  returns: PreviewShape,
  async handle({ params, body, services, actor }) {
    return (await services.imports.preview(requestOf(params, body, actor.language))) as Static<typeof PreviewShape>;
  },
});

export const annotateImportRoute = route("POST /places/:placeId/imports/:kind/annotated", {
  summary: "The same file with what is wrong written on its cells, to be mended and put in again; nothing is written",
  may: directory.permissions.import,
  at: async ({ params, services }) => (await services.places.placeOf(params.placeId))!,
  reads: true,
  upload: largestFile,
  returns: Nothing,
  async handle({ params, body, services, actor }) {
    const request = requestOf(params, body, actor.language);
    const file = `${request.file.name.replace(/\.\w+$/, "")}-批注.xlsx`;
    return { file, type: xlsxType, body: await services.imports.annotate(request) };
  },
});

export const emptyImportRoute = route("GET /imports/empty/:kind", {
  summary: "An empty sheet of this kind to be filled in, with what its columns take",
  may: directory.permissions.import,
  at: "list",
  returns: Nothing,
  async handle({ params, services }) {
    return { ...(await services.imports.empty(getKind(params.kind))), type: xlsxType };
  },
});

export const Kind = oneOf(importKinds);
export function getKind(text: string): ImportKindName {
  const kind = importKinds.find((one) => one === text);
  if (!kind) throw errors.importKindUnknown({ kinds: importKinds.join("、") }, "params.kind");
  return kind;
}
