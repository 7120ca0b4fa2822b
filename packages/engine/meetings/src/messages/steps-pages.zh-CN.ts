/** What is said where required steps are started and stopped. */
export const stepsPagesZhCN = {
  "error.chainElsewhere": "这件事不在“{place}”范围里",
  "error.chainElsewhere.remedy": "请选这件事所在的地方，或它上面的一级",
  "steps.where": "在哪里走",
  "steps.decides": "{place}（由{body}决议）",
  "steps.startHint": "开始以后，前面缺一步，决议就不生效。",
  "steps.started": "已开始走步骤",
  "steps.nextIs": "下一步：{step}",
  "steps.matter": "看这件事",
  "steps.see": "看每一步",
  "steps.noMatters": "没有等着议的事。先登记、受理，再开始走步骤。",
  "steps.notHere": "这件事所在的地方没有村民会议或村民代表会议，不用走这些步骤。",
  "steps.stop": "不再走这些步骤",
  "steps.stopWhy": "为什么不再走",
  "steps.stopHint": "已办的步骤都留着。还没有生效的决议不会因此生效。",
} as const;
