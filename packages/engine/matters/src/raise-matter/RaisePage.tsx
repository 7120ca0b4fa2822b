import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { addressOf, Await, Button, ButtonLink, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, Form, needed, neededChoice, SelectField, TextArea, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { SimilarList } from "../find-similar/SimilarList.js";
import type { Channel } from "../matters.js";
import { readAffected } from "./read-affected.js";
import { ReporterField } from "./ReporterField.js";
import type { reporters } from "./raise-matter.js";

interface PlaceChoice {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}
type Reporter = (typeof reporters)[number];
interface Values {
  readonly title: string;
  readonly detail: string;
  readonly placeId: string;
  readonly spot: string;
  readonly reporter: Reporter;
  readonly reporterId: string;
  readonly wish: string;
  readonly affected: string;
  readonly channel: Channel | "";
}
const start: Values = { title: "", detail: "", placeId: "", spot: "", reporter: "self", reporterId: "", wish: "", affected: "", channel: "" };

const choicesOf = () =>
  [
    { value: "self", label: text("matters.field.reporter.self") },
    ...(mayAnywhere("matters.enter") ? [{ value: "other", label: text("matters.field.reporter.other"), hint: text("matters.field.reporter.other.hint") }] : []),
    { value: "unnamed", label: text("matters.field.reporter.unnamed"), hint: text("matters.field.reporter.unnamed.hint") },
  ] as const;

const bodyOf = ({ reporterId, affected, channel, ...values }: Values) => ({
  ...values,
  affected: readAffected(affected),
  ...(values.reporter === "other" ? { reporterId } : {}),
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

/** For a grid worker: one after the other, the place stays. */
function useRaise(places: readonly PlaceChoice[]) {
  const { route } = useLocation();
  const goesOn = useSignal(false);
  const form = useForm({
    start: { ...start, placeId: places.length === 1 ? places[0]!.id : "" },
    check: ({ title, placeId, reporter, reporterId }) => ({
      title: needed(title, text("matters.field.title")),
      placeId: neededChoice(placeId, text("matters.field.placeId")),
      reporterId: reporter === "other" ? neededChoice(reporterId, text("matters.field.reporterId")) : undefined,
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

function RaiseForm({ places }: { readonly places: readonly PlaceChoice[] }) {
  const { form, sendAndGoOn } = useRaise(places);
  const { title, placeId, spot, reporter } = form.values.value;
  const isDesk = mayAnywhere("matters.enter");
  return (
    <Form form={form} submit={text("matters.raise.submit")} aside={isDesk && <Button onClick={() => void sendAndGoOn()}>{text("matters.raise.next")}</Button>}>
      <TextField name="title" label={text("matters.field.title")} maxLength={100} />
      <SelectField
        name="placeId"
        label={text("matters.field.placeId")}
        empty={text("matters.field.placeId.empty")}
        choices={places.map(({ id, name, depth }) => ({ value: id, label: `${"　".repeat(depth)}${name}` }))}
      />
      <TextField name="spot" label={text("matters.field.spot")} hint={text("matters.field.spot.hint")} isOptional maxLength={100} />
      <ChoiceField name="reporter" label={text("matters.field.reporter")} choices={choicesOf()} />
      {reporter === "other" && <ReporterField onChoose={(id) => form.set("reporterId", id)} />}
      {isDesk && reporter !== "self" && (
        <ChoiceField
          name="channel"
          label={text("matters.field.channel")}
          choices={deskChannels.map((value) => ({ value, label: text(`matters.channel.${value}`) }))}
        />
      )}
      {isDesk && <SimilarSoFar title={title} placeId={placeId} spot={spot} />}
      <TextArea name="detail" label={text("matters.field.detail")} isOptional maxLength={2000} />
      <TextField name="affected" label={text("matters.field.affected")} hint={text("matters.field.affected.hint")} isOptional maxLength={200} />
      <TextArea name="wish" label={text("matters.field.wish")} isOptional rows={2} maxLength={2000} />
    </Form>
  );
}

/** Notes a matter: what, where, who, and what is wished for. */
export default function RaisePage() {
  const places = useLoaded(() => api("GET /places"), []);
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
