import { useLocation } from "preact-iso";
import { useSignal } from "@preact/signals";
import { Await, Button, Card, dayText, EmptyState, language, mayAnywhere, PageHead, Status, t, useLoaded } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, SelectField, TextArea, TickField, useForm } from "@lianxin/web-kit/forms";
import { DataTable } from "@lianxin/web-kit/table";
import { readPacks } from "../adopt-rules/pack-words.js";
import { api, directoryApi, text } from "../api.js";

const load = async () => (await api("GET /polls")).polls;
type Line = Awaited<ReturnType<typeof load>>[number];
const loadChoices = async () => {
  const [packs, { places }] = [await readPacks(), await directoryApi("GET /places")];
  const place = places.find(({ kind }) => kind === "community" || kind === "village") ?? places[0];
  return { packs: packs.filter(({ ways, isInForce }) => isInForce && ways.includes("ballot")), placeId: place?.id ?? "" };
};

export const PollState = ({ state, isAdopted }: Pick<Line, "state" | "isAdopted">) => {
  if (state === "closed") return <Status kind={isAdopted ? "done" : "hold"} word={t(`meetings.motion.${isAdopted ? "adopted" : "rejected"}`)} />;
  return <Status kind={state === "open" ? "track" : state === "preparing" ? "todo" : "hold"} word={t(`meetings.poll.state.${state}`)} />;
};

function NewPoll() {
  const { route } = useLocation();
  const choices = useLoaded(loadChoices, []);
  const form = useForm({
    start: { text: "", packId: "", closesOn: "", isSecret: false },
    check: (values) => ({ text: needed(values.text, text("meetings.poll.what")), packId: neededChoice(values.packId, text("meetings.poll.rules")) }),
    send: ({ text: what, packId, closesOn, isSecret }, idempotencyKey) =>
      api("POST /polls", { body: { placeId: choices.value!.placeId, text: what, packId, isSecret, ...(closesOn && { closesOn }) }, idempotencyKey }),
    onDone: ({ id }) => route(`/meetings/polls/${id}`),
    draft: { key: "meetings.poll", fields: ["text"] },
  });
  return (
    <Card title={text("meetings.poll.new")}>
      <Await of={choices}>
        {({ packs }) => (
          <Form form={form} submit={text("meetings.poll.prepare")}>
            <TextArea name="text" label={text("meetings.poll.what")} hint={text("meetings.poll.whatHint")} maxLength={1000} />
            <SelectField
              name="packId"
              label={text("meetings.poll.rules")}
              empty={text("meetings.poll.chooseRules")}
              choices={packs.map(({ id, nameZh, nameEn }) => ({ value: id, label: language.value === "en" ? nameEn : nameZh }))}
            />
            <DayField name="closesOn" label={text("meetings.poll.closesOn")} isOptional />
            <TickField name="isSecret" label={text("meetings.poll.secret")} hint={text("meetings.poll.secretHint")} />
          </Form>
        )}
      </Await>
    </Card>
  );
}

const columns = () => [
  { id: "text", head: text("meetings.poll.what"), cell: (row: Line) => <a href={`/meetings/polls/${row.id}`}>{row.text}</a>, onPhone: "title" as const },
  {
    id: "closes",
    head: text("meetings.poll.closesOn"),
    cell: (row: Line) => (row.closesOn ? dayText(row.closesOn) : ""),
    sort: (row: Line) => row.closesOn ?? "",
  },
  { id: "state", head: text("meetings.list.state"), cell: (row: Line) => <PollState state={row.state} isAdopted={row.isAdopted} /> },
];

/** Which votes by paper are on? Owners' votes and others, with their results. */
export default function PollsPage() {
  const polls = useLoaded(load, []);
  const isAdding = useSignal(false);
  const mayAdd = mayAnywhere("meetings.convene");
  return (
    <div class="lx-stack">
      <PageHead title={text("meetings.poll.heading")} note={text("meetings.poll.note")}>
        {mayAdd && !isAdding.value && (
          <Button look="filled" onClick={() => (isAdding.value = true)}>
            {text("meetings.poll.new")}
          </Button>
        )}
      </PageHead>
      {isAdding.value && <NewPoll />}
      <Card title={text("meetings.poll.list")} isFlush>
        <Await of={polls}>
          {(rows) => (
            <DataTable
              label={text("meetings.poll.list")}
              rows={rows}
              keyOf={({ id }) => id}
              columns={columns()}
              empty={<EmptyState why={text("meetings.poll.empty")} />}
            />
          )}
        </Await>
      </Card>
    </div>
  );
}
