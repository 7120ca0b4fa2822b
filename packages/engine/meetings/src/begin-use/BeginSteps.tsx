import { Await, ButtonLink, TaskList, useLoaded, type Task } from "@lianxin/web-kit";
import { api, directoryApi, text as t } from "../api.js";

const look = async () => {
  const [{ bodies }, { meetings }, { people }] = await Promise.all([
    api("GET /bodies"),
    api("GET /meetings", { query: { tab: "coming" } }),
    directoryApi("GET /people"),
  ]);
  const first = bodies[0];
  const pack = first && (await api("GET /bodies/:bodyId", { params: { bodyId: first.id } })).pack;
  return { bodies, meetings, pack, hasPeople: people.length > 1 };
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
const rulesTask = ({ pack }: Facts): Task => ({
  id: "rules",
  status: pack
    ? { kind: pack.isVerified ? "done" : "hold", word: t(pack.isVerified ? "meetings.begin.verified" : "meetings.begin.unverified") }
    : { kind: "hold", word: t("meetings.begin.later") },
  title: t("meetings.begin.rules"),
  href: "/meetings",
  why: pack
    ? [t("meetings.begin.rulesWhy", { notice: pack.noticeDays, need: pack.need, members: pack.members }), pack.citation]
    : [t("meetings.begin.bodyFirst")],
});

const meetingTask = ({ bodies, meetings, hasPeople }: Facts): Task => {
  const isReady = bodies.length > 0 && hasPeople;
  return {
    id: "meeting",
    status: isReady || meetings.length > 0 ? stateOf(meetings.length > 0) : { kind: "hold", word: t("meetings.begin.later") },
    title: t("meetings.begin.meeting"),
    href: isReady ? "/meetings/new" : "/first-run",
    why: [t(isReady ? "meetings.begin.meetingWhy" : "meetings.begin.laterWhy")],
    ...(isReady
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
