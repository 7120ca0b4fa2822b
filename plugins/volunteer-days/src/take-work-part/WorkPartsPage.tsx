import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Await, Card, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, SelectField, TextField, TimeField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { HolidayWhy } from "../change-day/HolidayWhy.js";
import { isDateOff } from "../change-day/restore-day.js";
import { PublishedDays } from "./PublishedDays.js";
import { countCheck, countOf } from "../plan-days/series-values.js";

async function read() {
  const [{ parts, published }, { places }] = await Promise.all([api("GET /work-parts"), api("GET /places")]);
  return { parts, published, places };
}
type Loaded = Awaited<ReturnType<typeof read>>;

function PublishForm({ part, places }: { readonly part: Loaded["parts"][number]; readonly places: Loaded["places"] }) {
  const { route } = useLocation();
  const [isOff, setOff] = useState(false);
  const form = useForm({
    start: {
      heldOn: "",
      startTime: "09:00",
      endTime: "11:00",
      placeId: places.length === 1 ? places[0]!.id : "",
      meetingPoint: "",
      least: "2",
      most: "6",
      holidayWhy: "",
    },
    check: ({ heldOn, placeId, meetingPoint, least, most }) => ({
      placeId: needed(placeId, text("volunteer-days.join.site")),
      heldOn: needed(heldOn, text("volunteer-days.part.day")),
      meetingPoint: needed(meetingPoint, text("volunteer-days.new.meet")),
      least: countCheck(least),
      most: countCheck(most) ?? (countOf(most) < countOf(least) ? text("volunteer-days.new.turned") : undefined),
    }),
    send: ({ least, most, holidayWhy, ...said }, idempotencyKey) => {
      const body = { ...said, least: countOf(least), most: countOf(most), ...(holidayWhy.trim() && { holidayWhy }) };
      return api("POST /work-parts/:partId/shift", { params: { partId: part.id }, body, idempotencyKey }).catch((error: unknown) => {
        if (isDateOff(error)) setOff(true);
        throw error;
      });
    },
    onDone: () => {
      toast(text("volunteer-days.part.done"));
      route("/volunteer-days");
    },
  });
  return (
    <Form form={form} submit={text("volunteer-days.part.publish")}>
      <DayField name="heldOn" label={text("volunteer-days.part.day")} />
      {isOff && <HolidayWhy />}
      <TimeField name="startTime" label={text("volunteer-days.new.start")} />
      <TimeField name="endTime" label={text("volunteer-days.new.end")} />
      <SelectField
        name="placeId"
        label={text("volunteer-days.join.site")}
        {...(places.length === 1 ? {} : { empty: text("volunteer-days.part.place") })}
        choices={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="meetingPoint" label={text("volunteer-days.new.meet")} maxLength={100} />
      <TextField name="least" label={text("volunteer-days.part.least")} keyboard="numeric" width="short" />
      <TextField name="most" label={text("volunteer-days.part.most")} keyboard="numeric" width="short" />
    </Form>
  );
}

/** Parts of decisions nobody claimed: each can become a volunteer day of its own. */
export default function WorkPartsPage() {
  const loaded = useLoaded(read, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("volunteer-days.page.parts")} note={text("volunteer-days.part.note")} />
      <Await of={loaded}>
        {({ parts, published, places }) => (
          <>
            {parts.length === 0 && <EmptyState why={text("volunteer-days.part.none")} />}
            {parts.map((part) => (
              <Card key={part.id} title={part.title}>
                <p class="lx-hint">{text("volunteer-days.part.from", { from: part.from, standard: part.standard })}</p>
                <details>
                  <summary>{text("volunteer-days.part.publish")}</summary>
                  <PublishForm part={part} places={places} />
                </details>
              </Card>
            ))}
            {published.length > 0 && (
              <Card title={text("volunteer-days.part.published")}>
                <PublishedDays days={published} />
              </Card>
            )}
          </>
        )}
      </Await>
    </div>
  );
}
