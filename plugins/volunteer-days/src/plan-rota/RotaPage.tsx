import { useState } from "preact/hooks";
import { Await, Button, ButtonLink, Card, dayText, EmptyState, PageHead, Status, useLoaded } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { PosterButton } from "../invite-neighbours/PosterButton.js";
import { MoveDialog, type WishedMove } from "../move-person/MoveDialog.js";
import { dropTarget, type Movable } from "../move-person/MovablePerson.js";
import { sayTold, ToCall } from "../tell-volunteers/ToCall.js";
import { MissingYears } from "./MissingYears.js";
import { RotaCell } from "./RotaCell.js";
import "./Rota.css";

const readSeries = () => api("GET /series");
const readRota = (seriesId: string) => api("GET /series/:seriesId/rota", { params: { seriesId } });
export type Board = Awaited<ReturnType<typeof readRota>>;
export type BoardDay = Board["days"][number];

const isFree = ({ state, cells }: BoardDay): boolean => state === "open" && cells.some(({ proposed }) => proposed.length > 0);

/** What a date says in its head: the day, or why nobody meets. */
const DayHead = ({ day }: { readonly day: BoardDay }) => (
  <>
    <a href={`/volunteer-days/days/${day.id}`}>{dayText(day.heldOn)}</a>
    {day.state === "cancelled" && <Status kind="hold" word={day.holiday ?? text("volunteer-days.rota.off")} />}
    {day.state === "undecided" && <Status kind="gap" word={day.holiday ?? text("volunteer-days.rota.undecided")} />}
  </>
);

function Publish({ seriesId, days, onDone }: { readonly seriesId: string; readonly days: readonly BoardDay[]; readonly onDone: () => Promise<unknown> }) {
  const [isAsking, ask] = useState(false);
  const open = days.filter(isFree);
  if (open.length === 0) return null;
  const next = open[0]!;
  const day = dayText(next.heldOn);
  const names = next.cells.flatMap(({ proposed }) => proposed.map(({ name }) => name));
  const publish = async () => {
    const { placed, ...told } = await api("POST /series/:seriesId/rota/publish", { params: { seriesId }, body: { dayIds: [next.id] } });
    await onDone();
    sayTold(next.id, text("volunteer-days.rota.placed", { count: placed }), told);
  };
  return (
    <>
      <Button look="filled" onClick={() => ask(true)}>
        {text("volunteer-days.rota.publish", { day })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={text("volunteer-days.publish.title", { day })}
        verb={text("volunteer-days.publish.verb")}
        onConfirm={publish}
      >
        <p>{text("volunteer-days.publish.note", { count: names.length, names: names.join("、") })}</p>
      </ConfirmDialog>
    </>
  );
}

/** How many said yes, those of the reserve list apart, and how evenly they serve. */
const Fairness = ({ board: { before, after, people, reserve, days } }: { readonly board: Board }) => (
  <p>
    {people === 0 ? text("volunteer-days.rota.nobody") : text("volunteer-days.rota.people", { count: people })}{" "}
    {reserve > 0 && text("volunteer-days.rota.reserve", { count: reserve })}{" "}
    {people === 0 ? (
      <a href="/volunteer-days/people">{text("volunteer-days.rota.nobody.link")}</a>
    ) : (
      <>
        {text("volunteer-days.rota.spread", { least: after[0]!, most: after[1]!, before: before[1]! - before[0]!, after: after[1]! - after[0]! })}{" "}
        {text("volunteer-days.rota.strangers", { count: days.flatMap(({ cells }) => cells).filter(({ isStranger }) => isStranger).length })}
      </>
    )}
  </p>
);

/** What the numbers of a team say, as the first of the board that has a draft has them. */
function Legend({ days }: { readonly days: readonly BoardDay[] }) {
  const cells = days.filter(({ state }) => state === "open").flatMap((day) => day.cells);
  const cell = cells.find(({ proposed }) => proposed.length > 0) ?? cells[0];
  if (!cell) return null;
  const { taken, most, proposed } = cell;
  return (
    <p class="lx-hint">
      {text("volunteer-days.rota.legend", { taken, most })}
      {proposed.length > 0 && text("volunteer-days.rota.legend.draft", { count: proposed.length })}
    </p>
  );
}

/** Weeks below each other, sites side by side; a list by week on a phone. */
const Weeks = ({ board: { sites, days }, onMove }: { readonly board: Board; readonly onMove: Movable["onMove"] | undefined }) => (
  <div class="rota-frame">
    <table class="rota">
      <thead>
        <tr>
          <th scope="col">{text("volunteer-days.rota.day")}</th>
          {sites.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.id}>
            <th scope="row">
              <DayHead day={day} />
            </th>
            {day.cells.map((cell, i) => {
              const movable = onMove && { sites, dayId: day.id, onMove };
              return (
                <td key={cell.siteId} data-site={sites[i]!.name} {...(movable && dropTarget(movable, sites[i]!))}>
                  {day.state === "open" ? <RotaCell cell={cell} movable={movable} /> : "—"}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

function Series({ id, title }: { readonly id: string; readonly title: string }) {
  const loaded = useLoaded(() => readRota(id), [id], { keepsOld: true });
  const [move, setMove] = useState<WishedMove | undefined>(undefined);
  return (
    <Card title={title}>
      <Await of={loaded} lines={8}>
        {(board) => (
          <div class="lx-stack">
            <MissingYears years={board.missingYears} />
            {board.days.map(({ id: dayId, heldOn }) => (
              <ToCall key={dayId} dayId={dayId} heldOn={heldOn} />
            ))}
            {board.isWhole ? board.days.length > 0 && <Fairness board={board} /> : <p>{text("volunteer-days.rota.part")}</p>}
            <p class="lx-hint">{text("volunteer-days.rota.free")}</p>
            <div class="lx-actions">
              <PosterButton seriesId={id} />
              {board.mayPlan && <ButtonLink href={`/volunteer-days/series/${id}`}>{text("volunteer-days.page.series")}</ButtonLink>}
              {board.mayPlan && <Publish seriesId={id} days={board.days} onDone={loaded.reload} />}
            </div>
            <Legend days={board.days} />
            {board.days.length > 0 && <Weeks board={board} onMove={board.mayPlan ? setMove : undefined} />}
            {move && <MoveDialog move={move} onClose={() => setMove(undefined)} onDone={loaded.reload} />}
          </div>
        )}
      </Await>
    </Card>
  );
}

const NewLink = (look: { readonly look?: "filled" }) => (
  <ButtonLink {...look} href="/volunteer-days/new">
    {text("volunteer-days.page.new")}
  </ButtonLink>
);

/** The rota board: who is where in the next weeks, and who would fill the free places. */
export default function RotaPage() {
  const loaded = useLoaded(readSeries, []);
  const { mayPlan = false, series = [] } = loaded.value ?? {};
  const isWhole = mayPlan || series.some((one) => one.isWhole);
  return (
    <div class="lx-stack">
      <PageHead title={text("volunteer-days.page.rota")}>
        {isWhole && <ButtonLink href="/volunteer-days/people">{text("volunteer-days.page.people")}</ButtonLink>}
        {isWhole && <ButtonLink href="/volunteer-days/hours">{text("volunteer-days.page.hours")}</ButtonLink>}
        <ButtonLink href="/volunteer-days/thursday">{text("volunteer-days.page.thursday")}</ButtonLink>
        {mayPlan && <ButtonLink href="/volunteer-days/work-parts">{text("volunteer-days.page.parts")}</ButtonLink>}
        {mayPlan && series.length > 0 && <NewLink />}
      </PageHead>
      <Await of={loaded}>
        {({ series }) =>
          series.length === 0 ? (
            <EmptyState why={text(mayPlan ? "volunteer-days.rota.none" : "volunteer-days.rota.noneHere")}>{mayPlan && <NewLink look="filled" />}</EmptyState>
          ) : (
            series.map(({ id, title }) => <Series key={id} id={id} title={title} />)
          )
        }
      </Await>
    </div>
  );
}
