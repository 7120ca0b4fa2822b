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

/**
 * A task for each of a team, in the order given: minors take what is for them, the others the tasks fewest have so far, beginning with another one
 * each week (`turn`). O(people · tasks).
 */
export function shareTasks(people: readonly { readonly isAdult: boolean }[], work: string, day: string, turn: number): string[] {
  const tasks = splitTasks(work);
  const start = tasks.length === 0 ? 0 : turn % tasks.length;
  const line = [...tasks.slice(start), ...tasks.slice(0, start)];
  const light = new Set(tasksForMinors(work, day));
  const counts = new Map(line.map((task) => [task, 0]));
  const take = (allowed: readonly string[]): string => {
    const task = [...allowed].sort((a, b) => counts.get(a)! - counts.get(b)!)[0] ?? "";
    if (task) counts.set(task, counts.get(task)! + 1);
    return task;
  };
  const given = people.map(({ isAdult }) => (isAdult ? undefined : take(line.filter((task) => light.has(task)))));
  return given.map((task) => task ?? take(line));
}
