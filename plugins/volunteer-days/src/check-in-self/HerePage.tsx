import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { ButtonLink, Card, Notice, PageHead, t } from "@lianxin/web-kit";
import { text } from "../api.js";
import { recall } from "../show-thursday/recall.js";
import { CheckInTap, ownOf } from "./CheckInForm.js";
import { QueueNotices } from "./QueueNotices.js";
import { useQueue, type Queue } from "./use-queue.js";

interface KnownProps {
  readonly known: ReturnType<typeof recall>[number];
  readonly queue: Queue;
  readonly code: string;
}
/** Said, and told as noted only once the server has it. */
function Known({ known, code, queue }: KnownProps) {
  const [signUpId = "", key = ""] = known.link.split("/").slice(-2);
  const params = { signUpId, key };
  const { isKept } = ownOf({ params, queue });
  const [isSaid, say] = useState(isKept);
  const isRefused = queue.refused.some((one) => one.params.signUpId === signUpId);
  return (
    <>
      {isKept && <Notice>{text("volunteer-days.code.kept")}</Notice>}
      {isSaid && !isKept && !isRefused && <Notice kind="done">{text("volunteer-days.code.done")}</Notice>}
      {(!isSaid || isRefused) && <CheckInTap params={params} code={code} queue={queue} onSaid={() => say(true)} />}
      <ButtonLink isWide href={known.link}>
        {text("volunteer-days.thursday.see")}
      </ButtonLink>
    </>
  );
}

/** Where the code leads that is shown where the team meets: this phone remembers whose sign-ups it has seen, each with its own two buttons. */
export default function HerePage() {
  const { dayId, code } = useRoute().params as { dayId: string; code: string };
  const known = recall(dayId);
  const queue = useQueue(() => Promise.resolve());
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("volunteer-days.page.here")} note={known.length === 1 && `${t("volunteer-days.done.number")} ${known[0]!.number}`} />
      <QueueNotices queue={queue} route="self" />
      {known.length === 1 && <Known known={known[0]!} code={code} queue={queue} />}
      {known.length > 1 &&
        known.map((one) => (
          <Card key={one.link} title={`${t("volunteer-days.done.number")} ${one.number}`}>
            <Known known={one} code={code} queue={queue} />
          </Card>
        ))}
      {known.length === 0 && (
        <>
          <Notice>{text("volunteer-days.code.unknown", { code })}</Notice>
          <ButtonLink isWide href="/volunteer-days/thursday">
            {text("volunteer-days.page.thursday")}
          </ButtonLink>
        </>
      )}
    </div>
  );
}
