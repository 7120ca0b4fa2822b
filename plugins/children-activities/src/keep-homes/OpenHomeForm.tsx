import { Await, ButtonLink, Card, EmptyState, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, directoryApi, text } from "../api.js";
import { ChoosePerson } from "../choose-person/ChoosePerson.js";
import { readRooms } from "./read-rooms.js";

async function read() {
  const [{ venues }, { homes }] = await Promise.all([directoryApi("GET /venues"), api("GET /homes")]);
  const known = new Set(homes.map(({ name }) => name));
  return venues.filter(({ kind, name }) => kind === "childrens_home" && !known.has(name));
}

function Fields({ venues, onDone }: { readonly venues: Awaited<ReturnType<typeof read>>; readonly onDone: () => Promise<unknown> }) {
  const form = useForm({
    start: { venueId: venues[0]!.id, directorId: "", rooms: "" },
    check: ({ directorId }) => ({ directorId: needed(directorId, text("children-activities.home.director")) }),
    send: ({ rooms, ...body }) => api("POST /homes", { body: { ...body, rooms: readRooms(rooms) } }),
    onDone: async () => {
      toast(text("children-activities.home.opened"));
      await onDone();
    },
  });
  return (
    <Form form={form} submit={text("children-activities.home.open")}>
      <SelectField
        name="venueId"
        label={text("children-activities.home.venue")}
        hint={text("children-activities.home.venue.hint")}
        choices={venues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoosePerson name="directorId" label={text("children-activities.home.director")} />
      <TextField name="rooms" label={text("children-activities.home.rooms")} hint={text("children-activities.home.rooms.hint")} isOptional maxLength={400} />
    </Form>
  );
}

/** Venues of the directory that are children's homes, opened one by one with who answers for each. */
export function OpenHomeForm() {
  const loaded = useLoaded(read, []);
  return (
    <Card title={text("children-activities.home.open")}>
      <Await of={loaded}>
        {(venues) =>
          venues.length === 0 ? (
            <EmptyState why={text("children-activities.home.noVenue")}>
              <ButtonLink href="/directory/arrange?part=venues">{text("children-activities.home.addVenue")}</ButtonLink>
            </EmptyState>
          ) : (
            <Fields venues={venues} onDone={loaded.reload} />
          )
        }
      </Await>
    </Card>
  );
}
