import { ageRulesOn, needsCompany, type AgeBand } from "./age-rules.js";
import { lacksInsurance, tasksForMinors } from "./work-rules.js";

/** Site → whether a grown-up of theirs has a place there that day, or waits for one. */
export type Company = ReadonlyMap<string, "there" | "waits">;
export const noCompany: Company = new Map();

/** Everything the decision looks at; times are instants in UTC. */
export interface JoinFacts {
  readonly now: string;
  readonly day: { readonly id: string; readonly state: string; readonly heldOn: string; readonly startsAt: string; readonly endsAt: string };
  readonly post: {
    readonly siteId: string;
    readonly kind: string;
    readonly isAdultsOnly: boolean;
    /** What one has to know for it; null: nothing. */
    readonly skill: string | null;
    readonly work: string;
    /** The time the series is insured for; null: it is not. */
    readonly insuredFrom: string | null;
    readonly insuredUntil: string | null;
    /** Since when no team goes there; who has a place keeps it. */
    readonly siteClosedOn: string | null;
    /** A leader's, of a team that is to have none any more; who leads it keeps the place. */
    readonly isUnled: boolean;
    readonly most: number;
    readonly taken: number;
  };
  /** `mayLead` and `skills`: the organiser said so when they joined the rota. `hasGuardian`: a guardian agreed. */
  readonly person: {
    readonly ageBand: AgeBand;
    readonly hasGuardian: boolean;
    readonly company: Company;
    readonly mayLead: boolean;
    readonly skills: readonly string[];
  };
  /** Their other places that have not ended, waiting ones included. */
  readonly others: readonly { readonly dayId: string; readonly startsAt: string; readonly endsAt: string }[];
}
export type ObstacleCode =
  | "dayCancelled"
  | "dayUndecided"
  | "dayEnded"
  | "signedElsewhere"
  | "timesClash"
  | "adultsOnly"
  | "noMinorTask"
  | "leadersOnly"
  | "skillNeeded"
  | "notInsured"
  | "guardianNeeded"
  | "companyNeeded"
  | "tooYoung"
  | "siteClosed"
  | "noLeader"
  | "postFull";
export interface Obstacle {
  readonly code: ObstacleCode;
  /** Who can mend it: the person, the organiser, or nobody. */
  readonly mends: "self" | "organiser" | "nobody";
  /** Waiting in line is allowed in spite of it. */
  readonly mayWait: boolean;
}

const obstacle = (code: ObstacleCode, mends: Obstacle["mends"], mayWait = false): Obstacle => ({ code, mends, mayWait });

function judgeDay({ day, now }: Pick<JoinFacts, "day" | "now">): Obstacle[] {
  if (day.endsAt <= now) return [obstacle("dayEnded", "nobody")];
  if (day.state === "cancelled") return [obstacle("dayCancelled", "organiser")];
  return day.state === "undecided" ? [obstacle("dayUndecided", "organiser")] : [];
}

function judgeAge({ day, person }: Pick<JoinFacts, "day" | "person">): Obstacle[] {
  const need = ageRulesOn(day.heldOn).needs[person.ageBand];
  if (need === "nothing") return [];
  if (need === "family") return [obstacle("tooYoung", "self")];
  // Somebody's yes is not somebody there.
  if (need === "company") return person.company.size > 0 ? [] : [obstacle("companyNeeded", "self")];
  return person.hasGuardian ? [] : [obstacle("guardianNeeded", "self")];
}

function judgeOthers({ day, others }: Pick<JoinFacts, "day" | "others">): Obstacle[] {
  if (others.some(({ dayId }) => dayId === day.id)) return [obstacle("signedElsewhere", "self")];
  return others.some(({ startsAt, endsAt }) => startsAt < day.endsAt && endsAt > day.startsAt) ? [obstacle("timesClash", "self")] : [];
}

/** A child goes where a grown-up of theirs is, and waits where they wait. */
function judgeCompany({ day, post, person }: Pick<JoinFacts, "day" | "post" | "person">): Obstacle[] {
  if (!needsCompany(person.ageBand, day.heldOn) || person.company.get(post.siteId) === "there") return [];
  return [obstacle("companyNeeded", "self", person.company.has(post.siteId))];
}

/** Why somebody cannot come that day at all, whatever the post. O(their other places). */
export const judgePerson = (facts: Omit<JoinFacts, "post">): Obstacle[] => [...judgeDay(facts), ...judgeAge(facts), ...judgeOthers(facts)];

/** Why a post is not for somebody, whether it is full or not. */
export function judgePost({ day, post, person }: Pick<JoinFacts, "day" | "post" | "person">): Obstacle[] {
  const isMinor = ageRulesOn(day.heldOn).needs[person.ageBand] !== "nothing";
  return [
    ...(post.siteClosedOn !== null ? [obstacle("siteClosed", "organiser")] : []),
    ...(post.isUnled ? [obstacle("noLeader", "organiser")] : []),
    ...(lacksInsurance(post, day.heldOn) ? [obstacle("notInsured", "organiser")] : []),
    ...judgeCompany({ day, post, person }),
    ...(isMinor && post.isAdultsOnly ? [obstacle("adultsOnly", "self")] : []),
    ...(isMinor && tasksForMinors(post.work, day.heldOn).length === 0 ? [obstacle("noMinorTask", "self")] : []),
    ...(post.kind === "leader" && !person.mayLead ? [obstacle("leadersOnly", "organiser")] : []),
    ...(post.skill !== null && !person.skills.includes(post.skill) ? [obstacle("skillNeeded", "organiser")] : []),
  ];
}

/**
 * Why somebody cannot have a place now: nothing when they can. The one decision for the page, the sign-up, the rota, stand-ins, swaps and those who
 * wait: coded, and each says who can mend it. O(their other places).
 */
export function canJoin(facts: JoinFacts): readonly Obstacle[] {
  const isFull = facts.post.taken >= facts.post.most;
  const judged = [...judgePerson(facts), ...judgePost(facts), ...(isFull ? [obstacle("postFull", "organiser", true)] : [])];
  return judged.filter((one, i) => judged.findIndex(({ code }) => code === one.code) === i);
}
