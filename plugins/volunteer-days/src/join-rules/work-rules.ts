/** Which tasks volunteers may be given, as of a day; each entry is a word that a task contains. */
export interface WorkRules {
  readonly from: string;
  readonly citation: string;
  readonly isVerified: boolean;
  /** Not for volunteers at all: whoever sees such trouble writes it down, and it becomes a matter. */
  readonly never: readonly string[];
  /** Bodily danger: adults only, and only with accident insurance. */
  readonly risky: readonly string[];
  /** What minors may do. */
  readonly forMinors: readonly string[];
}

/** Local rules may replace these; each is dated, so that days before it keep the older one. */
export const shippedWorkRules: readonly WorkRules[] = [
  {
    from: "2021-01-01",
    citation: "《志愿服务条例》第十五条、第十七条；各地未成年人志愿服务规定",
    isVerified: false,
    never: ["高处", "登高", "电箱", "配电", "动火", "电焊", "大件", "拆除", "施工", "脚手架"],
    risky: ["河道", "水塘", "清淤", "执勤", "交通疏导", "夜间"],
    forMinors: ["绿化", "浇花", "传单", "宣传", "打扫", "捡拾"],
  },
];

/** The rules of a day: the newest that had begun. */
export function workRulesOn(day: string, rules: readonly WorkRules[] = shippedWorkRules): WorkRules {
  const begun = rules.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!begun) throw new Error(`No rules for tasks are known for ${day}. Maybe add those of that time.`);
  return begun;
}

/** The tasks of a team, "楼道、扶手" being two. */
export const splitTasks = (work: string): string[] => work.split(/[、，,；;\s]+/u).filter((task) => task !== "");

/** What is done at some sites, each task once. */
export const tasksAt = (sites: readonly { readonly work: string }[]): string[] => [...new Set(sites.flatMap(({ work }) => splitTasks(work)))];

const findWord = (work: string, words: readonly string[]): string | undefined => words.find((word) => work.includes(word));

/** The word of a task no volunteer may be given; undefined when there is none. */
export const findForbidden = (work: string, day: string): string | undefined => findWord(work, workRulesOn(day).never);

/** The word of a task with bodily danger; undefined when there is none. */
export const findRisk = (work: string, day: string): string | undefined => findWord(work, workRulesOn(day).risky);

/** The tasks of a team that a minor may do: none when adults alone may go there. */
export const tasksForMinors = (work: string, day: string): string[] =>
  splitTasks(work).filter((task) => findWord(task, workRulesOn(day).forMinors) !== undefined && findRisk(task, day) === undefined);

/** Bodily danger without an accident insurance that day: nobody may go (《志愿服务条例》第十七条). */
export const lacksInsurance = (
  { work, insuredFrom, insuredUntil }: { readonly work: string; readonly insuredFrom: string | null; readonly insuredUntil: string | null },
  day: string,
): boolean => findRisk(work, day) !== undefined && !(insuredFrom !== null && insuredUntil !== null && insuredFrom <= day && day <= insuredUntil);

/** Is a post closed to minors: by its own rule, or because nothing there is for them? */
export const isClosedToMinors = ({ isAdultsOnly, work }: { readonly isAdultsOnly: boolean; readonly work: string }, day: string): boolean =>
  isAdultsOnly || tasksForMinors(work, day).length === 0;

const turned = (tasks: readonly string[], turn: number): string[] => [...tasks.slice(turn % tasks.length), ...tasks.slice(0, turn % tasks.length)];

/**
 * A task for each who ever asked to come to a team, in that order: adults take turns with all of them, those for minors last, beginning with another one
 * each week (`turn`); minors take turns with what is for them. Nobody's depends on who comes after. O(people + tasks).
 */
export function shareTasks(people: readonly { readonly isAdult: boolean }[], work: string, day: string, turn: number): string[] {
  const light = tasksForMinors(work, day);
  const rest = splitTasks(work).filter((task) => !light.includes(task));
  const line = [...turned(rest, turn), ...turned(light, turn)];
  let [adults, minors] = [0, 0];
  return people.map(({ isAdult }) => (isAdult ? line[adults++ % line.length] : line[rest.length + (minors++ % light.length)]) ?? "");
}
