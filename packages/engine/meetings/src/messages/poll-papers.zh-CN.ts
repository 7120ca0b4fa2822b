/** What is said of spoilt papers, of papers handed out by mistake and of the sheet they are counted on. */
export const pollPapersZhCN = {
  "error.paperNotHanded": "“{unit}”没有领过纸票",
  "error.paperNotHanded.remedy": "请看名册上谁领了票；已在网上投的不能撤销",
  "error.boxCounted": "票箱已经清点，领票不能再撤销",
  "error.boxCounted.remedy": "数错了请重新清点票箱",
  "poll.spoilt": "废票的原因",
  "poll.spoiltOne": "{reason}：{papers} 张",
  "poll.settled": "交了两次的",
  "poll.settledOne": "{unit}：{way}的那张作废。{reason}",
  "poll.way.paper": "纸票",
  "poll.way.online": "网上投",
  "poll.takeBack": "没有领，撤销",
  "poll.printTally": "打印计票表",
  "poll.delegatedFor": "已托{name}投（凭：{proof}）",
  "tally.delegated": "{unit} 托 {name} 投，凭：{proof}",
  "tally.invalid": "另有废票 {invalid} 张。",
} as const;
