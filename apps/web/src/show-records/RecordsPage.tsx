import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Await, Button, callServer, Card, dateOf, dayText, EmptyState, PageHead, t, Tabs, timeText, useLoaded } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";
import { sayDeed } from "./say-deed.js";

interface Line {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly action?: string;
  readonly target?: string;
  readonly route?: string;
  readonly dataClass?: string;
  readonly count?: number;
  readonly subjects?: readonly string[];
}
interface Answer {
  readonly lines: readonly Line[];
  readonly names: Readonly<Record<string, string>>;
  readonly next: string | null;
}
const kinds = ["deeds", "reveals"] as const;
const addressOf = (kind: string): string => (kind === "deeds" ? "/records" : `/records?kind=${kind}`);

const whatOf = ({ names }: Answer, line: Line): string => {
  if (line.action) return [sayDeed(line.action, t), names[line.target ?? ""]].filter(Boolean).join(" ");
  const people = (line.subjects ?? []).map((id) => names[id]).filter(Boolean);
  const who = people.length > 0 ? people.join("、") : t("shell.recordsPeople", { count: line.count ?? 0 });
  return t(line.dataClass === "sensitive" ? "shell.recordsSensitive" : "shell.recordsContact", { who });
};

const Records = ({ answer }: { readonly answer: Answer }) => (
  <DataTable
    label={t("shell.records")}
    rows={answer.lines}
    keyOf={(line) => line.id}
    empty={<EmptyState why={t("shell.recordsNone")} />}
    columns={[
      { id: "what", head: t("shell.recordsWhat"), onPhone: "title", cell: (line) => whatOf(answer, line) },
      { id: "who", head: t("shell.recordsWho"), cell: (line) => (line.personId && answer.names[line.personId]) || t("shell.recordsNobody") },
      { id: "when", head: t("shell.recordsWhen"), cell: (line) => `${dayText(dateOf(line.at))} ${timeText(line.at)}` },
    ]}
  />
);

/** 操作记录: who did what, and who opened whose contact data. Nothing here can be changed. */
export default function RecordsPage() {
  const { query } = useLocation();
  const kind = kinds.find((one) => one === query.kind) ?? "deeds";
  const after = useSignal<readonly string[]>([]);
  const before = after.value.at(-1);
  const ask = () => callServer("GET", `/api/records/${kind}${before ? `?before=${encodeURIComponent(before)}` : ""}`) as Promise<Answer>;
  const records = useLoaded(ask, [kind, before]);
  return (
    <>
      <PageHead title={t("shell.recordsHeading")} note={t("shell.recordsNote")} />
      <Tabs
        label={t("shell.records")}
        here={addressOf(kind)}
        tabs={[
          { href: addressOf("deeds"), label: t("shell.recordsDeeds") },
          { href: addressOf("reveals"), label: t("shell.recordsReveals") },
        ]}
      />
      <Card title={t(kind === "deeds" ? "shell.recordsDeeds" : "shell.recordsReveals")} isFlush>
        <Await of={records}>
          {(answer) => (
            <>
              <Records answer={answer} />
              <nav class="lx-actions lx-pad" aria-label={t("shell.recordsPages")}>
                <Button aria-disabled={after.value.length === 0} onClick={() => (after.value = after.value.slice(0, -1))}>
                  {t("shell.recordsNewer")}
                </Button>
                <Button aria-disabled={!answer.next} onClick={() => answer.next && (after.value = [...after.value, answer.next])}>
                  {t("shell.recordsOlder")}
                </Button>
              </nav>
            </>
          )}
        </Await>
      </Card>
    </>
  );
}
