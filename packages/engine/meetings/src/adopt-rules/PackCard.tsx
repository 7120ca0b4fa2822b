import { Button, Card, dayText, Notice, Status, SummaryList, t } from "@lianxin/web-kit";
import { text } from "../api.js";
import { exampleOf, nameOfPack, passExample, remarkOf, sourceOf, tellShare, type ShownPack } from "./pack-words.js";

const kinds = { verified: "done", unverified: "late", local: "check" } as const;

export const PackStatus = ({ status }: { readonly status: ShownPack["status"] }) => <Status kind={kinds[status]} word={t(`meetings.packs.${status}`)} />;

const until = ({ from, to }: ShownPack): string =>
  text("meetings.packs.days", {
    from: from ? dayText(from, { year: true }) : text("meetings.packs.noVersion"),
    to: to ? dayText(to, { year: true }) : text("meetings.packs.open"),
  });

/** The numbers of a pack, each with its example for so many members. */
function rowsOf(pack: ShownPack, members: number) {
  const { notice, quorum, pass, speaking, publicationDays, castingVote } = pack.numbers;
  const unsure = pack.status === "unverified" ? ` ${text("meetings.room.unverified")}` : "";
  const conditions = (list: ShownPack["composition"]) =>
    list.map((condition) => `${t(`meetings.group.${condition.of}`)} ${tellShare(condition.share)}${unsure} ${exampleOf(condition, members)}`);
  const lines = (list: readonly string[]) => (
    <ul class="pack-lines">
      {list.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return [
    { label: text("meetings.packs.sourceLabel"), value: sourceOf(pack) },
    { label: text("meetings.packs.daysLabel"), value: until(pack) },
    {
      label: text("meetings.rules.notice"),
      value: notice
        ? text(`meetings.packs.notice.${notice.count}`, { days: notice.days, basis: t(`meetings.packs.basis.${notice.basis}`) }) + unsure
        : text("meetings.packs.none"),
    },
    { label: text("meetings.rules.quorum"), value: quorum.length > 0 ? lines(conditions(quorum)) : text("meetings.packs.none") },
    {
      label: text("meetings.rules.pass"),
      value: lines([
        `${t(`meetings.packs.base.${pass.base}`)} ${tellShare(pass.share)}${unsure}${pass.measures.includes("area") ? ` ${text("meetings.packs.both")}` : ""}`,
        passExample(pass, members),
      ]),
    },
    { label: text("meetings.rules.castingVote"), value: text(castingVote ? "meetings.packs.casting" : "meetings.packs.noCasting") },
    ...(pack.composition.length > 0 ? [{ label: text("meetings.packs.composition"), value: lines(conditions(pack.composition)) }] : []),
    ...(pack.requests.length > 0
      ? [
          {
            label: text("meetings.packs.requests"),
            value: lines(pack.requests.map(({ by, share }) => `${t(`meetings.packs.by.${by}`)} ${tellShare(share)}${unsure}`)),
          },
        ]
      : []),
    { label: text("meetings.packs.ways"), value: pack.ways.map((way) => t(`meetings.packs.way.${way}`)).join("、") },
    { label: text("meetings.packs.delegation"), value: text(pack.mayDelegate ? "meetings.packs.delegated" : "meetings.packs.notDelegated") },
    ...(speaking
      ? [{ label: text("meetings.packs.speaking"), value: text("meetings.packs.speakingRule", { seconds: speaking.seconds, times: speaking.times }) }]
      : []),
    ...(publicationDays ? [{ label: text("meetings.packs.publication"), value: text("meetings.packs.publicationDays", { days: publicationDays }) }] : []),
    ...(pack.limits.length > 0
      ? [{ label: text("meetings.packs.limits"), value: lines(pack.limits.map(({ code, citation }) => `${t(`meetings.limit.${code}`)}（${citation}）`)) }]
      : []),
  ];
}

/** One pack: where it comes from, whether that was read, its numbers with examples, and the way to a copy of one's own. */
export function PackCard({ pack, members, onCopy }: { readonly pack: ShownPack; readonly members: number; readonly onCopy: (() => void) | undefined }) {
  const remark = remarkOf(pack);
  return (
    <Card title={nameOfPack(pack)} aside={<PackStatus status={pack.status} />}>
      <div class="lx-stack">
        {pack.status === "unverified" && <Notice kind="warning">{text("meetings.packs.unverifiedHint")}</Notice>}
        {remark && <p class="lx-hint">{remark}</p>}
        {!pack.isInForce && <p>{text("meetings.packs.notInForce")}</p>}
        <SummaryList rows={rowsOf(pack, members)} />
        {onCopy && (
          <p>
            <Button onClick={onCopy}>
              {text("meetings.packs.copy")}
              <span class="lx-sr">{nameOfPack(pack)}</span>
            </Button>
          </p>
        )}
      </div>
    </Card>
  );
}
