import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { Await, browserPorts, Button, dayText, Notice, PageHead, t, timeText, useLoaded } from "@lianxin/web-kit";
import { ChoiceField, DayField, Form, needed, TextArea, TextField, TimeField, useForm, type FormState } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { ClashDialog, type Clashing } from "./ClashDialog.js";
import { HolidayWhy } from "./HolidayWhy.js";
import { isDateOff } from "./restore-day.js";
import { isOnHoliday, sendChange, tryChange, waysOf, type ChangeValues } from "./change-values.js";

async function read(dayId: string) {
  const sheet = await api("GET /days/:dayId", { params: { dayId } });
  // Held on a holiday it was moved to, it says nothing of its original date.
  const falls = sheet.holiday !== null && (sheet.holidayWhy === null || sheet.heldOn === sheet.originalOn);
  const { options } = falls ? await api("GET /days/:dayId/options", { params: { dayId } }) : { options: [] };
  return { ...sheet, options };
}
export type ChangeableDay = Awaited<ReturnType<typeof read>>;
type Form = FormState<ChangeValues>;

/** Where a day that falls on a holiday may go; a tap fills the field. */
const Options = ({ form, day }: { readonly form: Form; readonly day: ChangeableDay }) =>
  day.options.length === 0 ? null : (
    <div>
      <p>{text("volunteer-days.change.holiday", { day: dayText(day.originalOn), holiday: day.holiday ?? "" })}</p>
      <p class="lx-actions">
        {day.options.map(({ day: on, isMakeUp }) => (
          <Button key={on} look="soft" onClick={() => form.set("heldOn", on)}>
            {isMakeUp ? text("volunteer-days.change.makeUp", { day: dayText(on) }) : dayText(on)}
          </Button>
        ))}
      </p>
    </div>
  );

const Move = ({ form, day, isOff }: { readonly form: Form; readonly day: ChangeableDay; readonly isOff: boolean }) => (
  <>
    <Options form={form} day={day} />
    <DayField name="heldOn" label={text("volunteer-days.change.on")} />
    {isOff && <HolidayWhy />}
    <TimeField name="startTime" label={text("volunteer-days.new.start")} />
    <TimeField name="endTime" label={text("volunteer-days.new.end")} />
    <TextField name="meetingPoint" label={text("volunteer-days.change.meet")} hint={text("volunteer-days.change.meet.hint")} maxLength={100} isOptional />
  </>
);

const Why = () => (
  <ChoiceField
    name="reason"
    label={text("volunteer-days.change.why")}
    choices={["rain", "heat", "holiday", "other"].map((value) => ({ value, label: t(`volunteer-days.reason.${value}`) }))}
  />
);

const startOf = (day: ChangeableDay): ChangeValues => ({
  ...{ way: waysOf(day)[0]!, heldOn: isOnHoliday(day) ? "" : day.heldOn, startTime: timeText(day.startsAt), endTime: timeText(day.endsAt) },
  ...{ meetingPoint: "", words: "", holidayWhy: "", reason: day.state === "undecided" ? "holiday" : "" },
});

function ChangeForm({ day }: { readonly day: ChangeableDay }) {
  const { route } = useLocation();
  const [clashes, ask] = useState<readonly Clashing[]>([]);
  const [isOff, setOff] = useState(false);
  const send = async (values: ChangeValues, clashing: number) => {
    await sendChange(day, values, clashing);
    route(`/volunteer-days/days/${day.id}`);
  };
  const form = useForm({
    start: startOf(day),
    check: ({ way, heldOn, reason, holidayWhy }) => ({
      heldOn: way === "move" ? needed(heldOn, text("volunteer-days.change.on")) : undefined,
      holidayWhy: way === "hold" ? needed(holidayWhy, text("volunteer-days.change.holidayWhy")) : undefined,
      reason: way === "cancel" ? needed(reason, text("volunteer-days.change.why")) : undefined,
    }),
    send: async (values) => {
      const found = await tryChange(day, values).catch((error: unknown) => {
        setOff(isDateOff(error));
        throw error;
      });
      ask(found);
      if (found.length === 0) await send(values, 0);
    },
  });
  const { way } = form.values.value;
  return (
    <Form form={form} submit={t(`volunteer-days.change.${way}.submit`)}>
      <ChoiceField
        name="way"
        label={text("volunteer-days.change.what")}
        choices={waysOf(day).map((value) => ({ value, label: t(`volunteer-days.change.${value}`) }))}
      />
      {way === "move" && <Move form={form} day={day} isOff={isOff} />}
      {way === "hold" && <HolidayWhy />}
      {way === "cancel" && <Why />}
      {(way === "move" || way === "cancel") && (
        <TextArea
          name="words"
          label={text("volunteer-days.change.words")}
          hint={text("volunteer-days.change.words.hint")}
          rows={2}
          maxLength={500}
          isOptional
        />
      )}
      {clashes.length > 0 && <ClashDialog clashes={clashes} onClose={() => ask([])} onConfirm={() => send(form.values.value, clashes.length)} />}
    </Form>
  );
}

/** Moves one date or calls it off; who signed up is told. */
export default function ChangeDayPage() {
  const { dayId } = useRoute().params as { dayId: string };
  const loaded = useLoaded(() => read(dayId), [dayId]);
  return (
    <div class="lx-stack lx-reading">
      <Await of={loaded} lines={6}>
        {(day) => (
          <>
            <PageHead title={text("volunteer-days.page.change")} note={`${day.title} ${dayText(day.heldOn)}`} />
            {Date.parse(day.endsAt) <= browserPorts.now() ? <Notice>{text("volunteer-days.change.ended")}</Notice> : <ChangeForm day={day} />}
          </>
        )}
      </Await>
    </div>
  );
}
