import { Await, ButtonLink, TaskList, useLoaded } from "@lianxin/web-kit";
import { api, t } from "../browser.js";

/** First run, step 2: the people, from a table or one by one, and the organisations that will lead what is decided. */
export default function PeopleStep() {
  const people = useLoaded(async () => ({ ...(await api("GET /people")), organizations: (await api("GET /organizations")).organizations }), []);
  return (
    <Await of={people}>
      {({ people, next, organizations }) => {
        const units = organizations.filter(({ closedOn }) => closedOn === null);
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
              {
                id: "units",
                status: { kind: units.length > 0 ? "done" : "todo", word: t(units.length > 0 ? "directory.begin.done" : "directory.begin.todo") },
                title: t("directory.begin.units"),
                href: "/directory/arrange?part=organizations",
                why: [units.length > 0 ? t("directory.begin.someUnits", { count: units.length }) : t("directory.begin.unitsWhy")],
                act: (
                  <ButtonLink href="/directory/arrange?part=organizations" look="soft">
                    {t("directory.begin.unitsVerb")}
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
