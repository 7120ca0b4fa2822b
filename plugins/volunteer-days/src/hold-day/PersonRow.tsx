import { browserPorts, Button, mayAnywhere, t, timeText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { useQueue } from "../check-in-self/use-queue.js";
import type { Sheet } from "./DayPage.js";
import type { Props } from "./enter-people.js";

export type Keep = ReturnType<typeof useQueue>["sendOrKeep"];
type Person = Sheet["teams"][number]["people"][number];
type Act = "arrive" | "leave" | "absent" | "undo";

const standing = ({ state, isAbsent, arrivedAt, leftAt, minutes }: Person): string => {
  if (state === "waiting") return text("volunteer-days.day.waiting");
  if (state === "offered") return text("volunteer-days.day.offered");
  if (isAbsent) return text("volunteer-days.day.absent");
  if (minutes !== null) return text("volunteer-days.day.minutes", { count: minutes });
  if (leftAt) return text("volunteer-days.day.left", { time: timeText(leftAt) });
  return arrivedAt ? text("volunteer-days.day.arrived", { time: timeText(arrivedAt) }) : "";
};

function StandInButton({ person: { signUpId, name } }: { readonly person: Person }) {
  const ask = async () => {
    const { asked } = await api("POST /sign-ups/:signUpId/stand-ins", { params: { signUpId } });
    toast(text("volunteer-days.standIn.sent", { count: asked }));
  };
  return (
    <Button look="plain" aria-label={`${text("volunteer-days.standIn.desk")} ${name}`} onClick={() => void ask()}>
      {text("volunteer-days.standIn.desk")}
    </Button>
  );
}

/** One person of a team: who they are, how they stand, and what happened to them, kept on this device while there is no network. */
export function PersonRow({ dayId, person, isAhead, keep, onDone }: Props & { readonly person: Person; readonly isAhead: boolean; readonly keep: Keep }) {
  const mark = async (act: Act) => {
    const time = timeText(new Date(browserPorts.now()).toISOString());
    // The time goes along, so that what is sent later says when it was.
    await keep({ route: "desk", params: { dayId }, body: { signUpId: person.signUpId, act, ...(act !== "undo" && { time }) } });
    await onDone();
  };
  const verb = (act: Act) => (
    <Button look="soft" aria-label={`${text(`volunteer-days.act.${act}`)} ${person.name}`} onClick={() => void mark(act)}>
      {text(`volunteer-days.act.${act}`)}
    </Button>
  );
  const { name, kind, code, phone, task, state, isAbsent, arrivedAt, leftAt } = person;
  return (
    <li class="day-person">
      <span>
        <span class="lx-num">{code}</span> {name}
        {kind !== "member" && `（${t(`volunteer-days.kind.${kind}`)}）`} {task && <span class="lx-hint">{task}</span>}{" "}
        <span class="lx-hint lx-num">{phone}</span> <strong>{standing(person)}</strong>
      </span>
      {state === "confirmed" && mayAnywhere("volunteer-days.signUpOthers") && (
        <span class="lx-actions">
          {!arrivedAt && !isAbsent && verb("arrive")}
          {!leftAt && !isAbsent && verb("leave")}
          {!arrivedAt && !isAbsent && verb("absent")}
          {(arrivedAt || leftAt || isAbsent) && verb("undo")}
          {isAhead && <StandInButton person={person} />}
        </span>
      )}
    </li>
  );
}
