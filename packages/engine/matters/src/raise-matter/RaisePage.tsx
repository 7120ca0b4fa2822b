import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { addressOf, Await, Button, ButtonLink, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, Form, needed, neededChoice, SelectField, TextArea, TextField, tidyPhone, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { SimilarList } from "../find-similar/SimilarList.js";
import type { Channel } from "../matters.js";
import { placeChoices } from "./place-choices.js";
import { readAffected } from "./read-affected.js";
import { ReporterField, unlisted } from "./ReporterField.js";
import type { reporters } from "./raise-matter.js";

type PlaceLine = Awaited<ReturnType<typeof loadPlaces>>["places"][number];
type Reporter = (typeof reporters)[number];
interface Values {
  readonly title: string;
  readonly detail: string;
  readonly placeId: string;
  readonly spot: string;
  readonly reporter: Reporter;
  readonly reporterId: string;
  readonly reporterName: string;
  readonly reporterPhone: string;
  readonly wish: string;
  readonly affected: string;
  readonly channel: Channel | "";
}
const start: Values = {
  ...{ title: "", detail: "", placeId: "", spot: "", wish: "", affected: "", channel: "" },
  ...{ reporter: "self", reporterId: "", reporterName: "", reporterPhone: "" },
};

const choicesOf = () =>
  [
    { value: "self", label: text("matters.field.reporter.self") },
    ...(mayAnywhere("matters.enter") ? [{ value: "other", label: text("matters.field.reporter.other"), hint: text("matters.field.reporter.other.hint") }] : []),
    { value: "unnamed", label: text("matters.field.reporter.unnamed"), hint: text("matters.field.reporter.unnamed.hint") },
  ] as const;

const bodyOf = ({ reporterId, reporterName, reporterPhone, affected, channel, ...values }: Values) => ({
  ...values,
  affected: readAffected(affected),
  ...(values.reporter === "other" ? (reporterId === unlisted ? { reporterName, reporterPhone } : { reporterId }) : {}),
  ...(channel !== "" && values.reporter !== "self" ? { channel } : {}),
});

const deskChannels = ["visit", "phone", "paper"] as const;

/** While it is written: what was raised already and looks like it. Only whoever enters for others is shown other people's matters. */
function SimilarSoFar({ title, placeId, spot }: Pick<Values, "title" | "placeId" | "spot">) {
  const [asked, ask] = useState({ title, placeId, spot });
  useEffect(() => {
    const timer = setTimeout(() => ask({ title, placeId, spot }), 600);
    return () => clearTimeout(timer);
  }, [title, placeId, spot]);
  if (asked.title.trim().length < 3 || !asked.placeId) return null;
  return (
    <SimilarList load={() => api("GET /similar", { query: { ...asked, title: asked.title.slice(0, 100) } })} on={[asked.title, asked.placeId, asked.spot]} />
  );
}

/** Where one may raise something, and which of those places are one's own to write down what others raise. */
async function loadPlaces() {
  const [{ places }, entering] = await Promise.all([api("GET /places"), mayAnywhere("matters.enter") ? api("GET /places/entering") : undefined]);
  const own = new Set(entering?.places.map(({ id }) => id));
  return { places: places.map((place) => ({ ...place, mayEnter: own.has(place.id) })) };
}

/** What is written for others is at a place of one's own; said at the place itself. */
function checkPlace(places: readonly PlaceLine[], { placeId, reporter }: Pick<Values, "placeId" | "reporter">): string | undefined {
  const isElsewhere = reporter === "other" && places.some(({ id, mayEnter }) => id === placeId && !mayEnter);
  return isElsewhere ? text("matters.field.placeId.notYours") : neededChoice(placeId, text("matters.field.placeId"));
}

/** For a grid worker: one after the other, the place stays. */
function useRaise(places: readonly PlaceLine[]) {
  const { route } = useLocation();
  const goesOn = useSignal(false);
  const form = useForm({
    start: { ...start, placeId: places.length === 1 ? places[0]!.id : "" },
    tidy: { reporterPhone: tidyPhone },
    check: ({ title, placeId, reporter, reporterId, reporterName }) => ({
      title: needed(title, text("matters.field.title")),
      placeId: checkPlace(places, { placeId, reporter }),
      reporterId: reporter === "other" ? neededChoice(reporterId, text("matters.field.reporterId")) : undefined,
      reporterName: reporter === "other" && reporterId === unlisted ? needed(reporterName, text("matters.field.reporterName")) : undefined,
    }),
    send: (values, idempotencyKey) => api("POST /matters", { body: bodyOf(values), idempotencyKey }),
    onDone: ({ id, number }) => {
      toast(text("matters.raise.done", { number }));
      if (!goesOn.peek()) return route(`/matters/${id}`);
      const { placeId, reporter } = form.values.peek();
      form.startOver();
      form.set("placeId", placeId);
      form.set("reporter", reporter);
      document.querySelector<HTMLInputElement>("input[name=title]")?.focus();
    },
    draft: { key: "matters.raise", fields: ["title", "detail", "spot", "wish", "affected"] },
  });
  const sendAndGoOn = async () => {
    goesOn.value = true;
    await form.submit();
    goesOn.value = false;
  };
  return { form, sendAndGoOn };
}

function RaiseForm({ places }: { readonly places: readonly PlaceLine[] }) {
  const { form, sendAndGoOn } = useRaise(places);
  const { title, placeId, spot, reporter, reporterId } = form.values.value;
  const isDesk = mayAnywhere("matters.enter");
  const isNarrowed = reporter === "other" && places.some(({ mayEnter }) => !mayEnter);
  const offered = isNarrowed ? places.filter(({ id, mayEnter }) => mayEnter || id === placeId) : places;
  const miss = (name: string) => {
    form.set("reporterId", unlisted);
    form.set("reporterName", name);
  };
  return (
    <Form form={form} submit={text("matters.raise.submit")} aside={isDesk && <Button onClick={() => void sendAndGoOn()}>{text("matters.raise.next")}</Button>}>
      <TextField name="title" label={text("matters.field.title")} maxLength={100} />
      <SelectField
        name="placeId"
        label={text("matters.field.placeId")}
        empty={text("matters.field.placeId.empty")}
        {...(isNarrowed && { hint: text("matters.field.placeId.own") })}
        choices={placeChoices(offered)}
      />
      <TextField name="spot" label={text("matters.field.spot")} hint={text("matters.field.spot.hint")} isOptional maxLength={100} />
      <ChoiceField name="reporter" label={text("matters.field.reporter")} choices={choicesOf()} />
      {reporter === "other" && <ReporterField chosen={reporterId} onChoose={(id) => form.set("reporterId", id)} onMissed={miss} />}
      {isDesk && reporter !== "self" && (
        <ChoiceField
          name="channel"
          label={text("matters.field.channel")}
          choices={deskChannels.map((value) => ({ value, label: text(`matters.channel.${value}`) }))}
        />
      )}
      {places.some(({ id, mayEnter }) => id === placeId && mayEnter) && <SimilarSoFar title={title} placeId={placeId} spot={spot} />}
      <TextArea name="detail" label={text("matters.field.detail")} isOptional maxLength={2000} />
      <TextField name="affected" label={text("matters.field.affected")} hint={text("matters.field.affected.hint")} isOptional maxLength={200} />
      <TextArea name="wish" label={text("matters.field.wish")} isOptional rows={2} maxLength={2000} />
    </Form>
  );
}

/** Notes a matter: what, where, who, and what is wished for. */
export default function RaisePage() {
  const places = useLoaded(loadPlaces, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("matters.page.raise.heading")}>
        <ButtonLink href={addressOf("matters", "/public/blank-form")} download look="plain" icon={Printer}>
          {text("matters.raise.blank")}
        </ButtonLink>
      </PageHead>
      <Await of={places}>{({ places: rows }) => <RaiseForm places={rows} />}</Await>
    </div>
  );
}
