/** What is said of the end of a series and of those that do not come every month. */
export const seriesPagesZhCN = {
  "series.every": "隔多久一次",
  "series.every.1": "每月",
  "series.every.2": "每两个月",
  "series.every.3": "每季度",
  "series.every.6": "每半年",
  "series.every.12": "每年",
  "series.everyRule": "{every}，{rule}",
  "series.end": "停办这个例会",
  "series.until": "最后一天",
  "series.endHint": "这天以后不再排。以前开过的会都留着。",
  "series.endSubmit": "定下最后一天",
  "series.ended": "例会到{day}为止",
  "series.goOn": "继续办下去",
  "series.noDates": "今后半年没有要开的。",
} as const;
