import type { MinutesPaper } from "./minutes-paper.js";
import type { RecordPaper } from "./write-record.js";

/** The minutes of the retaining wall, for tests and for looking at the pages. */
export const aMinutesPaper = (changes: Partial<MinutesPaper> = {}): MinutesPaper => ({
  title: "光明路社区莲心议事会会议纪要",
  number: "〔2026〕第 9 期",
  time: "2026年9月9日 15:00—16:30",
  place: "光明路社区二楼会议室",
  chair: "王秀珍",
  recorder: "李建平",
  present: ["王秀珍", "陈国强", "吴琴", "李建平", "何志远", "周桂兰", "赵明", "钱小红", "孙建国", "郑丽", "冯春生", "褚卫东", "蒋玉梅", "沈立", "韩雪", "杨帆"],
  nonVoting: ["刘工（县住建局）"],
  excused: ["许静", "吕伟", "施红", "张敏", "孔亮"],
  items: [
    {
      title: "小区东侧挡土墙坍毁的处理",
      explanation: "和平苑小区东侧挡土墙坍毁约 12 米，砸坏板房一间，无人受伤。\n现场已由网格长设置警戒线。",
      opinions: ["居民代表何志远：雨季将至，应先拆除危险部分。", "业委会主任陈国强：维修资金的使用须经业主大会表决。"],
      motion: {
        text: "按“先拆除清理、再砌筑重建”推进",
        expected: 21,
        present: 16,
        yes: 14,
        no: 1,
        abstain: 1,
        result: "赞成 14 票，超过实到 16 人的半数（14×2＞16），通过。",
      },
      decisions: [
        { text: "拆除危墙并清运建筑垃圾", lead: "和平苑物业", owner: "吴琴", supporting: ["业委会"], dueOn: "2026-09-20" },
        { text: "提出板房重建方案，启动维修资金表决", lead: "和平苑业委会", owner: "陈国强", supporting: ["光明路社区", "和平苑物业"], dueOn: "2026-10-20" },
        { text: "出具加固设计意见", lead: "县住建局", owner: "刘工", supporting: [], dueOn: "2026-09-30" },
        { text: "设置现场围挡并提醒居民绕行", lead: "居民代表", owner: "何志远", supporting: [], dueOn: "2026-09-10" },
      ],
    },
  ],
  leftovers: ["东侧排水沟的清理，待住建局意见出具后再议。"],
  signatures: ["主持人", "记录人"],
  issuer: "光明路社区居民委员会",
  issuedOn: "2026-09-10",
  layout: "plain",
  stamp: "2026-09-10T01:00:00Z",
  ...changes,
});

/** The record of the same meeting. */
export function aRecordPaper(changes: Partial<RecordPaper> = {}): RecordPaper {
  const { time, place, chair, recorder, present, excused, items, stamp } = aMinutesPaper();
  const [item] = items;
  const attendance = present.map((name, n) => ({ name, party: n < 4 ? "社区" : "居民代表", standing: "代表", stay: n === 5 ? "15:20—16:30" : "14:50—16:30" }));
  return {
    ...{ time, place, chair, recorder, excused, stamp },
    title: "光明路社区莲心议事会会议记录",
    number: "2026 年第 9 次",
    expected: 21,
    attendance: [...attendance, { name: "刘工", party: "县住建局", standing: "列席", stay: "15:00—16:30" }],
    items: [
      {
        title: item!.title,
        explanation: item!.explanation,
        speeches: [
          { name: "何志远", party: "居民代表", words: "雨季将至，应先拆除危险部分。" },
          { name: "陈国强", party: "业委会", words: "维修资金的使用须经业主大会表决。" },
        ],
        motions: [item!.motion!],
        outcomes: ["吴琴（和平苑物业）认领：拆除危墙并清运建筑垃圾，2026年9月20日前。", "刘工（县住建局）认领：出具加固设计意见，2026年9月30日前。"],
      },
    ],
    signatures: ["主持人", "记录人", "到会代表", "到会代表"],
    recordedOn: "2026-09-09",
    recordId: "M-2026-009",
    ...changes,
  };
}
