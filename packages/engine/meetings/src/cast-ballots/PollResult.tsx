import { Card } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { ShownPoll } from "./read-poll.js";

type Result = NonNullable<ShownPoll["result"]>;

function ResultTable({ result }: { readonly result: Result }) {
  const rows = [{ name: text("meetings.poll.heads"), ...result.heads }, ...(result.area ? [{ name: text("meetings.poll.area"), ...result.area }] : [])];
  const heads = ["members", "attending", "yes", "no", "abstain", "invalid"] as const;
  return (
    <table class="lx-table poll-result">
      <caption class="lx-sr">{text("meetings.poll.result")}</caption>
      <thead>
        <tr>
          <td />
          {heads.map((head) => (
            <th key={head} scope="col">
              {text(`meetings.poll.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {heads.map((head) => (
              <td key={head} class="lx-num">
                {row[head]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The result in one sentence with its arithmetic, then the table. */
export function ResultCard({ result, rules }: { readonly result: Result; readonly rules: ShownPoll["rules"] }) {
  const unsure = rules.isVerified || rules.isLocal ? "" : text("meetings.tally.unverified");
  const said = result.isQuorate
    ? text(result.isAdopted ? "meetings.poll.adopted" : "meetings.poll.rejected", { arithmetic: result.arithmetic })
    : text("meetings.poll.tooFew");
  return (
    <Card title={text("meetings.poll.result")}>
      <div class="lx-stack">
        <p role="status">
          <strong>{said + unsure}</strong>
        </p>
        {result.quorum.length > 0 && <p class="lx-num">{text("meetings.poll.quorum", { arithmetic: result.quorum.join("，") })}</p>}
        <ResultTable result={result} />
      </div>
    </Card>
  );
}
