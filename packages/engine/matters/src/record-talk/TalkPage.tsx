import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Await, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, neededChoice, SelectField, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { placeChoices } from "../raise-matter/place-choices.js";
import { readRemarks } from "./read-remarks.js";
import { nameSpeakers, type Speakers } from "./name-speakers.js";
import { SpeakerList } from "./SpeakerList.js";

type Places = Awaited<ReturnType<typeof load>>["places"];
const load = () => api("GET /places/entering");
interface Values {
  readonly placeId: string;
  readonly heldOn: string;
  readonly remarks: string;
}

function TalkForm({ places }: { readonly places: Places }) {
  const { route } = useLocation();
  const speakers = useSignal<Speakers>({});
  const form = useForm<Values, { readonly raised: readonly unknown[] }>({
    start: { placeId: places.length === 1 ? places[0]!.id : "", heldOn: "", remarks: "" },
    check: ({ placeId, heldOn, remarks }) => ({
      placeId: neededChoice(placeId, text("matters.field.placeId")),
      heldOn: needed(heldOn, text("matters.talk.heldOn")),
      remarks: readRemarks(remarks).length === 0 ? text("matters.talk.none") : undefined,
    }),
    send: ({ placeId, heldOn, remarks }, idempotencyKey) =>
      api("POST /talks", { body: { placeId, heldOn, remarks: nameSpeakers(readRemarks(remarks), speakers.peek()) }, idempotencyKey }),
    onDone: ({ raised }) => {
      toast(text("matters.talk.done", { count: raised.length }));
      route("/matters?tab=screening");
    },
    draft: { key: "matters.talk", fields: ["heldOn", "remarks"] },
  });
  return (
    <Form form={form} submit={text("matters.talk.submit")}>
      <SelectField name="placeId" label={text("matters.field.placeId")} empty={text("matters.field.placeId.empty")} choices={placeChoices(places)} />
      <DayField name="heldOn" label={text("matters.talk.heldOn")} />
      <TextArea name="remarks" label={text("matters.talk.remarks")} hint={text("matters.talk.remarks.hint")} rows={12} />
      <SpeakerList remarks={readRemarks(form.values.value.remarks)} speakers={speakers} />
    </Form>
  );
}

/** An evening talk: a line for each remark; each becomes a matter with a day to answer by. */
export default function TalkPage() {
  const loaded = useLoaded(load, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("matters.page.talk.heading")} />
      <Await of={loaded}>{({ places }) => <TalkForm places={places} />}</Await>
    </div>
  );
}
