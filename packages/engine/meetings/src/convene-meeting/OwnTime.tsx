import { Card } from "@lianxin/web-kit";
import { Form, neededChoice, TextField, TimeField, DayField, useForm, needed } from "@lianxin/web-kit/forms";
import { text, type Draft } from "../api.js";
import type { KeepSlot } from "./TimeStep.js";

/** A time of one's own: the server checks the notice, the place is written out. */
export function OwnTime({ draft, keep }: { readonly draft: Draft; readonly keep: KeepSlot["keep"] }) {
  const form = useForm({
    start: { day: "", time: "15:00", place: draft.venueName ?? "" },
    check: ({ day, time, place }) => ({
      day: neededChoice(day, text("meetings.time.day")),
      time: neededChoice(time, text("meetings.time.time")),
      place: needed(place, text("meetings.time.place")),
    }),
    send: ({ day, time, place }) => keep({ startsAt: `${day}T${time}`, placeText: place }, place),
  });
  return (
    <Card title={text("meetings.time.own")}>
      <details>
        <summary>{text("meetings.time.ownHint")}</summary>
        <Form form={form} submit={text("meetings.time.takeOwn")}>
          <DayField name="day" label={text("meetings.time.day")} />
          <TimeField name="time" label={text("meetings.time.time")} />
          <TextField name="place" label={text("meetings.time.place")} maxLength={100} />
        </Form>
      </details>
    </Card>
  );
}
