import { linkOf } from "../ask-guardian/door.js";
import type { Stage } from "./stage.js";

export interface OpenDoor {
  readonly guardianId: string;
  readonly token: string;
  /** Asks a route of the guardian's page, as nobody who is signed in. */
  at(path: string, body?: object): Promise<any>;
}

/** A child's first guardian at their page, opened by the code from their phone. The director looks the guardian up: one reading of every child of the home. */
export async function openDoor(stage: Stage, childId: string): Promise<OpenDoor> {
  const { children } = await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } });
  const { guardianId } = children.find(({ id }: any) => id === childId).guardians[0];
  const key = (await stage.app.write("children-activities", (ctx) => linkOf(ctx, guardianId))).split("/").at(-1)!;
  const at = (path: string, body: object = {}) => stage.must(`POST /public/guardians/:guardianId${path}`, { as: null, params: { guardianId }, body });
  await at("/codes", { key });
  const { token } = await at("/door", { key, code: /\d{6}/.exec((await stage.letters()).at(-1)!.text)![0] });
  return { guardianId, token, at: (path, body = {}) => at(path, { token, ...body }) };
}
