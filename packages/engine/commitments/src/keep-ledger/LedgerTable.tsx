import type { ComponentChildren } from "preact";
import { ButtonLink, dayText, mayAnywhere, Meta } from "@lianxin/web-kit";
import { DataTable, type Column } from "@lianxin/web-kit/table";
import { text, type LineAnswer } from "../api.js";
import { LightTag } from "./LightTag.js";

const Lead = ({ line }: { readonly line: LineAnswer }) => (
  <Meta>{line.owner === null ? text("commitments.nobody") : [line.ownerOrganization, line.owner]}</Meta>
);

const Happened = ({ line }: { readonly line: LineAnswer }) => (
  <Meta>
    {line.deferReason}
    {line.blockReason}
    {line.waitsFor !== null && <a href={`/commitments/${line.waitsFor.partId}`}>{text("commitments.waitsFor", { title: line.waitsFor.title })}</a>}
    {line.lastNote}
    {line.untouchedDays !== null && text("commitments.untouched", { count: line.untouchedDays })}
    {line.remindedTimes > 0 && text("commitments.reminded", { count: line.remindedTimes })}
  </Meta>
);

type RowVerb = "claim" | "assign" | "check" | "urge" | "close";

/** The one verb a line ends in, for who holds its right somewhere; the page it leads to has it too. */
function findVerb({ light, state }: LineAnswer): RowVerb | undefined {
  if (light === "gap") return mayAnywhere("commitments.assign") ? "assign" : mayAnywhere("commitments.claim") ? "claim" : undefined;
  if (state === "verified") return mayAnywhere("commitments.close") ? "close" : undefined;
  if (light === "check") return mayAnywhere("commitments.check") ? "check" : undefined;
  return (light === "late" || light === "soon") && mayAnywhere("commitments.escalate") ? "urge" : undefined;
}

function Act({ line }: { readonly line: LineAnswer }) {
  const verb = findVerb(line);
  if (!verb) return null;
  const word = text(`commitments.verb.${verb}`);
  return (
    <ButtonLink href={`/commitments/${line.partId}`} look="soft" aria-label={`${word} ${line.title}`}>
      {word}
    </ButtonLink>
  );
}

const columnsOf = (): readonly Column<LineAnswer>[] => [
  { id: "light", head: text("commitments.column.light"), cell: (line) => <LightTag line={line} /> },
  { id: "title", head: text("commitments.column.title"), cell: (line) => <a href={`/commitments/${line.partId}`}>{line.title}</a>, onPhone: "title" },
  { id: "lead", head: text("commitments.column.lead"), cell: (line) => <Lead line={line} /> },
  {
    id: "due",
    head: text("commitments.column.due"),
    cell: (line) => <span class="lx-nowrap">{line.dueOn ? dayText(line.dueOn) : line.reviewOn ? dayText(line.reviewOn) : ""}</span>,
  },
  { id: "happened", head: text("commitments.column.happened"), cell: (line) => <Happened line={line} />, onPhone: "hidden" },
  { id: "source", head: text("commitments.column.source"), cell: (line) => line.sourceTitle, onPhone: "hidden" },
  { id: "act", head: text("commitments.column.act"), cell: (line) => <Act line={line} />, onPhone: "act" },
];

/** Lines of the ledger as a table; cards on a phone. The server turns the pages. */
export const LedgerTable = ({ lines, empty }: { readonly lines: readonly LineAnswer[]; readonly empty: ComponentChildren }) => (
  <DataTable label={text("commitments.page.ledger")} columns={columnsOf()} rows={lines} keyOf={(line) => line.partId} empty={empty} />
);
