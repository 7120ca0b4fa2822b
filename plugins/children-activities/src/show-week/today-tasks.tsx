import { ButtonLink, dayText, timeText, type Task } from "@lianxin/web-kit";
import { api, tellRule, text, told } from "../api.js";
import { groupBy } from "../group-by.js";

export const readMine = () => api("GET /mine");
export type Mine = Awaited<ReturnType<typeof readMine>>;
type Session = Mine["sessions"][number];

const lead = (href: string, word: string, about: string) => (
  <ButtonLink href={href} look="soft" aria-label={`${word} ${about}`}>
    {word}
  </ButtonLink>
);
const see = (href: string, about: string) => lead(href, text("children-activities.today.see"), about);
const boardOf = (sessionId: string): string => `/children-activities/sessions/${sessionId}`;
const titleOf = ({ heldOn, startsAt, title }: Session): string => `${dayText(heldOn)} ${timeText(startsAt)} ${title}`;

/** An emergency that waits for the reader as its second person: on the board for who leads, on the plan for who signs for the community. */
function overrideTaskOf({ id, sessionId, programmeId, untilAt, askedBy, reason, isLeader }: Mine["overrides"][number]): Task {
  const href = isLeader ? boardOf(sessionId) : `/children-activities/programmes/${programmeId}`;
  const title = text("children-activities.override.asked", { name: askedBy, time: timeText(untilAt) });
  return {
    ...{ id, href, title, act: see(href, title), why: reason === null ? [] : [reason] },
    status: { kind: "late", word: text("children-activities.today.override") },
  };
}

/** A plan that waits for the reader's signature for the community, with its first day. */
function signTaskOf({ programmeId, title, heldOn }: Mine["toSign"][number]): Task {
  const href = `/children-activities/programmes/${programmeId}`;
  return {
    ...{ id: `sign-${programmeId}`, href, title: `${dayText(heldOn)} ${title}`, why: [text("children-activities.today.sign.why")], act: see(href, title) },
    status: { kind: "gap", word: text("children-activities.today.sign") },
  };
}

function oddTaskOf(session: Session): Task {
  const { id, programmeId, heldOn, endsAt, title, state, children, violations, isLeftOpen, isUncollected, isCountLate } = session;
  const [first] = violations;
  const href = state === "planned" ? `/children-activities/programmes/${programmeId}` : isUncollected ? `${boardOf(id)}/desk` : boardOf(id);
  const broken = first && { word: told("rule", `${first.code}.short`), why: tellRule(first) };
  const what = isUncollected ? "uncollected" : isLeftOpen || !isCountLate ? "leftOpen" : "countLate";
  const { word, why } =
    broken && !isLeftOpen && !isUncollected
      ? broken
      : { word: told("today", what), why: told("today", `${what}.why`, { time: timeText(endsAt), count: children }) };
  return {
    ...{ id, href, title: titleOf(session), why: [why] },
    status: { kind: state === "open" ? "late" : "gap", word },
    act: see(href, `${title} ${dayText(heldOn)}`),
  };
}

/** A date that nobody opened, with how many children stood before a shut door. */
function lapsedTaskOf(session: Session): Task {
  const { id, title, heldOn, children } = session;
  return {
    ...{ id, href: boardOf(id), title: titleOf(session), why: [text("children-activities.today.lapsed.why", { count: children })] },
    status: { kind: "gap", word: text("children-activities.today.lapsed") },
    act: see(boardOf(id), `${title} ${dayText(heldOn)}`),
  };
}

function homeTaskOf({ id, name, children, closedOn, keptUntil }: Mine["homes"][number]): Task {
  const href = `/children-activities/homes/${id}`;
  return {
    ...{ id, href, title: name, act: see(href, name) },
    status: { kind: "gap", word: text("children-activities.today.closed") },
    why: [text("children-activities.mine.closed", { count: children, day: dayText(closedOn!, { year: true }), until: dayText(keptUntil!, { year: true }) })],
  };
}

/** A home of which guardians put something right themselves, with of how many children. */
function correctedTaskOf({ id, name, corrected }: Mine["homes"][number]): Task {
  const href = `/children-activities/homes/${id}`;
  return {
    ...{ id: `corrected-${id}`, href, title: name, act: see(href, name) },
    status: { kind: "check", word: text("children-activities.today.corrected") },
    why: [text("children-activities.today.corrected.why", { count: corrected })],
  };
}

/** One line for each activity whose lists lost children, with the days. */
function takenOffTaskOf(dates: readonly Mine["takenOff"][number][]): Task {
  const { sessionId, programmeId, title } = dates[0]!;
  const days = dates.map(({ heldOn, children }) => text("children-activities.today.off.day", { day: dayText(heldOn), count: children })).join("、");
  return {
    ...{ id: `off-${programmeId}`, href: boardOf(sessionId), title, act: see(boardOf(sessionId), title) },
    status: { kind: "gap", word: text("children-activities.today.off") },
    why: [text("children-activities.today.off.why", { days })],
  };
}

/** A session of today or tomorrow at which all is well: which day, how many are enrolled, or there once it is open, and the way to its board. */
function readyTaskOf({ id, title, heldOn, startsAt, endsAt, state, day, children }: Session): Task {
  return {
    ...{ id, href: boardOf(id), why: [told("today", state === "open" ? "present" : "children", { count: children })] },
    title: `${told("today.day", day)} ${timeText(startsAt)}–${timeText(endsAt)} ${title}`,
    status: state === "open" ? { kind: "check", word: told("session", state) } : { kind: "track", word: text("children-activities.today.ready") },
    act: lead(boardOf(id), text("children-activities.today.open"), `${title} ${dayText(heldOn)}`),
  };
}

/** What stands on “today”, what presses first, and how much of it is to be done today, or is late already. */
export function tasksOf({ sessions, homes, overrides, takenOff, toSign }: Mine) {
  const isOdd = ({ state, violations, isLeftOpen, isUncollected, isCountLate }: Session) =>
    isUncollected || isLeftOpen || isCountLate || (state !== "closed" && violations.length > 0);
  const odd = sessions.filter(isOdd);
  const lapsed = sessions.filter(({ state }) => state === "lapsed");
  const ready = sessions.filter((one) => !isOdd(one) && one.day !== "other" && (one.state === "published" || one.state === "open"));
  const closed = homes.filter(({ closedOn }) => closedOn !== null);
  const corrected = homes.filter((one) => one.corrected > 0);
  const off = [...groupBy(takenOff, ({ programmeId }) => programmeId).values()];
  const today = ready.filter(({ day }) => day === "today");
  return {
    count: overrides.length + toSign.length + odd.length + lapsed.length + off.length + corrected.length + closed.length + today.length,
    late: overrides.length + odd.filter(({ state }) => state === "open").length,
    tasks: [
      ...overrides.map(overrideTaskOf),
      ...odd.map(oddTaskOf),
      ...toSign.map(signTaskOf),
      ...today.map(readyTaskOf),
      ...lapsed.map(lapsedTaskOf),
      ...off.map(takenOffTaskOf),
      ...corrected.map(correctedTaskOf),
      ...ready.filter(({ day }) => day === "tomorrow").map(readyTaskOf),
      ...closed.map(homeTaskOf),
    ],
  };
}
