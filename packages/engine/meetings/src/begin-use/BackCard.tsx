import { ButtonLink, Card, mayAnywhere, TaskList, useLoaded } from "@lianxin/web-kit";
import { text as t } from "../api.js";
import { look } from "./BeginSteps.js";

function Back() {
  const facts = useLoaded(look, []);
  if (!facts.value || facts.value.wasHeld) return null;
  const { bodies, hasPeople } = facts.value;
  const left = bodies.length === 0 ? t("meetings.begin.body") : !hasPeople ? t("meetings.begin.laterWhy") : t("meetings.begin.meeting");
  return (
    <Card title={t("meetings.begin.back")} isFlush>
      <TaskList
        tasks={[
          {
            id: "begin",
            status: { kind: "todo", word: t("meetings.begin.todo") },
            title: t("meetings.begin.back"),
            href: "/first-run",
            why: [t("meetings.begin.backWhy", { left })],
            act: (
              <ButtonLink look="soft" href="/first-run">
                {t("meetings.begin.backVerb")}
              </ButtonLink>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** On “today”, for who sets things up: the way back to the first steps, until the first meeting was held. */
export default function BackCard() {
  return mayAnywhere("meetings.arrange") && mayAnywhere("meetings.convene") ? <Back /> : null;
}
