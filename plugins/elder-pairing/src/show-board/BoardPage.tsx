import { useState } from "preact/hooks";
import { addressOf, Await, ButtonLink, Card, dayText, EmptyState, mayAnywhere, Notice, PageHead, Status, useLoaded, whenText } from "@lianxin/web-kit";
import { DataTable } from "@lianxin/web-kit/table";
import { api, kindOfLevel, text, today, word } from "../api.js";
import { WaitingTable } from "../agree-pairs/WaitingTable.js";
import { readAlerts } from "../end-raised/RunningAlerts.js";
import { PapersCard } from "../print-papers/PapersCard.js";
import { AlertCard } from "../raise-level/AlertCard.js";
import { LeftCard, readLeft } from "../undo-leaving/LeftCard.js";
import { MonthField, monthText, thisMonth } from "./MonthField.js";

const read = async (month: string) => {
  const { places, papers } = await api("GET /tops");
  const alerts = mayAnywhere("elder-pairing.plan") ? await readAlerts() : [];
  return { board: await api("GET /board"), sums: await api("GET /sums", { query: { month } }), top: places[0], places, papers, left: await readLeft(), alerts };
};
type Read = Awaited<ReturnType<typeof read>>;
type Reload = () => Promise<unknown>;
const waitingShown = 5;
const linkTo = (elderId: string): string => `/elder-pairing/elders/${elderId}`;
const sum = (towns: Read["sums"]["towns"], key: "due" | "visited" | "optedOut"): number => towns.reduce((total, town) => total + town[key], 0);

/** The rate of a month and the problems of its year. Who wishes no visit is known of today alone: a past month does not say it. */
function saySums({ month, towns, needsClosed: count, needsRaised: raised }: Read["sums"]): string {
  const [due, visited, optedOut] = [sum(towns, "due"), sum(towns, "visited"), sum(towns, "optedOut")];
  const [rate, year, now] = [((visited * 100) / Math.max(1, due)).toFixed(1), month.slice(0, 4), thisMonth()];
  const planned =
    month === now
      ? text("elder-pairing.board.rate", { rate, due, visited, optedOut })
      : text("elder-pairing.board.rateOf", { month: monthText(month), rate, due, visited });
  const none = month === now ? text("elder-pairing.board.noDue") : text("elder-pairing.board.noDueIn", { month: monthText(month) });
  const solved =
    year === now.slice(0, 4) ? text("elder-pairing.board.solved", { count, raised }) : text("elder-pairing.board.solvedIn", { year, count, raised });
  return `${due === 0 ? none : planned} ${solved}`;
}

/** "878 位老人都有人管，0 位没有": the invariant, and the month's rate with what it is a part of. */
function Invariant({ board, sums, month, onMonth }: Read & { readonly month: string; readonly onMonth: (month: string) => void }) {
  const matched = board.elders - board.unmatched;
  return (
    <>
      <Notice kind={board.uncovered + board.unmatched === 0 ? "done" : "warning"}>
        {matched === 0
          ? text("elder-pairing.board.noneMatched", { count: board.unmatched })
          : text(board.uncovered === 0 ? "elder-pairing.board.all" : "elder-pairing.board.some", { elders: matched, count: board.uncovered })}
        {matched > 0 && board.unmatched > 0 && ` ${text("elder-pairing.board.unmatched", { count: board.unmatched })}`}
      </Notice>
      <p>{saySums(sums)}</p>
      <MonthField label={text("elder-pairing.board.month")} month={month} onMonth={onMonth} />
    </>
  );
}

const Alarms = ({ board: { alarms, ladders } }: Pick<Read, "board">) =>
  alarms.length + ladders.length === 0 ? null : (
    <Card title={text("elder-pairing.board.now")}>
      <ul>
        {alarms.map((one) => (
          <li key={one.elderId}>
            <Status kind="late" word={text("elder-pairing.board.alarm")} /> <a href={linkTo(one.elderId)}>{one.elder}</a>{" "}
            {one.need === null || one.offer === null
              ? text("elder-pairing.board.unsought")
              : text("elder-pairing.board.short", { need: one.need, offer: one.offer })}
          </li>
        ))}
        {ladders.map((one) => (
          <li key={one.id}>
            <Status kind="late" word={text("elder-pairing.board.ladder")} /> <a href={linkTo(one.elderId)}>{one.elder}</a>{" "}
            {whenText(one.startedAt, one.startedAt).split("–")[0]}
          </li>
        ))}
      </ul>
    </Card>
  );

/** A list that is longer than what is shown here goes on where it is found by name and place. */
const All = ({ href, count }: { readonly href: string; readonly count: number }) => (
  <p class="lx-pad lx-actions">
    <ButtonLink look="soft" href={href}>
      {text("elder-pairing.board.all.of", { count })}
    </ButtonLink>
  </p>
);

/** Whole days since a day. */
const daysFrom = (day: string): number => Math.round((Date.parse(today()) - Date.parse(day)) / 86_400_000);

const Overdue = ({ board: { overdue, overdueCount } }: Pick<Read, "board">) => (
  <Card title={text("elder-pairing.board.overdueCount", { count: overdueCount })} isFlush>
    <DataTable
      label={text("elder-pairing.board.overdue")}
      rows={overdue}
      keyOf={(row) => `${row.elderId} ${row.dueOn}`}
      empty={<EmptyState why={text("elder-pairing.board.noOverdue")} />}
      columns={[
        {
          id: "elder",
          head: text("elder-pairing.col.elder"),
          cell: (row) => <a href={linkTo(row.elderId)}>{row.elder}</a>,
          sort: (row) => row.elder,
          onPhone: "title",
        },
        { id: "village", head: text("elder-pairing.col.village"), cell: (row) => row.village, sort: (row) => row.village },
        {
          id: "due",
          head: text("elder-pairing.col.due"),
          cell: (row) => text("elder-pairing.board.dueFor", { day: dayText(row.dueOn), days: daysFrom(row.dueOn) }),
          sort: (row) => row.dueOn,
        },
        {
          id: "helper",
          head: text("elder-pairing.col.helper"),
          cell: (row) => row.helper ?? text("elder-pairing.board.noHelper"),
          sort: (row) => row.helper ?? "",
        },
        {
          id: "level",
          head: text("elder-pairing.col.level"),
          cell: (row) => <Status kind={kindOfLevel(row.level)} word={word("level", row.level)} />,
          sort: (row) => row.level,
        },
      ]}
    />
    {overdueCount > overdue.length && <All href="/elder-pairing/elders?state=late" count={overdueCount} />}
  </Card>
);

/** Some of whom a yes is missing; all of them are on a page of their own. */
const Waiting = ({ board: { waiting, waitingCount }, onDone }: Pick<Read, "board"> & { readonly onDone: Reload }) =>
  waiting.length === 0 ? null : (
    <Card title={text("elder-pairing.board.waiting", { count: waitingCount })} isFlush>
      <WaitingTable label={text("elder-pairing.board.waiting", { count: waitingCount })} pairs={waiting.slice(0, waitingShown)} onDone={onDone} />
      <p class="lx-pad lx-actions">
        <ButtonLink look="soft" href="/elder-pairing/waiting">
          {text("elder-pairing.board.waitingAll", { count: waitingCount })}
        </ButtonLink>
      </p>
    </Card>
  );

const Handovers = ({ board: { handovers, handoverCount } }: Pick<Read, "board">) =>
  handovers.length === 0 ? null : (
    <Card title={text("elder-pairing.board.handovers")}>
      <ul>
        {handovers.map((one) => (
          <li key={one.id}>
            <a href={linkTo(one.elderId)}>{one.elder}</a> {dayText(one.openedOn)}{" "}
            <a href={addressOf("elder-pairing", "/handovers/:handoverId/sheet", { handoverId: one.id })} download>
              {text("elder-pairing.paper.handover")}
            </a>
          </li>
        ))}
      </ul>
      {handoverCount > handovers.length && <All href="/elder-pairing/elders?state=handover" count={handoverCount} />}
    </Card>
  );

/** 结对探访: is everybody cared for, what waits now, what is late. */
export default function BoardPage() {
  const [month, setMonth] = useState(thisMonth);
  const loaded = useLoaded(() => read(month), [month], { keepsOld: true });
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.board.heading")}>
        <ButtonLink href="/elder-pairing/elders">{text("elder-pairing.page.elders")}</ButtonLink>
        {mayAnywhere("elder-pairing.plan") && <ButtonLink href="/elder-pairing/cadres">{text("elder-pairing.page.cadres")}</ButtonLink>}
        <ButtonLink href="/elder-pairing/county">{text("elder-pairing.page.county")}</ButtonLink>
        {mayAnywhere("elder-pairing.plan") && <ButtonLink href="/elder-pairing/run">{text("elder-pairing.page.run")}</ButtonLink>}
        {mayAnywhere("elder-pairing.keepRegisters") && <ButtonLink href="/elder-pairing/registers">{text("elder-pairing.page.registers")}</ButtonLink>}
      </PageHead>
      <Await of={loaded} lines={8}>
        {(all) =>
          all.board.elders === 0 ? (
            <EmptyState why={text("elder-pairing.board.empty")}>
              {mayAnywhere("elder-pairing.plan") && <ButtonLink href="/elder-pairing/cadres">{text("elder-pairing.page.cadres")}</ButtonLink>}
              {mayAnywhere("elder-pairing.keepRegisters") && (
                <ButtonLink look="filled" href="/elder-pairing/registers">
                  {text("elder-pairing.page.registers")}
                </ButtonLink>
              )}
            </EmptyState>
          ) : (
            <>
              <Invariant {...all} month={month} onMonth={setMonth} />
              <LeftCard left={all.left} placeId={all.top?.id} onDone={loaded.reload} />
              <Alarms board={all.board} />
              <Waiting board={all.board} onDone={loaded.reload} />
              <Overdue board={all.board} />
              <Handovers board={all.board} />
              {all.places.length > 0 && mayAnywhere("elder-pairing.plan") && <AlertCard places={all.places} running={all.alerts} onDone={loaded.reload} />}
              {all.places.length > 0 && <PapersCard places={all.papers} />}
            </>
          )
        }
      </Await>
    </div>
  );
}
