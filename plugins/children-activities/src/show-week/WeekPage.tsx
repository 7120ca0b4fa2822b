import { useSignal } from "@preact/signals";
import { Await, Button, ButtonLink, Card, dayText, mayAnywhere, PageHead, Status, timeText, useLoaded } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { NoHome } from "../keep-homes/NoHome.js";
import "./Week.css";

/** What the reader's office shows, and the homes they answer for; without an office those alone. */
function read(day: string) {
  const query = day ? { day } : {};
  return mayAnywhere("children-activities.see") ? api("GET /week", { query }) : api("GET /mine/week", { query });
}
type Week = Awaited<ReturnType<typeof read>>;
type Session = Week["homes"][number]["sessions"][number];

const shift = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** How a session stands, in a word: what is broken first. */
function Standing({ state, violations }: Session) {
  if (violations.length > 0 && state !== "closed")
    return <Status kind={state === "open" ? "late" : "gap"} word={told("rule", `${violations[0]!.code}.short`)} />;
  const kind = ({ planned: "todo", published: "track", open: "check", closed: "done", lapsed: "gap" } as const)[state as "planned"];
  return <Status kind={kind ?? "hold"} word={told("session", state)} />;
}

const Cell = ({ session }: { readonly session: Session }) => (
  <li class="week-session">
    <a href={`/children-activities/${session.state === "planned" ? `programmes/${session.programmeId}` : `sessions/${session.id}`}`}>{session.title}</a>
    <span class="lx-num">
      {timeText(session.startsAt)}–{timeText(session.endsAt)}
    </span>
    <span class="lx-hint lx-num">
      {text(session.state === "closed" ? "children-activities.week.came" : "children-activities.week.figures", {
        children: session.children,
        places: session.places,
        adults: session.adults,
      })}
    </span>
    <Standing {...session} />
  </li>
);

/** Homes below each other, days side by side; day by day on a phone. */
function Table({ week }: { readonly week: Week }) {
  const days = Array.from({ length: 7 }, (_, i) => shift(week.from, i));
  return (
    <div class="week-frame" tabIndex={0} role="region" aria-label={text("children-activities.page.week")}>
      <table class="week">
        <thead>
          <tr>
            <th scope="col">{text("children-activities.week.home")}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {dayText(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.homes.map((home) => (
            <tr key={home.id}>
              <th scope="row">
                <a href={`/children-activities/homes/${home.id}`}>{home.name}</a>
                {home.closedOn !== null && <p class="lx-hint">{text("children-activities.week.closedOn", { day: dayText(home.closedOn) })}</p>}
              </th>
              {days.map((day) => {
                const own = home.sessions.filter(({ heldOn }) => heldOn === day);
                return (
                  <td key={day} data-day={dayText(day)} data-empty={own.length === 0}>
                    <ul>
                      {own.map((session) => (
                        <Cell key={session.id} session={session} />
                      ))}
                    </ul>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The way to homes that closed of late. */
function ClosedHomes({ homes }: { readonly homes: Week["closed"] }) {
  return homes.length === 0 ? null : (
    <ul class="week-mine">
      {homes.map(({ id, name, closedOn }) => (
        <li key={id}>
          <a href={`/children-activities/homes/${id}`}>{name}</a>{" "}
          <span class="lx-hint">{text("children-activities.week.closedOn", { day: dayText(closedOn, { year: true }) })}</span>
        </li>
      ))}
    </ul>
  );
}

function Calendar() {
  const day = useSignal("");
  const loaded = useLoaded(() => read(day.value), [day.value], { keepsOld: true });
  return (
    <Await of={loaded} lines={8}>
      {(week) => {
        const sessions = week.homes.flatMap((home) => home.sessions);
        const gaps = sessions.filter(({ violations, state }) => (violations.length > 0 && state !== "closed") || state === "lapsed").length;
        return (
          <Card
            title={text("children-activities.week.span", { from: dayText(week.from), until: dayText(week.until) })}
            aside={
              <span class="lx-actions">
                <Button look="plain" onClick={() => (day.value = shift(week.from, -7))}>
                  {text("children-activities.week.before")}
                </Button>
                <Button look="plain" onClick={() => (day.value = shift(week.from, 7))}>
                  {text("children-activities.week.after")}
                </Button>
              </span>
            }
          >
            <p>{text("children-activities.week.sum", { homes: week.homes.length, sessions: sessions.length, gaps })}</p>
            {week.homes.length > 0 && <Table week={week} />}
            {!week.homes.some(({ closedOn }) => closedOn === null) && <NoHome hadOne={week.homes.length + week.closed.length > 0} />}
            <ClosedHomes homes={week.closed} />
          </Card>
        );
      }}
    </Await>
  );
}

const readMine = () => api("GET /mine");
type Loaded = ReturnType<typeof useLoaded<Awaited<ReturnType<typeof readMine>>>>;

function Mine({ loaded }: { readonly loaded: Loaded }) {
  return (
    <Await of={loaded}>
      {({ homes, sessions }) =>
        homes.length + sessions.length === 0 ? null : (
          <Card title={text("children-activities.mine.title")}>
            <ul class="week-mine">
              {homes.map(({ id, name, closedOn, keptUntil, children }) => (
                <li key={id}>
                  <a href={`/children-activities/homes/${id}`}>{name}</a>{" "}
                  {closedOn === null ? (
                    <span class="lx-hint">{text("children-activities.mine.home")}</span>
                  ) : (
                    <Status
                      kind="gap"
                      word={text("children-activities.mine.closed", {
                        count: children,
                        day: dayText(closedOn, { year: true }),
                        until: dayText(keptUntil!, { year: true }),
                      })}
                    />
                  )}
                </li>
              ))}
              {sessions.map(({ id, heldOn, startsAt, title, state, isLeftOpen }) => (
                <li key={id}>
                  <a href={`/children-activities/sessions/${id}`}>
                    {dayText(heldOn)} {timeText(startsAt)} {title}
                  </a>{" "}
                  {isLeftOpen ? (
                    <Status kind="late" word={text("children-activities.today.leftOpen")} />
                  ) : (
                    <span class="lx-hint">{told("session", state)}</span>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Await>
  );
}

/** The week over all homes, and what one leads oneself. */
export default function WeekPage() {
  const mine = useLoaded(readMine, []);
  const homes = mine.value?.homes ?? [];
  const directs = homes.some(({ closedOn }) => closedOn === null);
  return (
    <div class="lx-stack">
      <PageHead title={text("children-activities.page.week")}>
        {mayAnywhere("children-activities.see") && <ButtonLink href="/children-activities/adults">{text("children-activities.page.adults")}</ButtonLink>}
        {mayAnywhere("children-activities.see") && <ButtonLink href="/children-activities/year">{text("children-activities.page.year")}</ButtonLink>}
        {mayAnywhere("children-activities.confirm") && (
          <ButtonLink href="/children-activities/open-home">{text("children-activities.page.openHome")}</ButtonLink>
        )}
        <ButtonLink href="/children-activities/notice">{text("children-activities.page.notice")}</ButtonLink>
        {(directs || mayAnywhere("children-activities.plan")) && (
          <ButtonLink look="filled" href="/children-activities/new">
            {text("children-activities.page.new")}
          </ButtonLink>
        )}
      </PageHead>
      <Mine loaded={mine} />
      {(homes.length > 0 || mayAnywhere("children-activities.see")) && <Calendar />}
    </div>
  );
}
