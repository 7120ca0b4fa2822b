import { useRoute } from "preact-iso";
import { addressOf, Await, ButtonLink, Card, dayText, Meta, PageHead, timeText, useLoaded } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { SayButton } from "../say-words/SayButton.js";
import { StateTag } from "../find-matter/StateTag.js";

type Followed = Awaited<ReturnType<typeof read>>;
type Told = Followed["parts"][number];
const read = (matterId: string, key: string) => api("GET /public/matters/:matterId/:key", { params: { matterId, key } });

const Part = ({ told: { number, title, state, answer } }: { readonly told: Told }) => (
  <li>
    <p>
      <Meta>
        <strong>{`${number} ${title}`}</strong>
        <StateTag state={state} />
      </Meta>
    </p>
    <p>{answer}</p>
  </li>
);

const Steps = ({ steps }: { readonly steps: Followed["steps"] }) => (
  <Card title={text("matters.timeline")}>
    <ol>
      {steps.map(({ step, at, words }, index) => (
        <li key={index}>
          <Meta>
            <strong>{step}</strong>
            <span class="lx-hint">{`${dayText(at)} ${timeText(at)}`}</span>
          </Meta>
          {words && <p>{words}</p>}
        </li>
      ))}
    </ol>
  </Card>
);

const Withdraw = ({ matterId, linkKey, onDone }: { readonly matterId: string; readonly linkKey: string; readonly onDone: () => Promise<void> }) => (
  <SayButton
    verb={text("matters.verb.withdraw")}
    title={text("matters.withdraw.title")}
    label={text("matters.withdraw.reason")}
    hint={text("matters.withdraw.hint")}
    done={text("matters.withdraw.done")}
    isOptional
    send={(reason, idempotencyKey) =>
      api("POST /public/matters/:matterId/:key/withdrawal", { params: { matterId, key: linkKey }, body: { reason }, idempotencyKey })
    }
    onDone={onDone}
  />
);

/** For whoever has the private link: how it stands, who does what until when, what happened. */
export default function FollowPage() {
  const { id, key } = useRoute().params as { id: string; key: string };
  const loaded = useLoaded(() => read(id, key), [id, key]);
  return (
    <div class="lx-stack lx-reading">
      <Await of={loaded}>
        {({ number, title, state, answer, placeName, raisedOn, phone, mayWithdraw, mergedInto, parts, steps }) => (
          <>
            <PageHead
              title={answer}
              note={
                <Meta>
                  <StateTag state={state} />
                  <span class="lx-num">{number}</span>
                  {title}
                  {placeName}
                  {dayText(raisedOn)}
                </Meta>
              }
            />
            {mergedInto && (
              <ul>
                <Part told={mergedInto} />
              </ul>
            )}
            {parts.length > 0 && (
              <Card title={text("matters.kin.parts")}>
                <ul class="lx-stack">
                  {parts.map((part) => (
                    <Part key={part.number} told={part} />
                  ))}
                </ul>
              </Card>
            )}
            <Steps steps={steps} />
            <div class="lx-actions">
              {phone && (
                <a class="lx-button" href={`tel:${phone}`}>
                  {text("matters.report.call", { phone })}
                </a>
              )}
              {mayWithdraw && <Withdraw matterId={id} linkKey={key} onDone={loaded.reload} />}
              <ButtonLink href={addressOf("matters", "/public/matters/:matterId/:key/answer-slip", { matterId: id, key })} download look="plain" icon={Printer}>
                {text("matters.print.slip")}
              </ButtonLink>
            </div>
          </>
        )}
      </Await>
    </div>
  );
}
