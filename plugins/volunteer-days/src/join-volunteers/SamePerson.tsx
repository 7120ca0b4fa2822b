import { useState } from "preact/hooks";
import { Card, mayAnywhere, Notice, useLoaded } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, directoryApi, text } from "../api.js";
import { ActButton } from "../show-refusal/ActButton.js";

interface Props {
  readonly person: { readonly id: string; readonly name: string; readonly isInDirectory: boolean };
  readonly onDone: () => Promise<unknown>;
}
const search = (volunteerId: string, who: string) => api("POST /volunteers/:volunteerId/others/search", { params: { volunteerId }, body: { who } });
const look = (volunteerId: string, otherId: string) => api("POST /volunteers/:volunteerId/join/preview", { params: { volunteerId }, body: { otherId } });
type Found = Awaited<ReturnType<typeof search>>["found"];
type Looked = Awaited<ReturnType<typeof look>>;

/** What goes over, before it does; the reason stays in the record of deeds. */
function JoinForm({ person, otherId, looked, onDone }: Props & { readonly otherId: string; readonly looked: Looked }) {
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("volunteer-days.same.reason")) }),
    send: (body, idempotencyKey) =>
      api("POST /volunteers/:volunteerId/join", { params: { volunteerId: person.id }, body: { ...body, otherId }, idempotencyKey }),
    onDone: async () => {
      toast(text("volunteer-days.same.joined", { name: looked.kept.name }));
      await onDone();
    },
  });
  const { places, certificates, entries, ended, gone, kept, childrenAlone, childrenUnderGone } = looked;
  const minutes = { hours: Math.floor(looked.minutes / 60), minutes: looked.minutes % 60 };
  return (
    <Form form={form} submit={text("volunteer-days.same.join")}>
      <p>{text("volunteer-days.same.moves", { places, certificates, entries, ...minutes })}</p>
      {ended > 0 && <p>{text("volunteer-days.same.ends", { count: ended })}</p>}
      {childrenAlone > 0 && <p>{text("volunteer-days.same.alone", { count: childrenAlone })}</p>}
      {childrenUnderGone > 0 && <p>{text("volunteer-days.same.underGone", { count: childrenUnderGone, number: gone.phone ?? "", kept: kept.phone ?? "" })}</p>}
      <p>{text("volunteer-days.same.stays", { name: kept.name, phone: kept.phone ?? text("volunteer-days.same.noPhone"), gone: gone.name })}</p>
      <p>
        <strong>{text("volunteer-days.same.forGood")}</strong>
      </p>
      <TextField name="reason" label={text("volunteer-days.same.reason")} hint={text("volunteer-days.same.reason.hint")} maxLength={200} />
    </Form>
  );
}

/** Two names of one human become one. */
function Join({ person, onDone }: Props) {
  const [found, setFound] = useState<Found | undefined>(undefined);
  const [asked, ask] = useState<{ otherId: string; looked: Looked } | undefined>(undefined);
  const form = useForm({
    start: { who: "" },
    check: ({ who }) => ({ who: needed(who, text("volunteer-days.find.who")) }),
    send: ({ who }) => search(person.id, who),
    onDone: (answer) => setFound(answer.found),
  });
  return (
    <details class="hours-certify">
      <summary>{text("volunteer-days.same.open")}</summary>
      <div class="lx-stack">
        <Form form={form} submit={text("volunteer-days.find.verb")} look="soft">
          <TextField name="who" label={text("volunteer-days.same.other")} hint={text("volunteer-days.find.hint")} maxLength={100} autocomplete="off" />
        </Form>
        {found?.length === 0 && <Notice>{text("volunteer-days.find.none")}</Notice>}
        <ul class="record-entries">
          {(found ?? []).map(({ id, name, phone }) => (
            <li key={id} class="record-line">
              <span>
                {name} <span class="lx-hint lx-num">{phone}</span>
              </span>
              <ActButton
                look="plain"
                aria-label={`${text("volunteer-days.same.look")} ${name}`}
                onAct={async () => ask({ otherId: id, looked: await look(person.id, id) })}
              >
                {text("volunteer-days.same.look")}
              </ActButton>
            </li>
          ))}
        </ul>
      </div>
      <Dialog isOpen={asked !== undefined} onClose={() => ask(undefined)} title={text("volunteer-days.same.title", { name: person.name })}>
        {asked && <JoinForm person={person} {...asked} onDone={onDone} />}
      </Dialog>
    </details>
  );
}

const findPeople = async (words: string) => (words === "" ? { people: [] } : directoryApi("GET /people", { query: { search: words } }));

/** Which person of the directory they are. */
function Link({ person, onDone }: Props) {
  const [words, setWords] = useState(person.name);
  const found = useLoaded(() => findPeople(words), [words], { keepsOld: true });
  const link = (personId: string | null) => api("PUT /volunteers/:volunteerId/person", { params: { volunteerId: person.id }, body: { personId } });
  const unlink = async () => {
    await link(null);
    toast(text("volunteer-days.same.unlinked"));
    await onDone();
  };
  const form = useForm({
    start: { personId: "" },
    check: ({ personId }) => ({ personId: needed(personId, text("volunteer-days.same.person")) }),
    send: ({ personId }) => link(personId),
    onDone: async () => {
      await onDone();
      toast(text("volunteer-days.same.linked"), { undo: unlink });
    },
  });
  if (person.isInDirectory)
    return (
      <p class="record-line">
        {text("volunteer-days.same.isLinked")}{" "}
        <ActButton look="plain" onAct={unlink}>
          {text("volunteer-days.same.unlink")}
        </ActButton>
      </p>
    );
  return (
    <details class="hours-certify">
      <summary>{text("volunteer-days.same.link")}</summary>
      <Form form={form} submit={text("volunteer-days.same.link")} look="soft">
        <div class="lx-field">
          <label for="person-search">{text("volunteer-days.same.search")}</label>
          <input
            id="person-search"
            class="lx-input"
            type="search"
            maxLength={50}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value.trim())}
          />
        </div>
        <SelectField
          name="personId"
          label={text("volunteer-days.same.person")}
          empty={text(found.value?.people.length === 0 ? "volunteer-days.same.nobody" : "volunteer-days.same.pick")}
          choices={(found.value?.people ?? []).map(({ id, fullName, distinction }) => ({
            value: id,
            label: distinction ? `${fullName}（${distinction}）` : fullName,
          }))}
        />
      </Form>
    </details>
  );
}

/** One human is one volunteer: joined with their other name, and linked to who they are in the directory. */
export function SamePerson(props: Props) {
  if (!mayAnywhere("volunteer-days.plan") || props.person.name === "") return null;
  return (
    <Card title={text("volunteer-days.same.card")}>
      <div class="lx-stack">
        <p class="lx-hint">{text("volunteer-days.same.note")}</p>
        <Join {...props} />
        {mayAnywhere("directory.see") && <Link {...props} />}
      </div>
    </Card>
  );
}
