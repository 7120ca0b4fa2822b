import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Await, browserPorts, Button, ErrorNotice, language, PageHead, t, useLoaded } from "@lianxin/web-kit";
import { api, directoryApi, text } from "../api.js";
import { StandingField } from "../keep-body/StandingField.js";
import { PartyEditor } from "./PartyEditor.js";
import { addPerson, countSeats, flipMark, removePerson, startParties } from "./party-drafts.js";

type Template = Awaited<ReturnType<typeof loadTemplates>>[number];
const loadTemplates = async () => (await api("GET /body-templates")).templates;

function Editor({ template, placeId }: { readonly template: Template; readonly placeId: string }) {
  const { route } = useLocation();
  const [name, held] = [useSignal(t(`meetings.template.${template.id}`)), useSignal("0")];
  const [parties, failed, key] = [useSignal(startParties(template.parties, language.value)), useSignal<unknown>(undefined), useSignal(browserPorts.newKey())];
  const isStanding = useSignal(true);
  const send = () => {
    const seated = parties.value.filter(({ people }) => people.length > 0);
    const body = {
      placeId,
      name: name.value,
      template: template.id,
      isStanding: isStanding.value,
      heldThisYear: Number(held.value) || 0,
      parties: seated.map(({ name: title, kind, isNeeded, people }) => ({
        name: title,
        isNeeded,
        seats: people.map(({ id, marks }) => ({ personId: id, kind, ...(marks.length > 0 && { marks: [...marks] }) })),
      })),
    };
    return api("POST /bodies", { body, idempotencyKey: key.value }).then(
      ({ id }) => route(`/meetings/new?body=${id}`),
      (error: unknown) => {
        failed.value = error;
        key.value = browserPorts.newKey();
      },
    );
  };
  return (
    <div class="lx-stack">
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <div class="lx-field">
        <label for="body-name">{text("meetings.setUp.name")}</label>
        <input id="body-name" class="lx-input" maxLength={100} value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} />
      </div>
      <div class="lx-field">
        <label for="held">{text("meetings.setUp.held")}</label>
        <input
          id="held"
          class="lx-input"
          data-width="short"
          inputMode="numeric"
          value={held.value}
          onInput={(event) => (held.value = event.currentTarget.value)}
        />
      </div>
      <StandingField isStanding={isStanding.value} onChange={(value) => (isStanding.value = value)} />
      {parties.value.map((party, at) => (
        <PartyEditor
          key={party.name}
          party={party}
          marks={template.marks}
          onMark={(id, mark) => (parties.value = flipMark(parties.value, id, mark))}
          onAdd={(person) => (parties.value = addPerson(parties.value, at, person))}
          onRemove={(id) => (parties.value = removePerson(parties.value, id))}
        />
      ))}
      <p role="status">{text("meetings.setUp.total", { count: countSeats(parties.value) })}</p>
      <div class="lx-actions">
        <Button look="filled" aria-disabled={countSeats(parties.value) === 0} onClick={() => countSeats(parties.value) > 0 && void send()}>
          {text("meetings.setUp.submit")}
        </Button>
      </div>
    </div>
  );
}

const loadAll = async () => ({ templates: await loadTemplates(), places: (await directoryApi("GET /places")).places });

/** Who sits in the council? From a template, by party. */
export default function SetUpBodyPage() {
  const loaded = useLoaded(loadAll, []);
  const chosen = useSignal("deliberation_council");
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.setUp.heading")} note={text("meetings.setUp.note")} />
      <Await of={loaded}>
        {({ templates, places }) => {
          const template = templates.find(({ id }) => id === chosen.value);
          const place = places.find(({ kind }) => kind === "community" || kind === "village") ?? places[0];
          return (
            <>
              <div class="lx-field">
                <label for="template">{text("meetings.setUp.template")}</label>
                <select id="template" class="lx-input" value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
                  {templates.map(({ id }) => (
                    <option key={id} value={id}>
                      {t(`meetings.template.${id}`)}
                    </option>
                  ))}
                </select>
              </div>
              {template && place && <Editor key={template.id} template={template} placeId={place.id} />}
            </>
          );
        }}
      </Await>
    </div>
  );
}
