import { phoneOf, setStage, type Stage, type StageOptions } from "./stage.js";

/** A stage with families: grown-ups and children under one number. */
export interface FamilyStage extends Stage {
  readonly dayId: string;
  /** Signs several up under the number `n`; a name that begins with 小 is a child of 8 to 15. Gives their answers. */
  family(n: number, names: readonly string[], more?: object): Promise<any[]>;
  /** Something about a place by its private link; "" reads it. */
  own(joined: { readonly link: string }, verb?: string, body?: object): Promise<any>;
  /** Name → "小区1 confirmed", of everybody of the day who has a place or waits. */
  team(): Promise<Record<string, string>>;
}

export async function setFamilyStage(options: StageOptions): Promise<FamilyStage> {
  const stage = await setStage(options);
  const dayId = (await stage.day("2026-09-24")).id;
  return {
    ...stage,
    dayId,
    async family(n, names, more = {}) {
      const people = names.map((name) => ({ name, ...(name.startsWith("小") && { ageBand: "child" }) }));
      const answer = await stage.call("POST /public/days/:dayId/groups", { as: null, params: { dayId }, body: { phone: phoneOf(n), people, ...more } });
      return answer.body.people ?? [answer.body];
    },
    async own({ link }, verb = "", body) {
      const [signUpId, key] = link.split("/").slice(-2) as [string, string];
      const method = verb === "" ? "GET" : "POST";
      return (await stage.call(`${method} /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key }, ...(body && { body }) })).body;
    },
    async team() {
      const { teams } = (await stage.call("GET /days/:dayId", { params: { dayId } })).body;
      return Object.fromEntries(teams.flatMap((team: any) => team.people.map(({ name, state }: any) => [name, `${team.siteName} ${state}`])));
    },
  };
}
