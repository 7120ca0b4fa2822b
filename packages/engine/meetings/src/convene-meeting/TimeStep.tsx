import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Await, Button, Card, dateOf, dayText, EmptyState, ErrorNotice, Notice, PageHead, timeText, useLoaded, whenText } from "@lianxin/web-kit";
import { api, findSlots, text, type Slot, type SlotsAnswer, type SlotWish } from "../api.js";
import { HoursTable } from "./HoursTable.js";
import { tellNeed } from "./need-words.js";
import { OtherWays } from "./OtherWays.js";
import { OwnTime } from "./OwnTime.js";
import type { StepProps } from "./PeopleStep.js";
import { SlotCard } from "./SlotCard.js";
import { RuleStanding } from "./RuleStanding.js";
import { addressOfStep } from "./Steps.js";
import { moveDay, today } from "./week-of.js";

const windowDays = 13;
const firstWish = (): SlotWish => ({ fromOn: today(), untilOn: moveDay(today(), windowDays) });

/** A time and a place as they are kept or moved to; local time "2026-09-09T15:00". */
export interface KeptSlot {
  readonly startsAt: string;
  readonly venueId?: string;
  readonly placeText?: string;
}
/** What happens with the time chosen, and the words of the button that does it. */
export interface KeepSlot {
  readonly verb: string;
  keep(slot: KeptSlot, place: string): Promise<unknown>;
}

const localOf = ({ startsAt }: Slot): string => `${dateOf(startsAt)}T${timeText(startsAt)}`;

function Blocked({ answer }: { readonly answer: SlotsAnswer }) {
  return (
    <Notice kind="warning">
      <p>
        <strong>{text("meetings.time.nothing")}</strong>
      </p>
      <ol>
        {answer.blocking.map(({ text: rule }) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </Notice>
  );
}

interface OffersProps extends Omit<StepProps, "reload"> {
  readonly kept: KeepSlot;
  readonly answer: SlotsAnswer;
  readonly wish: SlotWish;
  readonly onWish: (wish: SlotWish) => void;
}

function Offers({ draft, answer, wish, onWish, kept }: OffersProps) {
  const [chosen, failed] = [useSignal<Slot | undefined>(answer.slots[0]), useSignal<unknown>(undefined)];
  const keep = (startsAt: string, slot: Slot | undefined) => {
    const where = slot?.venueId ? { venueId: slot.venueId } : { placeText: text("meetings.time.placeOpen") };
    return kept.keep({ startsAt, ...where }, slot?.venueName ?? text("meetings.time.placeOpen")).catch((error: unknown) => void (failed.value = error));
  };
  const chooseHour = (day: string, time: string) => {
    const same = answer.slots.find((slot) => localOf(slot) === `${day}T${time}`);
    if (same) chosen.value = same;
    else void keep(`${day}T${time}`, answer.slots[0]);
  };
  return (
    <div class="lx-two">
      <div class="lx-stack">
        {failed.value !== undefined && <ErrorNotice error={failed.value} />}
        {answer.unloadedYears.length > 0 && <Notice kind="warning">{text("meetings.time.draftYears", { years: answer.unloadedYears.join("、") })}</Notice>}
        {answer.slots.length === 0 ? <Blocked answer={answer} /> : null}
        <ol class="convene-slots">
          {answer.slots.map((slot, i) => (
            <SlotCard key={slot.startsAt} slot={slot} rank={i + 1} isChosen={chosen.value === slot} onChoose={() => (chosen.value = slot)} />
          ))}
        </ol>
        {answer.slots.length === 0 && answer.relax.length === 0 && <EmptyState why={text("meetings.time.noWay")} />}
        <div class="convene-bar">
          <p role="status">
            {chosen.value &&
              text(chosen.value.postBy ? "meetings.time.chosen" : "meetings.time.chosenAny", {
                when: whenText(chosen.value.startsAt, chosen.value.endsAt),
                day: chosen.value.postBy ? dayText(chosen.value.postBy) : "",
              })}
          </p>
          <Button look="filled" aria-disabled={!chosen.value} onClick={() => chosen.value && void keep(localOf(chosen.value), chosen.value)}>
            {kept.verb}
          </Button>
        </div>
      </div>
      <div class="lx-stack">
        <Card title={text("meetings.hours.heading")}>
          <HoursTable hours={answer.hours} need={answer.need} chosen={chosen.value?.startsAt} onChoose={chooseHour} />
        </Card>
        <OtherWays
          answer={answer}
          wish={wish}
          onTry={onWish}
          onLater={() => onWish({ ...wish, fromOn: moveDay(wish.fromOn, 7), untilOn: moveDay(wish.untilOn, 7) })}
        />
        <OwnTime draft={draft} keep={kept.keep} />
      </div>
    </div>
  );
}

/** Explained slots for a meeting, a table of hours and days, and other ways. */
export function SlotSearch({ draft, kept }: Pick<OffersProps, "draft" | "kept">) {
  const wish = useSignal(firstWish());
  const answer = useLoaded(() => findSlots(draft.id, wish.value), [draft.id, wish.value], { keepsOld: true });
  return (
    <Await of={answer} lines={8}>
      {(found) => <Offers key={JSON.stringify(wish.value)} draft={draft} kept={kept} answer={found} wish={wish.value} onWish={(next) => (wish.value = next)} />}
    </Await>
  );
}

/** Step 3: at what time? */
export function TimeStep({ draft }: StepProps) {
  const { route } = useLocation();
  const keep = async (slot: KeptSlot) => {
    await api("PUT /meetings/:meetingId/slot", { params: { meetingId: draft.id }, body: slot });
    route(addressOfStep(draft.id, "notice"));
  };
  return (
    <>
      <PageHead
        title={text("meetings.time.heading")}
        note={
          <>
            {text("meetings.time.note", { title: draft.items[0]?.title ?? "", people: tellNeed(draft) })}
            <RuleStanding draft={draft} />
          </>
        }
      />
      <SlotSearch draft={draft} kept={{ verb: text("meetings.time.toNotice"), keep }} />
    </>
  );
}
