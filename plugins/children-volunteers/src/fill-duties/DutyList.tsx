import { Button, dayText, Status, timeText } from "@lianxin/web-kit";
import { api, text, toldState } from "../api.js";
import "./Duties.css";

export const readDuties = () => api("GET /duties");
export type Duty = Awaited<ReturnType<typeof readDuties>>["duties"][number];
export interface Acting {
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}

export const whenText = ({ heldOn, startsAt, endsAt }: Pick<Duty, "heldOn" | "startsAt" | "endsAt">): string =>
  `${dayText(heldOn)} ${timeText(startsAt)}–${timeText(endsAt)}`;

/** Sessions that lack adults: whose turn it is, who was asked and what they said. */
export const DutyList = ({ duties, act, ask }: Acting & { readonly duties: readonly Duty[]; readonly ask: (sessionId: string) => Promise<unknown> }) => (
  <ul class="duty-list">
    {duties.map((duty) => (
      <li key={duty.sessionId}>
        <span class="lx-actions">
          <a href={`/children-activities/programmes/${duty.programmeId}`}>{duty.title}</a>
          <span class="lx-num">{whenText(duty)}</span>
          <span class="lx-hint">{duty.homeName}</span>
          <Status kind="gap" word={text("children-volunteers.plan.short", { count: duty.short })} />
        </span>
        {duty.asked.map(({ name, state, isTold }) => (
          <span key={name} class="lx-hint">
            {name} {toldState(state)} {!isTold && text("children-volunteers.plan.untold")}
          </span>
        ))}
        <span class="lx-actions">
          <span>
            {duty.proposed.length > 0 ? text("children-volunteers.plan.turn", { names: duty.proposed.join("、") }) : text("children-volunteers.plan.nobody")}
          </span>
          {duty.proposed.length > 0 && (
            <Button
              look="soft"
              aria-label={`${text("children-volunteers.plan.ask")} ${duty.title} ${whenText(duty)}`}
              onClick={() => void act(() => ask(duty.sessionId))}
            >
              {text("children-volunteers.plan.ask")}
            </Button>
          )}
        </span>
      </li>
    ))}
  </ul>
);
