import type { Stage } from "./stage.js";

const boundary = "x7";
const parts = (csv: string, more: Readonly<Record<string, string>>): string =>
  [
    ...Object.entries(more).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}`),
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="名册.csv"\r\nContent-Type: text/csv\r\n\r\n${csv}`,
    `--${boundary}--\r\n`,
  ].join("\r\n");

/** Sends a list as the form does, to a route of the home by its path. */
export const sendCsv = ({ app, homeId }: Stage, path: string, csv: string, more: Readonly<Record<string, string>> = {}) =>
  app.app.http.inject({
    ...{ method: "POST" as const, url: `/api/children-activities/homes/${homeId}/children/${path}` },
    headers: { "x-lianxin": "1", cookie: "luo", "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: parts(csv, more),
  });

/** A list brought in slice by slice, as the form does: what came of it, and the children there are then. */
export async function bringCsv(stage: Stage, csv: string) {
  const { homeId, must } = stage;
  const read = (await sendCsv(stage, "list", csv)).json();
  const imported = { code: read.code, added: 0, refused: [...(read.refused ?? [])] };
  let importId: string | undefined;
  if (read.lines?.length > 0) {
    const { id, linesPerSlice } = await must("POST /homes/:homeId/imports", { as: "luo", params: { homeId } });
    importId = id;
    for (let i = 0; i < read.lines.length; i += linesPerSlice) {
      const body = { lines: read.lines.slice(i, i + linesPerSlice) };
      const { added, refused } = await must("POST /imports/:importId/lines", { as: "luo", params: { importId: id }, body });
      imported.added += added;
      imported.refused.push(...refused);
    }
  }
  imported.refused.sort((a, b) => a.line - b.line);
  const { children } = await must("GET /homes/:homeId/children", { as: "luo", params: { homeId } });
  return { importId, imported, children };
}
