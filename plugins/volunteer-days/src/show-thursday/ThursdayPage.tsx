import { useEffect, useState } from "preact/hooks";
import { Await, ButtonLink, dateOf, dayText, EmptyState, Icon, loadSession, mayAnywhere, Notice, PageHead, t, timeText, useLoaded } from "@lianxin/web-kit";
import { Check, House, Info, MapPin } from "@lianxin/web-kit/icons";
import { readThursday, text, type Thursday, type ThursdayDay } from "../api.js";
import { useQueue } from "../check-in-self/use-queue.js";
import { JoinDone, type Joined } from "./JoinDone.js";
import { JoinForm } from "./JoinForm.js";
import { JoinSelf } from "./JoinSelf.js";
import { forget, recall } from "./recall.js";
import "./Thursday.css";

const Fact = ({ icon, children }: { readonly icon: typeof MapPin; readonly children: string }) => (
  <li>
    <Icon node={icon} size={18} />
    <span>{children}</span>
  </li>
);

const Hero = ({ day, takesPhotos }: { readonly day: ThursdayDay; readonly takesPhotos: boolean }) => (
  <section class="thursday-hero" aria-labelledby="thursday-title">
    <h1 id="thursday-title">{day.title}</h1>
    <p class="lx-num">
      <strong>
        {dayText(day.heldOn)} {timeText(day.startsAt)}–{timeText(day.endsAt)}
      </strong>
    </p>
    <ul>
      <Fact icon={MapPin}>{text("volunteer-days.thursday.meet", { place: day.meetingPoint })}</Fact>
      <Fact icon={House}>{text("volunteer-days.thursday.where", { sites: day.sites.map(({ name }) => name).join("、") })}</Fact>
      {day.work && <Fact icon={Check}>{text("volunteer-days.thursday.work", { work: day.work })}</Fact>}
      {day.tools && <Fact icon={Info}>{text("volunteer-days.thursday.tools", { tools: day.tools })}</Fact>}
      {day.hazards && <Fact icon={Info}>{text("volunteer-days.thursday.hazards", { hazards: day.hazards })}</Fact>}
      {day.isInsured && <Fact icon={Info}>{text("volunteer-days.thursday.insured")}</Fact>}
      <Fact icon={Info}>{text(takesPhotos ? "volunteer-days.photos.taken" : "volunteer-days.photos.none")}</Fact>
    </ul>
  </section>
);

/** How many came so far, and how many are missing, in numbers and as a bar. */
const Need = ({ day: { taken, most } }: { readonly day: ThursdayDay }) => (
  <div class="lx-stack thursday-need">
    <p>
      <span>{text("volunteer-days.thursday.taken", { count: taken })}</span>
      <strong>{most > taken ? text("volunteer-days.thursday.missing", { count: most - taken }) : text("volunteer-days.thursday.full")}</strong>
    </p>
    <progress max={most} value={taken} aria-label={text("volunteer-days.thursday.taken", { count: taken })} />
  </div>
);

const CalledOff = ({ notice }: { readonly notice: Thursday["notices"][number] }) => {
  const { heldOn, state, holiday, reason, words } = notice;
  const day = dayText(heldOn);
  if (state === "over") return <Notice>{text("volunteer-days.thursday.over", { day })}</Notice>;
  if (holiday && (state === "undecided" || reason === "holiday"))
    return <Notice>{text(state === "undecided" ? "volunteer-days.thursday.undecided" : "volunteer-days.thursday.holiday", { day, holiday })}</Notice>;
  return (
    <Notice kind="warning">{text("volunteer-days.thursday.cancelled", { day, why: words ?? (reason ? t(`volunteer-days.reason.${reason}`) : "") })}</Notice>
  );
};

interface OpenProps {
  readonly thursday: Thursday;
  readonly day: ThursdayDay;
  readonly onChanged: () => Promise<unknown>;
}
function Open({ thursday, day, onChanged }: OpenProps) {
  const [joined, setJoined] = useState<Joined | undefined>(undefined);
  const [before, setBefore] = useState(recall(day.id));
  const [isMore, openMore] = useState(false);
  if (joined) return <JoinDone joined={joined} day={day} thursday={thursday} />;
  const leave = async () => {
    setJoined(undefined);
    setBefore(recall(day.id));
    await onChanged();
  };
  const notMe = () => {
    forget(day.id);
    setBefore([]);
  };
  return (
    <>
      <Hero day={day} takesPhotos={thursday.takesPhotos} />
      <Need day={day} />
      {before.length > 0 && (
        <Notice kind="done">
          {before.map(({ link, number }) => (
            <p key={link}>
              {text("volunteer-days.thursday.known", { number })} <a href={link}>{text("volunteer-days.thursday.see")}</a>
            </p>
          ))}
          <p class="lx-actions">
            {!isMore && (
              <button type="button" class="lx-link" onClick={() => openMore(true)}>
                {text("volunteer-days.family.open")}
              </button>
            )}
            <button type="button" class="lx-link" onClick={notMe}>
              {text("volunteer-days.thursday.notMe")}
            </button>
          </p>
        </Notice>
      )}
      {(before.length === 0 || isMore) && (
        <>
          {before.length === 0 && <JoinSelf dayId={day.id} onDone={setJoined} onUndone={leave} />}
          <JoinForm day={day} thursday={thursday} onDone={setJoined} />
        </>
      )}
      <p class="lx-hint">
        <a href="/volunteer-days/turns">{text("volunteer-days.page.turns")}</a>
      </p>
    </>
  );
}

/** What else there is to sign up for. */
const Others = ({ others }: { readonly others: Thursday["others"] }) =>
  others.length === 0 ? null : (
    <nav aria-labelledby="thursday-others">
      <h2 id="thursday-others">{text("volunteer-days.thursday.others")}</h2>
      <ul class="thursday-others">
        {others.map(({ id, title, startsAt, endsAt }) => (
          <li key={id}>
            <a href={`/volunteer-days/thursday/${id}`}>
              {title} {dayText(dateOf(startsAt))} {timeText(startsAt)}–{timeText(endsAt)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

/** The day or series the address names, "" where it names none. */
const named = (): string => /\/thursday\/([^/]+)/.exec(location.pathname)?.[1] ?? "";

/** Nothing is planned: whoever is signed in and may plan finds the way to begin. */
function Nothing() {
  useEffect(() => void loadSession().catch(() => undefined), []);
  return (
    <>
      <PageHead title={text("volunteer-days.page.thursday")} />
      <EmptyState why={text("volunteer-days.thursday.none")}>
        {mayAnywhere("volunteer-days.plan") && <ButtonLink href="/volunteer-days/new">{text("volunteer-days.page.new")}</ButtonLink>}
      </EmptyState>
    </>
  );
}

/** For anyone who scanned the poster: when and where, how many are missing, two fields and one button. */
export default function ThursdayPage() {
  const of = named();
  // Whoever comes back by the poster sends what their phone still keeps of a sign-in.
  useQueue(() => Promise.resolve());
  const loaded = useLoaded(() => readThursday(of || undefined), [of]);
  return (
    <div class="lx-stack lx-reading thursday">
      <Await of={loaded}>
        {(thursday) => (
          <>
            {thursday.notices.map((notice) => (
              <CalledOff key={notice.heldOn} notice={notice} />
            ))}
            {thursday.day ? <Open key={thursday.day.id} thursday={thursday} day={thursday.day} onChanged={loaded.reload} /> : <Nothing />}
            <Others others={thursday.others} />
          </>
        )}
      </Await>
    </div>
  );
}
