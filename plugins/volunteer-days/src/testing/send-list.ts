import type { Stage } from "./stage.js";

/** Sends a list as a file of comma separated lines, as a form does. */
export async function sendList(stage: Stage, path: string, lines: readonly string[], as = "secretary"): Promise<{ status: number; body: any }> {
  const boundary = "x7";
  const file = `Content-Disposition: form-data; name="file"; filename="名单.csv"\r\nContent-Type: text/csv\r\n\r\n${lines.join("\n")}`;
  const answer = await stage.app.app.http.inject({
    method: "POST",
    url: `/api/volunteer-days${path}`,
    headers: { "x-lianxin": "1", cookie: as, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\n${file}\r\n--${boundary}--\r\n`,
  });
  return { status: answer.statusCode, body: answer.json() };
}
