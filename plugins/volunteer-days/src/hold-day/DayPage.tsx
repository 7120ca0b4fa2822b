import { useRoute } from "preact-iso";
import {
  addressOf,
  Await,
  browserPorts,
  Button,
  ButtonLink,
  Card,
  dayText,
  EmptyState,
  mayAnywhere,
  Notice,
  PageHead,
  t,
  timeText,
  useLoaded,
} from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { GroupTextButton } from "../invite-neighbours/GroupTextButton.js";
import { HazardForm } from "../report-hazard/HazardForm.js";
import { EnterPerson, KeyIn, type Props } from "./enter-people.js";
import "./Day.css";

const read = (dayId: string) => api("GET /days/:dayId", { params: { dayId } });
type Sheet = Awaited<ReturnType<typeof read>>;
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

function PersonRow({ dayId, person, isAhead, onDone }: Props & { readonly person: Person; readonly isAhead: boolean }) {
  const mark = async (act: Act) => {
    await api("POST /days/:dayId/check-ins", { params: { dayId }, body: { signUpId: person.signUpId, act } });
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
        {kind === "leader" && `（${t("volunteer-days.kind.leader")}）`} {task && <span class="lx-hint">{task}</span>}{" "}
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

const Team = ({ dayId, team, isAhead, onDone }: Props & { readonly team: Sheet["teams"][number]; readonly isAhead: boolean }) => (
  <Card title={`${team.siteName} · ${text("volunteer-days.thursday.meet", { place: team.meetingPoint })}`}>
    <p class="lx-hint">{team.work}</p>
    {team.people.length === 0 ? (
      <EmptyState why={text("volunteer-days.day.nobody")} />
    ) : (
      <ul class="day-people">
        {team.people.map((person) => (
          <PersonRow key={person.signUpId} dayId={dayId} person={person} isAhead={isAhead} onDone={onDone} />
        ))}
      </ul>
    )}
    {team.hazards.map(({ matterId, number, title }) => (
      <p key={matterId}>
        <a href={`/matters/${matterId}`}>{text("volunteer-days.hazard.seen", { number, title })}</a>
      </p>
    ))}
    {mayAnywhere("volunteer-days.signUpOthers") && (
      <>
        <EnterPerson dayId={dayId} siteId={team.siteId} isAhead={isAhead} onDone={onDone} />
        <HazardForm dayId={dayId} siteId={team.siteId} onDone={onDone} />
      </>
    )}
  </Card>
);

function Verbs({ sheet, onDone }: { readonly sheet: Sheet; readonly onDone: () => Promise<unknown> }) {
  const params = { dayId: sheet.id };
  const record = async () => {
    const { people, minutes } = await api("POST /days/:dayId/hours", { params });
    await onDone();
    toast(text("volunteer-days.day.recorded", { people, minutes }));
  };
  const fill = async () => {
    const { placed } = await api("POST /days/:dayId/fill", { params });
    await onDone();
    toast(text("volunteer-days.rota.placed", { count: placed }));
  };
  return (
    <div class="day-verbs">
      <div class="lx-actions">
        <ButtonLink href={addressOf("volunteer-days", "/days/:dayId/sign-in-sheet", params)} icon={Printer} download>
          {text("volunteer-days.day.print")}
        </ButtonLink>
        <GroupTextButton dayId={sheet.id} />
        {mayAnywhere("volunteer-days.plan") && <Button onClick={() => void fill()}>{text("volunteer-days.day.fill")}</Button>}
        {mayAnywhere("volunteer-days.plan") && <Button onClick={() => void record()}>{text("volunteer-days.day.record")}</Button>}
      </div>
      {sheet.dueOn && <p class="lx-hint">{text("volunteer-days.day.due", { day: dayText(sheet.dueOn) })}</p>}
    </div>
  );
}

/** One day by its teams: who is expected, came and left, the paper keyed in, the hours written down. */
export default function DayPage() {
  const { dayId } = useRoute().params as { dayId: string };
  const loaded = useLoaded(() => read(dayId), [dayId], { keepsOld: true });
  return (
    <div class="lx-stack">
      <Await of={loaded} lines={8}>
        {(sheet) => (
          <>
            <PageHead title={`${sheet.title} ${dayText(sheet.heldOn)}`} note={`${timeText(sheet.startsAt)}–${timeText(sheet.endsAt)}`}>
              {mayAnywhere("volunteer-days.plan") && (
                <ButtonLink href={`/volunteer-days/days/${dayId}/change`}>{text("volunteer-days.page.change")}</ButtonLink>
              )}
            </PageHead>
            {sheet.state !== "open" && <Notice kind="warning">{sheet.words ?? sheet.holiday ?? text("volunteer-days.rota.off")}</Notice>}
            {sheet.state === "open" && <Verbs sheet={sheet} onDone={loaded.reload} />}
            {sheet.teams.map((team) => (
              <Team key={team.siteId} dayId={dayId} team={team} isAhead={Date.parse(sheet.startsAt) > browserPorts.now()} onDone={loaded.reload} />
            ))}
            {sheet.state === "open" && mayAnywhere("volunteer-days.signUpOthers") && <KeyIn dayId={dayId} onDone={loaded.reload} />}
          </>
        )}
      </Await>
    </div>
  );
}
