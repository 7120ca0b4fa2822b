import { noCounts, planBody, setStage, type Stage } from "./stage.js";

export const band = { small: "2019-05", middle: "2016-05", big: "2013-05" } as const;
/** Story A6: 30 children, 11 of 6–8, 13 of 9–12 and 6 of 13–15; seven photographs refused, two allergies, 26 collectors, four who go alone. */
export const bornOf = (n: number): string => (n < 11 ? band.small : n < 24 ? band.middle : band.big);
export const refusesPhotos = (n: number): boolean => n < 7;
export const isAllergic = (n: number): boolean => n === 3 || n === 20;
export const goesAlone = (n: number): boolean => n >= 26;

export interface StoryStage extends Stage {
  readonly programmeId: string;
  /** luo the director, two teachers, a student whose check ends on 14 July, and Wang Fang who is on no list yet. */
  readonly adults: Readonly<Record<"luo" | "zhao" | "qian" | "sun" | "wang", string>>;
  readonly childIds: readonly string[];
  plan(): Promise<any>;
  sessionOn(day: string): Promise<any>;
  board(day: string, as?: string): Promise<any>;
  attendanceOf(day: string, childId: string): Promise<any>;
  act(path: string, body?: object, as?: string): Promise<any>;
  setTime(moment: string): void;
}

/** The story up to the enrolment of 7 July; each later point goes on from there. */
export async function setStoryStage(): Promise<StoryStage> {
  const stage = await setStage({ at: "2027-07-05T09:00" });
  const { must, homeId } = stage;
  const adults = {
    luo: await stage.anAdult("罗婷", { personId: stage.luo, kind: "director", firstAidUntil: "2028-01-01" }),
    zhao: await stage.anAdult("赵文", { account: "zhao", kind: "teacher", isWoman: false }),
    qian: await stage.anAdult("钱静", { account: "qian", kind: "teacher" }),
    sun: await stage.anAdult("孙航", { account: "sun", kind: "student", isWoman: false, checkedOn: "2026-07-15" }),
    wang: await stage.anAdult("王芳", { account: "wang" }),
  };
  const expected = { ...noCounts, "6_8": 11, "9_12": 13, "13_15": 6 };
  const { id: programmeId } = await must("POST /programmes", { body: planBody(homeId, { expected }) });
  const params = { programmeId };
  const { luo, zhao, qian, sun } = adults;
  await must("POST /programmes/:programmeId/posts", { params, body: { adultIds: [luo, zhao, qian, sun] } });
  await must("POST /programmes/:programmeId/director-signature", { as: "luo", params });
  await must("POST /programmes/:programmeId/community-signature", { params });
  const childIds: string[] = [];
  for (let n = 0; n < 30; n++)
    childIds.push(
      await stage.aChild(n, {
        ...{ name: `童话${n}号`, bornIn: bornOf(n), consents: { data: true, participation: true, photo: !refusesPhotos(n), health: isAllergic(n) } },
        ...(isAllergic(n) && { health: "花生过敏" }),
        ...(goesAlone(n) && { aloneRoute: "沿村道到三组", collectors: [] }),
      }),
    );
  const plan = () => must("GET /programmes/:programmeId", { params });
  const sessionOn = async (day: string) => (await plan()).sessions.find(({ heldOn }: any) => heldOn === day);
  const board = async (day: string, as = "luo") => must("GET /sessions/:sessionId/board", { as, params: { sessionId: (await sessionOn(day)).id } });
  return {
    ...stage,
    ...{ programmeId, adults, childIds, plan, sessionOn, board },
    attendanceOf: async (day, childId) => (await board(day)).children.find((one: any) => one.childId === childId),
    act: (path, body = {}, as = "luo") => {
      const [method, address = ""] = path.split(" ") as [string, string];
      const [, kind = "", id = "", rest] = /^\/(\w+)\/([^/]+)(.*)$/.exec(address) ?? [];
      const name = {
        sessions: "sessionId",
        attendances: "attendanceId",
        posts: "postId",
        programmes: "programmeId",
        overrides: "overrideId",
        homes: "homeId",
        children: "childId",
      }[kind]!;
      return stage.call(`${method} /${kind}/:${name}${rest}`, { as, params: { [name]: id }, body });
    },
    setTime: (moment) => stage.app.ports.setTime(moment),
  };
}
