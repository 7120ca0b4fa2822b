export const lettersZhCN = {
  "letter.late.subject": "有探访到期了",
  "letter.late": "您结对的老人里有 {count} 位的探访已到期，请尽快去看看：{link}",
  "letter.digest.subject": "探访超期提醒",
  "letter.digest": "您负责的地方有 {count} 次探访超期，最长 {days} 天：{link}",
} as const;
