import { t } from "@lianxin/web-kit";
import { needed, tidyDigits } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { insuranceOf, type InsuranceValues } from "./InsuranceFields.js";

export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
/** What the form for a series holds: numbers as they were typed, `sites` as ids of places. */
export interface SeriesValues extends InsuranceValues {
  title: string;
  weekday: string;
  startTime: string;
  endTime: string;
  fromOn: string;
  untilOn: string;
  meetingPoint: string;
  tools: string;
  hazards: string;
  work: string;
  sites: readonly string[];
  least: string;
  most: string;
  hasLeader: boolean;
  skill: string;
  isAdultsOnly: boolean;
}

/** "每周四" of "4". */
export const readWeekday = (weekday: string): string => t(`volunteer-days.weekday.${weekday}`);

export const countOf = (typed: string): number => Number(tidyDigits(typed) || Number.NaN);
export const countCheck = (typed: string): string | undefined => {
  const count = countOf(typed);
  return Number.isInteger(count) && count >= 1 && count <= 10_000 ? undefined : text("volunteer-days.new.count");
};

/** What is wrong with a series as typed, by field. */
export function checkSeries(values: SeriesValues): { readonly [K in keyof SeriesValues]?: string | undefined } {
  const { title, startTime, endTime, fromOn, meetingPoint, sites, work, least, most } = values;
  return {
    title: needed(title, text("volunteer-days.new.title")),
    startTime: needed(startTime, text("volunteer-days.new.start")),
    endTime: needed(endTime, text("volunteer-days.new.end")),
    fromOn: needed(fromOn, text("volunteer-days.new.from")),
    meetingPoint: needed(meetingPoint, text("volunteer-days.new.meet")),
    sites: sites.length === 0 ? text("volunteer-days.new.sites.none") : undefined,
    work: needed(work, text("volunteer-days.new.work")),
    least: countCheck(least),
    most: countCheck(most) ?? (countOf(most) < countOf(least) ? text("volunteer-days.new.turned") : undefined),
  };
}

type Team = Pick<SeriesValues, "least" | "most" | "hasLeader" | "skill" | "isAdultsOnly">;

/** The posts of a team as typed: so many members, and beside them a leader and somebody who can do something. */
export function teamOf({ least, most, hasLeader, skill, isAdultsOnly }: Team) {
  const member = {
    ...{ kind: "member" as const, title: text("volunteer-days.new.member.title"), least: countOf(least), most: countOf(most) },
    isAdultsOnly,
  };
  const leader = { kind: "leader" as const, title: text("volunteer-days.kind.leader"), least: 1, most: 1, isAdultsOnly: true };
  const skilled = { kind: "skilled" as const, title: skill.trim(), skill: skill.trim(), least: 1, most: 1, isAdultsOnly };
  return [...(hasLeader ? [leader] : []), ...(skill.trim() ? [skilled] : []), member];
}

/** The series to send: the same work and the same team at each site. */
export function bodyOf({ title, weekday, startTime, endTime, fromOn, untilOn, meetingPoint, tools, hazards, work, sites, ...rest }: SeriesValues) {
  const optional = { ...(untilOn && { untilOn }), ...(tools && { tools }), ...(hazards && { hazards }), ...insuranceOf(rest) };
  return {
    ...{ title, weekday: Number(weekday), startTime, endTime, fromOn, meetingPoint, ...optional },
    sites: sites.map((placeId) => ({ placeId, work, posts: teamOf(rest) })),
  };
}
