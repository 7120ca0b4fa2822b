import { leaders, phoneOf, setStage, type Stage } from "./stage.js";

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const members = { kind: "member", title: "打扫", least: 3, most: 4, isAdultsOnly: false } as const;
const nameOf = (n: number): string => (n === 0 ? "徐梅" : `志愿者${n}`);
export const minors: readonly string[] = [nameOf(58), nameOf(59)];

/** Story A4: 新辉社区 with twelve compounds, teams of four or five with a leader; 60 people, of whom the last 22 live there and know their compound, two of them minors, and 8 on the reserve list. */
export interface StoryStage extends Stage {
  rota(): Promise<any>;
  dayId(day: string): Promise<string>;
  sheet(day: string): Promise<any>;
  change(day: string, path: string, body?: object): Promise<any>;
  publish(...days: readonly string[]): Promise<any>;
  person(day: string, name: string): Promise<any>;
}

/** Everybody of a day sheet. */
export const peopleOf = (shown: any): any[] => shown.teams.flatMap(({ people }: { people: any[] }) => people);
/** The id and key of the private link in a letter. */
export const linkIn = (text: string) => /mine\/([\w-]+)\/([\w-]{22})/.exec(text)!.slice(1) as [string, string];

export async function setStoryStage(): Promise<StoryStage> {
  const stage = await setStage({ at: "2026-09-14T12:00", sites: 12, posts: [leaders, members] });
  const { sites } = (await stage.call("GET /series")).body.series[0];
  const params = { seriesId: stage.seriesId };
  for (const n of range(68)) {
    const minor = n === 58 || n === 59;
    const body = {
      ...{ name: nameOf(n), phone: phoneOf(n), ageBand: minor ? "youth" : "adult", ...(minor && { guardianAgreedOn: "2026-09-01" }) },
      ...{ mayLead: n < 14 || n === 60 || n === 61, isReserve: n >= 60, knownSiteIds: n >= 38 && n < 60 ? [sites[n % 12].id] : [] },
    };
    const { status, text } = await stage.call("POST /series/:seriesId/volunteers", { params, body });
    if (status !== 200) throw new Error(text);
  }
  const dayId = async (day: string): Promise<string> => (await stage.day(day)).id;
  const sheet = async (day: string) => (await stage.call("GET /days/:dayId", { params: { dayId: await dayId(day) } })).body;
  return {
    ...stage,
    ...{ dayId, sheet },
    rota: async () => (await stage.call("GET /series/:seriesId/rota", { params })).body,
    change: async (day, path, body = {}) => stage.call(path, { params: { dayId: await dayId(day) }, body }),
    publish: async (...days) => stage.call("POST /series/:seriesId/rota/publish", { params, body: { dayIds: await Promise.all(days.map(dayId)) } }),
    person: async (day, name) => peopleOf(await sheet(day)).find((one) => one.name === name),
  };
}
