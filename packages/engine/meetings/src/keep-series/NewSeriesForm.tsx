import { Await, Card, dateOf, browserPorts, t, useLoaded } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, SelectField, TextField, TimeField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { meetingTypes, monthSteps, weekSteps, type MeetingType } from "../words.js";
import type { ShownSeries } from "./series-words.js";

const shifts = ["sameWeekdayNextWeek", "next", "previous", "skip"] as const;
const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
const between = (value: string, from: number, to: number): boolean => /^\d{1,3}$/.test(value) && Number(value) >= from && Number(value) <= to;

const start = {
  ...{ bodyId: "", title: "", type: "deliberation", kind: "weekday", nth: "1", weekday: "2", day: "10", every: "1" },
  ...{ shift: "sameWeekdayNextWeek", startsAt: "14:30", minutes: "90", placeText: "", fromOn: "" },
};
type Values = typeof start;

/** "w2": every second week. */
const isWeekly = ({ every }: Values): boolean => every.startsWith("w");
const isNth = (values: Values): boolean => values.kind === "weekday" && !isWeekly(values);

function dayOfRule(values: Values): ShownSeries["rule"]["on"] {
  const weekday = Number(values.weekday) as 1;
  if (isWeekly(values)) return { weekday };
  return values.kind === "day" ? { day: Number(values.day) } : { nth: Number(values.nth) as 1, weekday };
}

const ruleOf = (values: Values): ShownSeries["rule"] => ({
  on: dayOfRule(values),
  shift: (!isNth(values) && values.shift === "sameWeekdayNextWeek" ? "next" : values.shift) as ShownSeries["rule"]["shift"],
});

function DayFields({ values }: { readonly values: Values }) {
  return (
    <>
      {!isWeekly(values) && (
        <SelectField
          name="kind"
          label={text("meetings.series.rule")}
          choices={[
            { value: "weekday", label: text("meetings.series.byWeekday") },
            { value: "day", label: text("meetings.series.byDay") },
          ]}
        />
      )}
      {isNth(values) && (
        <SelectField
          name="nth"
          label={text("meetings.series.which")}
          choices={["1", "2", "3", "4", "-1"].map((nth) => ({ value: nth, label: nth === "-1" ? text("meetings.series.lastOne") : nth }))}
        />
      )}
      {isWeekly(values) || values.kind === "weekday" ? (
        <SelectField
          name="weekday"
          label={text("meetings.series.weekday")}
          choices={weekdays.map((day) => ({ value: day, label: t(`meetings.weekday.${day}`) }))}
        />
      ) : (
        <TextField name="day" label={text("meetings.series.day")} keyboard="numeric" width="short" />
      )}
    </>
  );
}

function Fields({ values, bodies }: { readonly values: Values; readonly bodies: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <>
      <SelectField
        name="bodyId"
        label={text("meetings.series.body")}
        empty={text("meetings.choose")}
        choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="title" label={text("meetings.series.title")} maxLength={100} />
      <SelectField
        name="type"
        label={text("meetings.series.type")}
        choices={meetingTypes.map((type) => ({ value: type, label: t(`meetings.type.${type}`) }))}
      />
      <SelectField
        name="every"
        label={text("meetings.series.every")}
        choices={[
          ...weekSteps.map((weeks) => ({ value: `w${weeks}`, label: t(`meetings.series.weeks.${weeks}`) })),
          ...monthSteps.map((months) => ({ value: `${months}`, label: t(`meetings.series.every.${months}`) })),
        ]}
      />
      <DayFields values={values} />
      <SelectField
        name="shift"
        label={text("meetings.series.shift")}
        choices={shifts
          .filter((shift) => isNth(values) || shift !== "sameWeekdayNextWeek")
          .map((shift) => ({ value: shift, label: t(`meetings.series.shift.${shift}`) }))}
      />
      <TimeField name="startsAt" label={text("meetings.series.at")} />
      <TextField name="minutes" label={text("meetings.series.minutes")} keyboard="numeric" width="short" />
      <TextField name="placeText" label={text("meetings.series.place")} maxLength={100} />
      <DayField name="fromOn" label={text("meetings.series.from")} min={dateOf(new Date(browserPorts.now()).toISOString())} />
    </>
  );
}

/** A meeting that comes every week, month or every few: a weekday, the nth one or a day of the month, and what happens on a holiday. */
export function NewSeriesForm({ onDone }: { readonly onDone: () => void | Promise<void> }) {
  const bodies = useLoaded(async () => (await api("GET /bodies")).bodies, []);
  const form = useForm({
    start,
    tidy: { minutes: tidyDigits, day: tidyDigits },
    check: (values) => ({
      bodyId: neededChoice(values.bodyId, text("meetings.series.body")),
      title: needed(values.title, text("meetings.series.title")),
      day: isWeekly(values) || values.kind === "weekday" || between(values.day, 1, 31) ? undefined : text("meetings.series.dayRule"),
      startsAt: neededChoice(values.startsAt, text("meetings.series.at")),
      minutes: between(values.minutes, 5, 480) ? undefined : text("meetings.series.minutesRule"),
      placeText: needed(values.placeText, text("meetings.series.place")),
      fromOn: neededChoice(values.fromOn, text("meetings.series.from")),
    }),
    send(values, idempotencyKey) {
      const { bodyId, title, startsAt, minutes, placeText, fromOn } = values;
      const body = {
        title,
        type: values.type as MeetingType,
        rule: ruleOf(values),
        ...(isWeekly(values) ? { everyWeeks: Number(values.every.slice(1)) } : { everyMonths: Number(values.every) as 1 }),
        startsAt,
        minutes: Number(minutes),
        placeText,
        fromOn,
      };
      return api("POST /bodies/:bodyId/series", { params: { bodyId }, body, idempotencyKey });
    },
    onDone: () => onDone(),
  });
  return (
    <Card title={text("meetings.series.new")}>
      <Await of={bodies}>
        {(list) => (
          <Form form={form} submit={text("meetings.series.submit")}>
            <Fields values={form.values.value} bodies={list} />
          </Form>
        )}
      </Await>
    </Card>
  );
}
