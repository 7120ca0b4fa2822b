import { Await, ButtonLink, TaskList, useLoaded, type Task } from "@lianxin/web-kit";
import { api, directoryApi, text as t } from "../api.js";

/** How far the first steps are: who sits, by which rules, and whether a meeting was called and one was held. */
export const look = async () => {
  const [{ bodies }, { meetings }, { meetings: past }, { people }] = await Promise.all([
    api("GET /bodies"),
    api("GET /meetings", { query: { tab: "coming" } }),
    api("GET /meetings", { query: { tab: "past" } }),
    directoryApi("GET /people"),
  ]);
  const first = bodies[0];
  const pack = first && (await api("GET /bodies/:bodyId", { params: { bodyId: first.id } })).pack;
  return { bodies, meetings, wasHeld: past.some(({ state }) => state !== "cancelled"), pack, hasPeople: people.length > 1 };
};
type Facts = Awaited<ReturnType<typeof look>>;
const stateOf = (isDone: boolean): Task["status"] => ({ kind: isDone ? "done" : "todo", word: t(isDone ? "meetings.begin.done" : "meetings.begin.todo") });

const bodyTask = ({ bodies }: Facts): Task => ({
  id: "body",
  status: stateOf(bodies.length > 0),
  title: t("meetings.begin.body"),
  href: "/meetings/bodies/new",
  why: bodies.length > 0 ? bodies.map((body) => body.name) : [t("meetings.begin.bodyWhy")],
  act: (
    <ButtonLink look="soft" href="/meetings/bodies/new">
      {t("meetings.begin.bodyVerb")}
    </ButtonLink>
  ),
});

/** The rules of the first body; a pack that nobody has checked against its text says so. */
const rulesTask = ({ pack, bodies }: Facts): Task => ({
  id: "rules",
  status: pack
    ? { kind: pack.isVerified ? "done" : "hold", word: t(pack.isVerified ? "meetings.begin.verified" : "meetings.begin.unverified") }
    : { kind: "hold", word: t("meetings.begin.later") },
  title: t("meetings.begin.rules"),
  href: bodies[0] ? "/meetings/rules" : "/meetings/bodies/new",
  why: pack
    ? [
        t(pack.need > 0 ? "meetings.begin.rulesWhy" : "meetings.begin.rulesWhyAny", { notice: pack.noticeDays, need: pack.need, members: pack.members }),
        pack.citation,
      ]
    : [t("meetings.begin.bodyFirst")],
  ...(pack
    ? {
        act: (
          <ButtonLink look="soft" href="/meetings/rules">
            {t("meetings.begin.rulesVerb")}
          </ButtonLink>
        ),
      }
    : {}),
});

/** A meeting that was only called is not held yet. */
function meetingState({ bodies, meetings, hasPeople, wasHeld }: Facts): Task["status"] {
  if (wasHeld) return stateOf(true);
  if (meetings.length > 0) return { kind: "track", word: t("meetings.begin.called") };
  return bodies.length > 0 && hasPeople ? stateOf(false) : { kind: "hold", word: t("meetings.begin.later") };
}

const meetingTask = (facts: Facts): Task => {
  const { bodies, meetings, hasPeople, wasHeld } = facts;
  const isReady = bodies.length > 0 && hasPeople;
  const [called] = meetings;
  return {
    id: "meeting",
    status: meetingState(facts),
    title: t("meetings.begin.meeting"),
    href: called ? `/meetings/${called.id}` : isReady ? "/meetings/new" : "/first-run",
    why: [wasHeld ? t("meetings.begin.held") : called ? called.title : t(isReady ? "meetings.begin.meetingWhy" : "meetings.begin.laterWhy")],
    ...(isReady && !called && !wasHeld
      ? {
          act: (
            <ButtonLink look="filled" href="/meetings/new">
              {t("meetings.begin.meetingVerb")}
            </ButtonLink>
          ),
        }
      : {}),
  };
};

/** First run, steps 3 to 5: who sits, by which rules, and the first meeting once there are people and seats. */
export default function BeginSteps() {
  const facts = useLoaded(look, []);
  return <Await of={facts}>{(known) => <TaskList tasks={[bodyTask(known), rulesTask(known), meetingTask(known)]} />}</Await>;
}
