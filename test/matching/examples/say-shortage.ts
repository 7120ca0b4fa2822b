import { MatchingError, planPeople } from "@lianxin/matching";
import { sayError, sayShortage } from "@lianxin/matching/say";
import { roster } from "./plan-roster.js";

const answer = planPeople({ ...roster, pairs: roster.pairs.filter(({ person }) => person === "v1") });
export const short = answer.solved ? "" : sayShortage(answer, "zh-CN");

export function refusal(): string {
  try {
    planPeople({ ...roster, people: roster.people.map((one) => ({ ...one, least: 3 })) });
    return "";
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    const { what, remedy } = sayError(error, "zh-CN");
    return `${what}。${remedy}`;
  }
}
