import { Button, Card, dayText, Meta, Status, t, type StatusKind } from "@lianxin/web-kit";
import { api, text, type MatterAnswer } from "../api.js";
import { SayButton } from "../say-words/SayButton.js";
import { acceptReferral } from "./accept-referral.js";

type Referral = MatterAnswer["referrals"][number];
const looks: Readonly<Record<string, StatusKind>> = { sent: "todo", accepted: "track", returned: "hold", answered: "done", ended: "done" };

function Verbs({ referral: { id, verbs }, onDone }: { readonly referral: Referral; readonly onDone: () => Promise<void> }) {
  const params = { referralId: id };
  return (
    <div class="lx-actions">
      {verbs.includes("accept") && (
        <Button look="soft" onClick={() => void acceptReferral(id).then(onDone, onDone)}>
          {text("matters.referral.verb.accept")}
        </Button>
      )}
      {verbs.includes("answer") && (
        <SayButton
          verb={text("matters.referral.verb.answer")}
          title={text("matters.referral.verb.answer")}
          label={text("matters.referral.answerWords")}
          done={text("matters.referral.answeredDone")}
          send={(words, idempotencyKey) => api("POST /referrals/:referralId/answer", { params, body: { words }, idempotencyKey })}
          onDone={onDone}
        />
      )}
      {verbs.includes("return") && (
        <SayButton
          verb={text("matters.referral.verb.return")}
          title={text("matters.referral.verb.return")}
          label={text("matters.referral.returnWords")}
          done={text("matters.referral.returnedDone")}
          send={(words, idempotencyKey) => api("POST /referrals/:referralId/return", { params, body: { words }, idempotencyKey })}
          onDone={onDone}
        />
      )}
    </div>
  );
}

/** Where a matter was sent, who took it, who sent it back and why, and how often. */
export const Referrals = ({ matter, onDone }: { readonly matter: Pick<MatterAnswer, "referrals" | "bounces">; readonly onDone: () => Promise<void> }) => (
  <Card title={text("matters.referrals")} aside={matter.bounces > 0 && <span>{text("matters.referrals.bounces", { count: matter.bounces })}</span>}>
    <ul class="lx-stack">
      {matter.referrals.map((referral) => (
        <li key={referral.id}>
          <p>
            <Meta>
              <Status kind={looks[referral.state] ?? "todo"} word={t(`matters.referral.${referral.state}`)} />
              {referral.lateDays !== null && <Status kind="late" word={text("matters.referral.late", { count: referral.lateDays })} />}
              <strong>{referral.office ? `${referral.unit}（${referral.office}）` : referral.unit}</strong>
              {text(referral.isLead ? "matters.referral.lead" : "matters.referral.helper")}
              <span class="lx-hint">{dayText(referral.sentAt)}</span>
            </Meta>
          </p>
          {referral.words && <p>{referral.words}</p>}
          <Verbs referral={referral} onDone={onDone} />
        </li>
      ))}
    </ul>
  </Card>
);
