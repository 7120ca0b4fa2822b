import { useRoute } from "preact-iso";
import { addressOf, Await, ButtonLink, Card, dayText, EmptyState, mayAnywhere, Notice, PageHead, timeText, useLoaded } from "@lianxin/web-kit";
import { Printer, QrCode } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { CalledOff } from "../change-day/CalledOff.js";
import { QueueNotices } from "../check-in-self/QueueNotices.js";
import { useQueue } from "../check-in-self/use-queue.js";
import { ImportForm } from "../import-people/ImportForm.js";
import { signUpList } from "../import-people/lists.js";
import { GroupTextButton } from "../invite-neighbours/GroupTextButton.js";
import { KeyWalkUp } from "../key-walk-up/KeyWalkUp.js";
import { HazardForm } from "../report-hazard/HazardForm.js";
import { ActButton } from "../show-refusal/ActButton.js";
import { sayTold, ToCall } from "../tell-volunteers/ToCall.js";
import { CapacityForm } from "../set-capacity/CapacityForm.js";
import { EnterPerson, type Props } from "./enter-people.js";
import { KeyIn } from "./KeyIn.js";
import { hasOpened, isOver, PersonRow, type Keep } from "./PersonRow.js";
import { RecordHours } from "./RecordHours.js";
import "./Day.css";

const read = (dayId: string) => api("GET /days/:dayId", { params: { dayId } });
export type Sheet = Awaited<ReturnType<typeof read>>;

interface TeamProps extends Props {
  readonly sheet: Sheet;
  readonly team: Sheet["teams"][number];
  readonly keep: Keep;
}
const Team = ({ dayId, sheet, team, keep, onDone }: TeamProps) => (
  <Card title={team.siteName}>
    <p class="lx-hint">
      {text("volunteer-days.thursday.meet", { place: team.meetingPoint })} · {team.work}
    </p>
    {team.people.length === 0 ? (
      <EmptyState why={text("volunteer-days.day.nobody")} />
    ) : (
      <ul class="day-people">
        {team.people.map((person) => (
          <PersonRow key={person.signUpId} dayId={dayId} person={person} day={sheet} keep={keep} onDone={onDone} />
        ))}
      </ul>
    )}
    {team.hazards.map(({ matterId, number, title }) => (
      <p key={matterId}>
        <a href={`/matters/${matterId}`}>{text("volunteer-days.hazard.seen", { number, title })}</a>
      </p>
    ))}
    {sheet.state === "open" && mayAnywhere("volunteer-days.signUpOthers") && (
      <>
        {hasOpened(sheet) ? (
          <KeyWalkUp dayId={dayId} siteId={team.siteId} isOver={isOver(sheet)} onDone={onDone} />
        ) : (
          <EnterPerson dayId={dayId} siteId={team.siteId} onDone={onDone} />
        )}
        <HazardForm dayId={dayId} siteId={team.siteId} onDone={onDone} />
      </>
    )}
    {sheet.state === "open" && !isOver(sheet) && sheet.mayPlan && <CapacityForm dayId={dayId} places={team.places} onDone={onDone} />}
  </Card>
);

/** The day is over, and the hours of everybody who had a place and did not stay away are written down. */
function isSettled(sheet: Sheet): boolean {
  const coming = sheet.teams.flatMap(({ people }) => people).filter(({ state, isAbsent }) => state === "confirmed" && !isAbsent);
  return isOver(sheet) && coming.length > 0 && coming.every(({ minutes }) => minutes !== null);
}

function Verbs({ sheet, onDone }: { readonly sheet: Sheet; readonly onDone: () => Promise<unknown> }) {
  const params = { dayId: sheet.id };
  const fill = async () => {
    const { placed, ...told } = await api("POST /days/:dayId/fill", { params });
    await onDone();
    sayTold(sheet.id, text("volunteer-days.rota.placed", { count: placed }), told);
  };
  return (
    <div class="day-verbs">
      <div class="lx-actions">
        <ButtonLink href={addressOf("volunteer-days", "/days/:dayId/sign-in-sheet", params)} icon={Printer} download>
          {text("volunteer-days.day.print")}
        </ButtonLink>
        {!isOver(sheet) && <GroupTextButton dayId={sheet.id} />}
        {mayAnywhere("volunteer-days.signUpOthers") && (
          <ButtonLink icon={QrCode} href={`/volunteer-days/days/${sheet.id}/code`}>
            {text("volunteer-days.page.code")}
          </ButtonLink>
        )}
        {!isOver(sheet) && sheet.mayPlan && <ActButton onAct={fill}>{text("volunteer-days.day.fill")}</ActButton>}
        {!isSettled(sheet) && sheet.mayPlan && <RecordHours sheet={sheet} onDone={onDone} />}
      </div>
      <p class="lx-hint">
        {sheet.insured ? text("volunteer-days.day.insured", { ...sheet.insured, until: dayText(sheet.insured.until) }) : text("volunteer-days.day.notInsured")}
      </p>
      {sheet.dueOn && !isSettled(sheet) && <p class="lx-hint">{text("volunteer-days.day.due", { day: dayText(sheet.dueOn) })}</p>}
    </div>
  );
}

/** One day by its teams: who is expected, came and left, the paper keyed in, the hours written down. */
export default function DayPage() {
  const { dayId } = useRoute().params as { dayId: string };
  const loaded = useLoaded(() => read(dayId), [dayId], { keepsOld: true });
  const queue = useQueue(loaded.reload);
  const count = queue.waiting.length;
  return (
    <div class="lx-stack">
      {count > 0 && <Notice>{text("volunteer-days.day.queue", { count })}</Notice>}
      <QueueNotices queue={queue} route="desk" />
      <Await of={loaded} lines={8}>
        {(sheet) => (
          <>
            <PageHead
              title={`${sheet.title} ${dayText(sheet.heldOn)}`}
              note={`${timeText(sheet.startsAt)}–${timeText(sheet.endsAt)} · ${text(sheet.takesPhotos ? "volunteer-days.photos.taken" : "volunteer-days.photos.none")}`}
            >
              {!isOver(sheet) && sheet.mayPlan && <ButtonLink href={`/volunteer-days/days/${dayId}/change`}>{text("volunteer-days.page.change")}</ButtonLink>}
            </PageHead>
            <ToCall dayId={dayId} heldOn={sheet.heldOn} />
            {sheet.state !== "open" && <CalledOff day={sheet} mayChange={!isOver(sheet) && sheet.mayPlan} onDone={loaded.reload} />}
            {sheet.state === "open" && sheet.heldOn !== sheet.originalOn && (
              <p class="lx-hint">{text("volunteer-days.day.moved", { day: dayText(sheet.originalOn), digits: sheet.originalOn.slice(5).replace("-", "") })}</p>
            )}
            {sheet.state === "open" && sheet.holidayWhy && (
              <Notice>
                {text("volunteer-days.day.onHoliday", { holiday: sheet.holiday ?? text("volunteer-days.reason.holiday"), why: sheet.holidayWhy })}
              </Notice>
            )}
            {sheet.state === "open" && <Verbs sheet={sheet} onDone={loaded.reload} />}
            {sheet.teams.map((team) => (
              <Team key={team.siteId} dayId={dayId} sheet={sheet} team={team} keep={queue.sendOrKeep} onDone={loaded.reload} />
            ))}
            {sheet.state === "open" && mayAnywhere("volunteer-days.signUpOthers") && (
              <>
                <KeyIn dayId={dayId} onDone={loaded.reload} />
                {sheet.isWhole && <ImportForm list={signUpList(dayId)} onDone={loaded.reload} />}
              </>
            )}
          </>
        )}
      </Await>
    </div>
  );
}
