import { Card, dayText, EmptyState, Status, SummaryList } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import { hoursText } from "./hours-text.js";
import "./Home.css";

export const readHome = (homeId: string) => api("GET /homes/:homeId", { params: { homeId } });
export type Home = Awaited<ReturnType<typeof readHome>>;
type Person = Home["staff"][number];

const standing = { vetted: "done", none: "gap", expired: "late", notClear: "late", notNow: "gap" } as const;

function StaffRow({ person }: { readonly person: Person }) {
  const { name, kind, leads, vetting, checkedUntil, firstAidUntil, trainedOn } = person;
  return (
    <li class="home-person">
      <strong>{name}</strong>
      <span>{leads ? told("adult", "director") : told("adult", kind)}</span>
      <Status kind={standing[vetting as "vetted"]} word={told("vetting", vetting, { day: checkedUntil ? dayText(checkedUntil, { year: true }) : "" })} />
      <span class="lx-hint">
        {[
          firstAidUntil && text("children-activities.adults.aid", { day: dayText(firstAidUntil, { year: true }) }),
          trainedOn ? text("children-activities.adults.trained", { day: dayText(trainedOn, { year: true }) }) : text("children-activities.adults.untrained"),
        ]
          .filter(Boolean)
          .join("，")}
      </span>
    </li>
  );
}

/** What a home is: its rooms, hours and equipment, and who may be with children there. */
export function HomeCard({ home }: { readonly home: Home }) {
  const list = (words: readonly string[]): string => words.join("、") || text("children-activities.home.notSaid");
  const rows = [
    { label: text("children-activities.home.director"), value: home.director },
    { label: text("children-activities.home.rooms"), value: list(home.rooms) },
    { label: text("children-activities.home.hours"), value: hoursText(home.hours) || text("children-activities.home.anyTime") },
    { label: text("children-activities.home.equipment"), value: list(home.equipment) },
    { label: text("children-activities.home.seats"), value: String(home.seats) },
  ];
  return (
    <div class="home-facts">
      <Card title={text("children-activities.home.facts")}>
        <SummaryList rows={rows} />
      </Card>
      <Card title={text("children-activities.home.staff", { count: home.staff.length })}>
        {home.staff.length === 0 ? (
          <EmptyState why={text("children-activities.adults.none")} />
        ) : (
          <ul class="home-people">
            {home.staff.map((person) => (
              <StaffRow key={person.id} person={person} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
