import { Card } from "@lianxin/web-kit";
import { text } from "../api.js";
import { pollText } from "./poll-text.js";
import type { ShownPoll } from "./read-poll.js";

type Result = NonNullable<ShownPoll["result"]>;

function ResultTable({ result, poll }: { readonly result: Result; readonly poll: ShownPoll }) {
  const rows = [{ name: pollText(poll, "heads"), ...result.heads }, ...(result.area ? [{ name: text("meetings.poll.area"), ...result.area }] : [])];
  const hasUnanswered = rows.some(({ unanswered }) => unanswered !== "0");
  const heads = ["members", "attending", "yes", "no", "abstain", "invalid", ...(hasUnanswered ? (["unanswered"] as const) : [])] as const;
  return (
    <table class="lx-table poll-result">
      <caption class="lx-sr">{text("meetings.poll.result")}</caption>
      <thead>
        <tr>
          <td />
          {heads.map((head) => (
            <th key={head} scope="col" data-number>
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
              <td key={head} class="lx-num" data-number data-head={text(`meetings.poll.head.${head}`)}>
                {row[head]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why papers are spoilt, and of which units one of two ballots does not count. */
export function SpoiltList({ spoilt, settled }: Pick<ShownPoll, "spoilt" | "settled">) {
  if (spoilt.length + settled.length === 0) return null;
  return (
    <>
      {spoilt.length > 0 && <h3>{text("meetings.poll.spoilt")}</h3>}
      <ul>
        {spoilt.map((one) => (
          <li key={one.reason}>{text("meetings.poll.spoiltOne", one)}</li>
        ))}
      </ul>
      {settled.length > 0 && <h3>{text("meetings.poll.settled")}</h3>}
      <ul>
        {settled.map(({ unit, way, reason }) => (
          <li key={unit}>{text("meetings.poll.settledOne", { unit, way: text(`meetings.poll.way.${way as "paper"}`), reason })}</li>
        ))}
      </ul>
    </>
  );
}

/** The result in one sentence with its arithmetic, then the table and why papers do not count. */
export function ResultCard({ poll, result }: { readonly poll: ShownPoll; readonly result: Result }) {
  const { rules } = poll;
  const unsure = rules.isVerified || rules.isLocal ? "" : text("meetings.tally.unverified");
  const reached = result.needs
    .map(({ measure, yes, need }) => text(measure === "area" ? "meetings.poll.reachedArea" : "meetings.poll.reached", { yes, need }))
    .join("；");
  const said = result.isQuorate ? text(result.isAdopted ? "meetings.poll.adopted" : "meetings.poll.rejected", { reached }) : text("meetings.poll.tooFew");
  return (
    <Card title={text("meetings.poll.result")}>
      <div class="lx-stack">
        <p role="status">
          <strong>{said + unsure}</strong>
        </p>
        <ResultTable result={result} poll={poll} />
        <p class="lx-hint lx-num">
          {text("meetings.poll.sums", { arithmetic: [...result.quorum, ...(result.isQuorate ? [result.arithmetic] : [])].join("，") })}
        </p>
        <SpoiltList spoilt={poll.spoilt} settled={poll.settled} />
      </div>
    </Card>
  );
}
