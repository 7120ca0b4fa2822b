import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../group-by.js";
import type { consentsOf } from "../keep-safe/session.repository.js";
import type { ActivitiesContext, ActivitiesDb } from "../plugin.js";

type Answer = Awaited<ReturnType<typeof consentsOf>>[number];

/** The activities of some homes that are not over, by home: what a guardian can agree to for itself. One query. */
export async function activitiesOf(db: ActivitiesDb, homeIds: readonly string[], today: string) {
  const rows = await everywhere(db, "children_activities_programme", "the activities of homes whose children were reached before")
    .select(["id", "homeId", "title"])
    .where("homeId", "in", ["none", ...homeIds])
    .where("untilOn", ">=", today)
    .orderBy("fromOn")
    .orderBy("id")
    .execute();
  return groupBy(rows, ({ homeId }) => homeId);
}

/** Of what guardians said, oldest first, what stands now for one activity alone or until a day; what was said later about the same, or about all, takes its place. */
export function limitedAnswers(said: readonly Answer[], titles: ReadonlyMap<string, string>, { clock }: Pick<ActivitiesContext, "clock">) {
  const [today, now] = [clock.today(), clock.now()];
  const standing = groupBy(said, ({ guardianId, purpose }) => `${guardianId} ${purpose}`);
  return [...standing.values()].flatMap((answers) => {
    const general = answers.findLastIndex(({ programmeId }) => programmeId === null);
    const own = [...groupBy(answers, ({ programmeId }) => programmeId).values()].map((group) => group.at(-1)!);
    return own
      .filter(({ programmeId, untilOn }) => (programmeId === null ? untilOn !== null : titles.has(programmeId)))
      .filter((one) => answers.indexOf(one) >= general)
      .filter(({ withdrawnAt, untilOn }) => !(withdrawnAt !== null && withdrawnAt <= now) && (untilOn === null || untilOn >= today))
      .map(({ guardianId, purpose, programmeId, untilOn, answer }) => ({
        ...{ guardianId, purpose, untilOn, isYes: answer === "yes" },
        activity: programmeId === null ? null : titles.get(programmeId)!,
      }));
  });
}
