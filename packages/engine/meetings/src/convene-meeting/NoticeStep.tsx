import { useSignal } from "@preact/signals";
import { addressOf, Await, Button, ButtonLink, Card, Chips, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text, type Draft } from "../api.js";
import { CallPhone, ShowPhones, useShownPhones } from "../tell-people/CallPhones.js";
import { tellPoster } from "../tell-people/poster-words.js";
import type { StepProps } from "./PeopleStep.js";
import { addressOfStep } from "./Steps.js";

const ways = ["poster", "group", "sms", "call"] as const;
type Way = (typeof ways)[number];

const copy = (words: string) => void navigator.clipboard.writeText(words).then(() => toast(text("meetings.notice.copied")));

function Words({ words, count }: { readonly words: string; readonly count: string }) {
  return (
    <>
      <pre class="convene-words">{words}</pre>
      <p class="lx-hint">{count}</p>
      <p class="lx-hint">{text("meetings.notice.notSent")}</p>
      <Button onClick={() => copy(words)}>{text("meetings.notice.copy")}</Button>
    </>
  );
}

function CallList({ draft }: { readonly draft: Draft }) {
  const list = useLoaded(() => api("GET /meetings/:meetingId/call-list", { params: { meetingId: draft.id } }), [draft.id]);
  const phones = useShownPhones(draft.id);
  return (
    <Await of={list}>
      {({ people }) =>
        people.length === 0 ? (
          <EmptyState why={text("meetings.notice.nobody")} />
        ) : (
          <div class="lx-stack">
            <ShowPhones phones={phones} hasAny={people.some(({ phone }) => phone !== null)} />
            <ul class="convene-calls">
              {people.map(({ inviteeId, name, partyName, phone }) => (
                <li key={inviteeId}>
                  {name} <small class="lx-hint">{partyName}</small> <CallPhone inviteeId={inviteeId} phone={phone} phones={phones} />
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </Await>
  );
}

function Form({ way, draft }: { readonly way: Way; readonly draft: Draft }) {
  const notices = useLoaded(() => api("GET /meetings/:meetingId/notices", { params: { meetingId: draft.id } }), [draft.id, draft.startsAt]);
  if (way === "poster")
    return (
      <div class="lx-stack">
        <p>{tellPoster("notice", draft.postBy)}</p>
        <div>
          <ButtonLink href={addressOf("meetings", "/meetings/:meetingId/poster", { meetingId: draft.id })} icon={Printer} download>
            {text("meetings.notice.print")}
          </ButtonLink>
        </div>
      </div>
    );
  if (way === "call") return <CallList draft={draft} />;
  return (
    <Await of={notices}>
      {({ groupText, groupLength, sms, smsLength }) =>
        way === "group" ? (
          <Words words={groupText} count={text("meetings.notice.groupCount", { count: groupLength })} />
        ) : (
          <Words words={sms} count={text("meetings.notice.smsCount", { count: smsLength })} />
        )
      }
    </Await>
  );
}

/** Step 4: what does the notice say? Poster, group, SMS, telephone; nothing is sent from here. */
export function NoticeStep({ draft }: StepProps) {
  const way = useSignal<Way>("poster");
  return (
    <>
      <PageHead title={text("meetings.notice.heading")} note={text("meetings.convene.silent")} />
      <Chips
        label={text("meetings.notice.ways")}
        options={ways.map((value) => ({ value, label: text(`meetings.notice.${value}`) }))}
        chosen={way.value}
        onChoose={(value) => (way.value = value)}
      />
      <Card title={text(`meetings.notice.${way.value}`)}>
        <Form way={way.value} draft={draft} />
      </Card>
      <div class="lx-actions">
        <ButtonLink href={addressOfStep(draft.id, "publish")} look="filled">
          {text("meetings.notice.toCheck")}
        </ButtonLink>
      </div>
    </>
  );
}
