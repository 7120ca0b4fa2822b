import { PlanDesk } from "@lianxin/matching/explain";
import { sayPlacement } from "@lianxin/matching/say";
import { pairing } from "./pair-elders.js";

const desk = new PlanDesk(pairing);
const names = new Map([...pairing.people, ...pairing.places].map(({ id, text }) => [id, text ?? id]));
const say = (person: string, place: string) => sayPlacement(desk.explain(person, place), "zh-CN", (id) => names.get(id) ?? id);

export const whyThis = say("k2", "e1");
export const whyNot = say("k1", "e2");
export const forbidden = say("k1", "e1");
