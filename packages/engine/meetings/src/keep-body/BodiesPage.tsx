import { Await, ButtonLink, Card, dayText, EmptyState, mayAnywhere, PageHead, t, TaskList, useLoaded } from "@lianxin/web-kit";
import { Plus } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";

const load = async () => ({
  bodies: (await api("GET /bodies")).bodies,
  ended: mayAnywhere("meetings.arrange") ? (await api("GET /ended-bodies")).bodies : [],
});
const AddLink = () => (
  <ButtonLink href="/meetings/bodies/new" look="filled" icon={Plus}>
    {text("meetings.page.setUp")}
  </ButtonLink>
);

/** Which bodies meet here, and which meet no more? */
export default function BodiesPage() {
  const loaded = useLoaded(load, []);
  const mayArrange = mayAnywhere("meetings.arrange");
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.body.heading")}>{mayArrange && <AddLink />}</PageHead>
      <Await of={loaded}>
        {({ bodies, ended }) => (
          <>
            <Card title={text("meetings.body.going")} isFlush>
              {bodies.length === 0 && <EmptyState why={text("meetings.body.none")}>{mayArrange && <AddLink />}</EmptyState>}
              <TaskList
                tasks={bodies.map(({ id, name, kind, isStanding }) => ({
                  id,
                  status: { kind: "track" as const, word: text(isStanding ? "meetings.body.standing" : "meetings.body.adHoc") },
                  title: name,
                  href: `/meetings/bodies/${id}`,
                  why: [t(`meetings.template.${kind}`)].filter((word) => word !== name),
                }))}
              />
            </Card>
            {ended.length > 0 && (
              <Card title={text("meetings.body.past")} isFlush>
                <TaskList
                  tasks={ended.map(({ id, name, kind, endedOn }) => ({
                    id,
                    status: { kind: "hold" as const, word: text("meetings.body.pastWord") },
                    title: name,
                    href: `/meetings/bodies/${id}`,
                    why: [t(`meetings.template.${kind}`), dayText(endedOn, { year: true })].filter((word) => word !== name),
                  }))}
                />
              </Card>
            )}
          </>
        )}
      </Await>
    </div>
  );
}
