/** What whoever raised a matter is told of the promises made for it. */
export const promisesZhCN = {
  "follow.owner": "{title}；责任单位：{organization}；责任人：{person}；{day}前",
  "follow.unit": "{title}；责任单位：{organization}；{day}前",
  "follow.goesOn": "这次会议同意了，还要由有权的会议决议，再提上会",
  "follow.restored": "{title}：前面误撤了，现已恢复，继续办",
  "follow.done": "{title}：已经办好，核验过了",
  "takeOver.title": "不开会就能办？",
  "takeOver.what": "要办什么",
  "takeOver.standard": "怎样算办好",
  "takeOver.standard.hint": "例如：不再渗漏，三户都看过",
  "takeOver.submit": "开一件任务，找人认领",
} as const;
