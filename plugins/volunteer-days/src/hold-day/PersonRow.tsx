import { useState } from "preact/hooks";
import { browserPorts, Button, dateOf, mayAnywhere, t, timeText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { CancelForOthers } from "../cancel-sign-up/CancelForOthers.js";
import type { Queue } from "../check-in-self/use-queue.js";
import { CorrectDialog } from "../record-hours/CorrectDialog.js";
import { ShowPhone } from "../show-phone/ShowPhone.js";
import { ActButton } from "../show-refusal/ActButton.js";
import type { Sheet } from "./DayPage.js";
import type { Props } from "./enter-people.js";

export type Keep = Queue["sendOrKeep"];
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
    <ActButton look="plain" aria-label={`${text("volunteer-days.standIn.desk")} ${name}`} onAct={ask}>
      {text("volunteer-days.standIn.desk")}
    </ActButton>
  );
}

type Day = Pick<Sheet, "heldOn" | "startsAt" | "endsAt" | "state">;
const isAhead = ({ startsAt }: Day): boolean => Date.parse(startsAt) > browserPorts.now();
/** Minutes before the start from which people are ticked off, as the server has it. */
const opensMinutes = 60;
export const hasOpened = ({ startsAt }: Pick<Day, "startsAt">): boolean => Date.parse(startsAt) - opensMinutes * 60_000 <= browserPorts.now();
export const isOver = ({ endsAt }: Pick<Day, "endsAt">): boolean => Date.parse(endsAt) <= browserPorts.now();
interface RowProps extends Props {
  readonly person: Person;
  readonly day: Day;
  readonly keep: Keep;
}

/** The time of a tick, while the day is held: afterwards nobody saw it, and the plan counts. */
function timeNow({ heldOn, endsAt }: Day): { time?: string } {
  const now = new Date(browserPorts.now()).toISOString();
  return dateOf(now) === heldOn && Date.parse(now) < Date.parse(endsAt) ? { time: timeText(now) } : {};
}

function Verbs({ dayId, day, person, keep }: RowProps) {
  const mark = async (act: Act) => {
    // The time goes along, so that what is sent later says when it was.
    const time = act === "arrive" || act === "leave" ? timeNow(day) : {};
    await keep({ route: "desk", params: { dayId }, body: { signUpId: person.signUpId, act, ...time }, who: person.name });
  };
  const verb = (act: Act) => (
    <ActButton look="soft" aria-label={`${text(`volunteer-days.act.${act}`)} ${person.name}`} onAct={() => mark(act)}>
      {text(`volunteer-days.act.${act}`)}
    </ActButton>
  );
  const { isAbsent, arrivedAt, leftAt, state } = person;
  // Whoever stood in line and came all the same has a place by being ticked off.
  if (state !== "confirmed") return hasOpened(day) ? verb("arrive") : null;
  return (
    <>
      {hasOpened(day) && (
        <>
          {!arrivedAt && !isAbsent && verb("arrive")}
          {!leftAt && !isAbsent && verb("leave")}
          {!arrivedAt && !isAbsent && verb("absent")}
        </>
      )}
      {(arrivedAt || leftAt || isAbsent) && verb("undo")}
      {isAhead(day) && <StandInButton person={person} />}
    </>
  );
}

/** Until the day is over a place can be given back for whoever was not seen yet; who was added on the day or from the paper is taken out again. */
const mayCancel = ({ day, person: { via, arrivedAt, leftAt, isAbsent } }: RowProps): boolean =>
  via === "walkUp" || (!isOver(day) && !arrivedAt && !leftAt && !isAbsent);

/** What is written down is corrected, not ticked again. */
function Correct({ dayId, person: { signUpId, name, minutes }, onDone }: Pick<RowProps, "dayId" | "person" | "onDone">) {
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button look="plain" aria-label={text("volunteer-days.correct.word", { name })} onClick={() => open(true)}>
        {text("volunteer-days.correct.submit")}
      </Button>
      {isOpen && <CorrectDialog row={{ dayId, signUpId, name, minutes: minutes ?? 0 }} onClose={() => open(false)} onDone={onDone} />}
    </>
  );
}

/** One person of a team: who they are, how they stand, and what happened to them, kept on this device while there is no network. */
export function PersonRow(props: RowProps) {
  const { person } = props;
  const { signUpId, name, kind, code, phone, task, minutes } = person;
  const readPhone = () => api("GET /sign-ups/:signUpId/phone", { params: { signUpId } });
  return (
    <li class="day-person">
      <span>
        <span class="lx-num">{code}</span> {name}
        {kind !== "member" && `（${t(`volunteer-days.kind.${kind}`)}）`} {task && <span class="lx-hint">{task}</span>}{" "}
        {name && <ShowPhone name={name} masked={phone} read={readPhone} />} <strong>{standing(person)}</strong>
      </span>
      {minutes === null && props.day.state === "open" && mayAnywhere("volunteer-days.signUpOthers") && (
        <span class="lx-actions">
          <Verbs {...props} />
          {mayCancel(props) && <CancelForOthers dayId={props.dayId} person={person} onDone={props.onDone} />}
        </span>
      )}
      {minutes !== null && mayAnywhere("volunteer-days.plan") && <Correct {...props} />}
    </li>
  );
}
