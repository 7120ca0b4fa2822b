import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Await, ButtonLink, EmptyState, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { AgendaEditor } from "../order-agenda/AgendaEditor.js";
import { offerLines, type AgendaLine, type SentLine } from "./agenda-lines.js";
import { Steps } from "./Steps.js";
import "./Convene.css";

type Body = Awaited<ReturnType<typeof readBodies>>[number];
const readBodies = async () => (await api("GET /bodies")).bodies;
const readOffered = async (bodyId: string, cameFor?: string) =>
  offerLines(await api("GET /bodies/:bodyId/agenda-suggestions", { params: { bodyId } }), cameFor);

function AgendaForm({ body, offered }: { readonly body: Body; readonly offered: readonly AgendaLine[] }) {
  const { route } = useLocation();
  const send = async (items: SentLine[], idempotencyKey: string) => {
    const { id } = await api("POST /bodies/:bodyId/meetings", { params: { bodyId: body.id }, body: { title: body.name, items }, idempotencyKey });
    route(`/meetings/${id}/prepare?step=people`);
  };
  return <AgendaEditor start={offered} usualMinutes={body.usualMinutes} submit={text("meetings.convene.toPeople")} send={send} />;
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
  const { query } = useLocation();
  const chosen = useSignal((bodies.find(({ id }) => id === query.body) ?? bodies[0])?.id);
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
