import { useSignal } from "@preact/signals";
import { Await, ButtonLink, Card, EmptyState, Notice, useLoaded } from "@lianxin/web-kit";
import { Form, needed, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, directoryApi, text } from "../api.js";
import { ChoosePerson } from "../choose-person/ChoosePerson.js";
import { readRooms } from "./read-rooms.js";

async function read() {
  const [{ venues }, { homes, closedVenues }] = await Promise.all([directoryApi("GET /venues"), api("GET /homes")]);
  const known = new Set(homes.map(({ name }) => name));
  const free = venues.filter(({ kind, name }) => kind === "childrens_home" && !known.has(name));
  return free.map(({ id, name }) => ({ id, name, wasHome: closedVenues.includes(id) }));
}
interface Opened {
  readonly id: string;
  readonly name: string;
}

function Fields({ venues, onDone }: { readonly venues: Awaited<ReturnType<typeof read>>; readonly onDone: (opened: Opened) => Promise<void> }) {
  const form = useForm({
    start: { venueId: venues[0]!.id, directorId: "", rooms: "" },
    check: ({ directorId }) => ({ directorId: needed(directorId, text("children-activities.home.director")) }),
    send: async ({ rooms, ...body }) => ({
      id: (await api("POST /homes", { body: { ...body, rooms: readRooms(rooms) } })).id,
      name: venues.find(({ id }) => id === body.venueId)?.name ?? "",
    }),
    onDone,
  });
  return (
    <Form form={form} submit={text("children-activities.home.open")}>
      <SelectField
        name="venueId"
        label={text("children-activities.home.venue")}
        {...(venues.some(({ wasHome }) => wasHome) && { hint: text("children-activities.home.venue.hint") })}
        choices={venues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoosePerson name="directorId" label={text("children-activities.home.director")} />
      <TextField name="rooms" label={text("children-activities.home.rooms")} hint={text("children-activities.home.rooms.hint")} isOptional maxLength={400} />
    </Form>
  );
}

/** Venues of the directory that are children's homes, opened one by one with who answers for each, and the way to the one just opened. */
export function OpenHomeForm() {
  const loaded = useLoaded(read, []);
  const opened = useSignal<Opened | undefined>(undefined);
  const onDone = async (home: Opened) => {
    opened.value = home;
    await loaded.reload();
  };
  return (
    <Card title={text("children-activities.home.open")}>
      {opened.value && (
        <Notice kind="done">
          <p>{text("children-activities.home.opened", { name: opened.value.name })}</p>
          <a href={`/children-activities/homes/${opened.value.id}`}>{text("children-activities.home.toOpened")}</a>
        </Notice>
      )}
      <Await of={loaded}>
        {(venues) =>
          venues.length === 0 ? (
            <EmptyState why={text("children-activities.home.noVenue")}>
              <ButtonLink href="/directory/arrange?part=venues">{text("children-activities.home.addVenue")}</ButtonLink>
            </EmptyState>
          ) : (
            <Fields venues={venues} onDone={onDone} />
          )
        }
      </Await>
    </Card>
  );
}
