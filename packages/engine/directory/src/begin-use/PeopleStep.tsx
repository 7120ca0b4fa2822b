import { Await, ButtonLink, TaskList, useLoaded } from "@lianxin/web-kit";
import { api, t } from "../browser.js";

/** First run, step 2: the people, from a table or one by one. */
export default function PeopleStep() {
  const people = useLoaded(() => api("GET /people"), []);
  return (
    <Await of={people}>
      {({ people, next }) => {
        const isDone = people.length > 1;
        return (
          <TaskList
            tasks={[
              {
                id: "people",
                status: { kind: isDone ? "done" : "todo", word: t(isDone ? "directory.begin.done" : "directory.begin.todo") },
                title: t("directory.begin.people"),
                href: "/directory/import",
                why: [
                  isDone ? t(next ? "directory.begin.morePeople" : "directory.begin.somePeople", { count: people.length }) : t("directory.begin.peopleWhy"),
                ],
                act: (
                  <ButtonLink href="/directory/import" look={isDone ? "soft" : "filled"}>
                    {t("directory.begin.peopleVerb")}
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
