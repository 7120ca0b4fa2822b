import { useRoute } from "preact-iso";
import { addressOf, Await, ButtonLink, Card, Notice, PageHead, useLoaded } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { WordsForm } from "./WordsForm.js";

const load = async (meetingId: string) => {
  const params = { meetingId };
  const [minutes, { texts }] = await Promise.all([
    api("GET /meetings/:meetingId/minutes-draft", { params }),
    api("GET /meetings/:meetingId/texts", { params }),
  ]);
  return { ...minutes, texts };
};
export type MinutesDraft = Awaited<ReturnType<typeof load>>;
type Item = MinutesDraft["items"][number];

/** The publishable minutes in both layouts, and the record that is signed. */
const papers = [
  { file: "minutes.docx", name: "minutes.docx", query: {} },
  { file: "minutes.docx", name: "minutes.official", query: { layout: "gbt9704" } },
  { file: "record.docx", name: "record.docx", query: {} },
] as const;

/** What the record says by itself; it is told by the vote and the claims and is not typed. */
const Generated = ({ lines }: { readonly lines: Item["generated"] }) =>
  lines.length === 0 ? null : (
    <div>
      <p class="lx-hint">{text("meetings.minutes.generated")}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );

function Draft({ draft, meetingId, reload }: { readonly draft: MinutesDraft; readonly meetingId: string; readonly reload: () => Promise<void> }) {
  const wordsOf = (kind: "explanation" | "opinion" | "leftover", itemId: string | null) =>
    draft.texts.filter((one) => one.kind === kind && one.itemId === itemId);
  const form = (kind: "explanation" | "opinion" | "leftover", itemId: string | null) => (
    <WordsForm meetingId={meetingId} kind={kind} itemId={itemId} current={wordsOf(kind, itemId)} isOpen={draft.isOpen} reload={reload} />
  );
  return (
    <>
      {!draft.isOpen && <Notice>{text("meetings.minutes.closed")}</Notice>}
      {draft.items.map(({ id, title, generated }, i) => (
        <Card key={id} title={text("meetings.item.title", { at: i + 1, title })}>
          <div class="lx-stack">
            {form("explanation", id)}
            {form("opinion", id)}
            <Generated lines={generated} />
          </div>
        </Card>
      ))}
      <Card title={text("meetings.minutes.rest")}>
        <div class="lx-stack">
          <Generated lines={[...(draft.account === null ? [] : [text("meetings.minutes.account", { account: draft.account })]), ...draft.leftovers]} />
          {form("leftover", null)}
        </div>
      </Card>
    </>
  );
}

/** The minutes before they are confirmed: what was said, written over what the record tells by itself. */
export default function MinutesPage() {
  const { id } = useRoute().params as { id: string };
  const draft = useLoaded(() => load(id), [id], { keepsOld: true });
  return (
    <div class="lx-stack lx-reading">
      <Await of={draft} lines={8}>
        {(found) => (
          <>
            <PageHead title={text("meetings.minutes.heading")} note={text("meetings.minutes.note")}>
              {found.isClosed &&
                papers.map(({ file, name, query }) => (
                  <ButtonLink key={name} href={addressOf("meetings", `/meetings/:meetingId/${file}`, { meetingId: id }, query)} icon={Printer} download>
                    {text(`meetings.papers.${name}`)}
                  </ButtonLink>
                ))}
              <ButtonLink href={`/meetings/${id}`}>{text("meetings.done.open")}</ButtonLink>
            </PageHead>
            <Draft draft={found} meetingId={id} reload={draft.reload} />
          </>
        )}
      </Await>
    </div>
  );
}
