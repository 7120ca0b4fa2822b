import { Button, EmptyState, Status } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";
import { toast } from "@lianxin/web-kit/feedback";
import { api, reason, text } from "../api.js";
import { elderColumns } from "../narrow-lists/elder-columns.js";

export interface WaitingPair {
  readonly pairId: string;
  readonly elderId: string;
  readonly elder: string;
  readonly village: string;
  readonly cadre: string;
  readonly cadreAgreed: boolean;
  readonly elderAgreed: boolean;
  /** Why the one before is not asked any more; null where there was none. */
  readonly insteadOf: string | null;
}
interface TableProps {
  readonly label: string;
  readonly pairs: readonly WaitingPair[];
  readonly pageSize?: number;
  readonly onDone: () => Promise<unknown>;
}
const sides = ["cadre", "elder"] as const;

const Asked = ({ row: { cadre, insteadOf } }: { readonly row: WaitingPair }) => (
  <>
    {cadre} {insteadOf !== null && <Status kind="soon" word={text("elder-pairing.agree.instead", { why: reason(insteadOf) })} />}
  </>
);

/** Pairs with which side has said yes, and a button for whoever has not. */
export function WaitingTable({ label, pairs, pageSize = 100, onDone }: TableProps) {
  const agree = async (elderId: string, side: "cadre" | "elder") => {
    await api("POST /elders/:elderId/agree", { params: { elderId }, body: { side } });
    await onDone();
    toast(text("elder-pairing.board.agreed"));
  };
  const Side = ({ row, side }: { readonly row: WaitingPair; readonly side: "cadre" | "elder" }) =>
    (side === "cadre" ? row.cadreAgreed : row.elderAgreed) ? (
      <Status kind="done" word={text(`elder-pairing.board.${side}Yes`)} />
    ) : (
      <Button look="soft" aria-label={`${text(`elder-pairing.board.${side}Yes`)} ${row[side]}`} onClick={() => void agree(row.elderId, side)}>
        {text(`elder-pairing.board.${side}Yes`)}
      </Button>
    );
  return (
    <DataTable
      label={label}
      rows={pairs}
      pageSize={pageSize}
      keyOf={(row) => row.pairId}
      empty={<EmptyState why={text("elder-pairing.agree.none")} />}
      columns={[
        ...elderColumns<WaitingPair>(),
        { id: "cadre", head: text("elder-pairing.col.cadre"), cell: (row) => <Asked row={row} />, sort: (row) => row.cadre },
        {
          id: "agree",
          head: "",
          onPhone: "act",
          cell: (row) => (
            <span class="lx-actions">
              {sides.map((side) => (
                <Side key={side} row={row} side={side} />
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
