import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Await, browserPorts, Button, ButtonLink, Card, EmptyState, ErrorNotice, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { AgendaRow } from "../order-agenda/AgendaRow.js";
import { addLine, agendaOf, changeLine, countMinutes, mayGoUnder, moveLine, offerLines, type AgendaLine } from "./agenda-lines.js";
import { Steps } from "./Steps.js";
import "./Convene.css";

type Body = Awaited<ReturnType<typeof readBodies>>[number];
const readBodies = async () => (await api("GET /bodies")).bodies;
const readOffered = async (bodyId: string, cameFor?: string) =>
  offerLines(await api("GET /bodies/:bodyId/agenda-suggestions", { params: { bodyId } }), cameFor);

function AgendaForm({ body, offered }: { readonly body: Body; readonly offered: readonly AgendaLine[] }) {
  const { route } = useLocation();
  const [lines, own, failed, key] = [useSignal(offered), useSignal(""), useSignal<unknown>(undefined), useSignal(browserPorts.newKey())];
  const isOrdering = useSignal(false);
  const agenda = agendaOf(lines.value, own.value);
  const over = countMinutes(agenda) - body.usualMinutes;
  const addOwn = () => {
    if (own.value.trim() === "") return;
    lines.value = addLine(lines.value, own.value.trim());
    own.value = "";
  };
  const send = async () => {
    const sent = { title: body.name, items: agenda };
    await api("POST /bodies/:bodyId/meetings", { params: { bodyId: body.id }, body: sent, idempotencyKey: key.value }).then(
      ({ id }) => route(`/meetings/${id}/prepare?step=people`),
      (error: unknown) => {
        failed.value = error;
        key.value = browserPorts.newKey();
      },
    );
  };
  return (
    <div class="lx-stack">
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <Card title={text("meetings.convene.agenda")}>
        <div class="lx-stack">
          {lines.value.length === 0 && <p class="lx-hint">{text("meetings.convene.noMatters")}</p>}
          <ul class="convene-lines">
            {lines.value.map((line) => (
              <AgendaRow
                key={line.key}
                line={line}
                mayGoUnder={mayGoUnder(lines.value, line.key)}
                onChange={(changes) => (lines.value = changeLine(lines.value, line.key, changes))}
                isOrdering={isOrdering.value}
                onMove={(by) => (lines.value = moveLine(lines.value, line.key, by))}
              />
            ))}
          </ul>
          {lines.value.filter(({ isTicked }) => isTicked).length > 1 && (
            <div>
              <Button aria-pressed={isOrdering.value} onClick={() => (isOrdering.value = !isOrdering.value)}>
                {text(isOrdering.value ? "meetings.agenda.ordered" : "meetings.agenda.order")}
              </Button>
            </div>
          )}
          <div class="agenda-own">
            <div class="lx-field">
              <label for="own-title">{text("meetings.convene.ownTitle")}</label>
              <input id="own-title" class="lx-input" maxLength={100} value={own.value} onInput={(event) => (own.value = event.currentTarget.value)} />
            </div>
            <Button aria-disabled={own.value.trim() === ""} onClick={addOwn}>
              {text("meetings.agenda.add")}
            </Button>
          </div>
          <p role="status">
            {text("meetings.convene.total", { minutes: countMinutes(agenda) })}{" "}
            {over > 0 && <strong class="convene-over">{text("meetings.convene.over", { over })}</strong>}
          </p>
        </div>
      </Card>
      <div class="lx-actions">
        <Button look="filled" aria-disabled={agenda.length === 0} onClick={() => agenda.length > 0 && void send()}>
          {text("meetings.convene.toPeople")}
        </Button>
      </div>
    </div>
  );
}

function BodyAgenda({ body }: { readonly body: Body }) {
  const { query } = useLocation();
  const offered = useLoaded(() => readOffered(body.id, query.matter), [body.id]);
  return <Await of={offered}>{(lines) => <AgendaForm key={body.id} body={body} offered={lines} />}</Await>;
}

const NoBody = () => (
  <EmptyState why={text("meetings.convene.noBody")}>
    {mayAnywhere("meetings.arrange") && (
      <ButtonLink href="/meetings/bodies/new" look="filled">
        {text("meetings.page.setUp")}
      </ButtonLink>
    )}
  </EmptyState>
);

function Chosen({ bodies }: { readonly bodies: readonly Body[] }) {
  const chosen = useSignal(bodies[0]?.id);
  const body = bodies.find(({ id }) => id === chosen.value);
  if (!body) return <NoBody />;
  return (
    <>
      {bodies.length > 1 && (
        <div class="lx-field">
          <label for="body">{text("meetings.convene.body")}</label>
          <select id="body" class="lx-input" value={body.id} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {bodies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <BodyAgenda body={body} />
    </>
  );
}

/** Step 1 of convening: what is it about? */
export default function ConvenePage() {
  const bodies = useLoaded(readBodies, []);
  return (
    <div class="lx-stack">
      <Steps at={0} />
      <PageHead title={text("meetings.convene.what")} note={text("meetings.convene.silent")} />
      <Await of={bodies}>{(found) => <Chosen bodies={found} />}</Await>
    </div>
  );
}
