import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { ButtonLink, Card, Notice, PageHead, t } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { recall } from "../show-thursday/recall.js";
import { CheckInTap, ownOf } from "./CheckInForm.js";
import { QueueNotices } from "./QueueNotices.js";
import { useQueue, type Queue } from "./use-queue.js";

type Owner = Pick<Awaited<ReturnType<typeof readOwner>>, "name" | "state">;
const paramsOf = (link: string) => {
  const [signUpId = "", key = ""] = link.split("/").slice(-2);
  return { signUpId, key };
};
const readOwner = (link: string) => api("GET /public/sign-ups/:signUpId/:key", { params: paramsOf(link) });

/** Whose sign-ups they are, which this phone does not keep: asked for while there is a network, and done without where there is none. */
function useOwners(links: readonly string[]): ReadonlyMap<string, Owner> {
  const [owners, setOwners] = useState<ReadonlyMap<string, Owner>>(new Map());
  useEffect(() => {
    const ask = (link: string) => readOwner(link).then((owner) => setOwners((before) => new Map([...before, [link, owner]])));
    for (const link of links) void ask(link).catch(() => undefined);
  }, [links.join()]);
  return owners;
}

function titleOf(number: string, owner: Owner | undefined): string {
  const told = `${t("volunteer-days.done.number")} ${number}`;
  if (!owner) return told;
  return `${owner.name} ${told}${owner.state === "confirmed" ? "" : ` ${text("volunteer-days.day.waiting")}`}`;
}

interface KnownProps {
  readonly known: ReturnType<typeof recall>[number];
  readonly queue: Queue;
  readonly code: string;
}
/** Said, and told as noted only once the server has it. */
function Known({ known, code, queue }: KnownProps) {
  const params = paramsOf(known.link);
  const { signUpId } = params;
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
  const owners = useOwners(known.length > 1 ? known.map(({ link }) => link) : []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("volunteer-days.page.here")} note={known.length === 1 && `${t("volunteer-days.done.number")} ${known[0]!.number}`} />
      <QueueNotices queue={queue} route="self" />
      {known.length === 1 && <Known known={known[0]!} code={code} queue={queue} />}
      {known.length > 1 &&
        known.map((one) => (
          <Card key={one.link} title={titleOf(one.number, owners.get(one.link))}>
            <Known known={one} code={code} queue={queue} />
          </Card>
        ))}
      {known.length === 0 && (
        <>
          <Notice>{text("volunteer-days.code.unknown", { code })}</Notice>
          <ButtonLink isWide href={`/volunteer-days/thursday/${dayId}`}>
            {text("volunteer-days.page.thursday")}
          </ButtonLink>
        </>
      )}
    </div>
  );
}
