export const lettersZhCN = {
  "letter.late.subject": "有探访到期了",
  "letter.late": "您结对的老人里有 {count} 位的探访已到期，请尽快去看看：{link}",
  "letter.paired.subject": "您结对的老人有变化",
  "letter.paired": "您新当 {primary} 位老人的 A 角、{backup} 位的 B 角，临时代管 {cover} 位。请打开看看，愿意当 A 角的请点“我愿意”：{link}",
  "letter.standIn.subject": "这几天由您管",
  "letter.standIn": "您当 B 角的 {count} 位老人，A 角请假到 {day}，这几天由您看望：{link}",
  "letter.digest.subject": "探访超期提醒",
  "letter.digest": "您负责的地方有 {count} 位老人的探访超期，最长 {days} 天：{link}",
} as const;
