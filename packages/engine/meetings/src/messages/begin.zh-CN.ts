/** The first run, steps 3 to 5. */
export const beginZhCN = {
  "begin.done": "已完成",
  "begin.todo": "未开始",
  "begin.verified": "已核实",
  "begin.unverified": "未核实",
  "begin.later": "前面办完再来",
  "begin.body": "3 议事会有谁",
  "begin.bodyWhy": "选样板：20 人左右，或自己定",
  "begin.bodyVerb": "设议事会",
  "begin.rules": "4 核对议事规则",
  "begin.rulesWhy": "公告提前 {notice} 天，{members} 人里到 {need} 人才能开",
  "begin.bodyFirst": "先设议事会",
  "begin.meeting": "5 开第一个会",
  "begin.meetingWhy": "可以开第一个会了",
  "begin.meetingVerb": "召集议事会",
  "begin.laterWhy": "要先有人，有议事会",
} as const;
