import { Await, ButtonLink, TaskList, useLoaded } from "@lianxin/web-kit";
import { api, t } from "../browser.js";

const look = () => Promise.all([api("GET /settings"), api("GET /places")]);

/** First run, step 1: which community, and how a resident reaches its office. */
export default function CommunityStep() {
  const facts = useLoaded(look, []);
  return (
    <Await of={facts}>
      {([{ communityName, officePhone }, { places }]) => {
        const compounds = places.filter((place) => place.kind === "compound" && place.closedOn === null).length;
        const isDone = officePhone !== null;
        return (
          <TaskList
            tasks={[
              {
                id: "community",
                status: { kind: isDone ? "done" : "todo", word: t(isDone ? "directory.begin.done" : "directory.begin.todo") },
                title: t("directory.begin.community"),
                href: "/directory/settings",
                why: [communityName, compounds > 0 && t("directory.begin.compounds", { count: compounds }), officePhone ?? t("directory.begin.noPhone")],
                act: (
                  <ButtonLink href="/directory/settings" look="soft">
                    {t("directory.begin.communityVerb")}
                  </ButtonLink>
                ),
              },
            ]}
          />
        );
      }}
    </Await>
  );
}
