/** What people did, as the record of deeds says it. */
export const deedsZhCN = {
  "deed.ask.accept": "志愿者答应值班",
  "deed.ask.decline": "志愿者谢绝值班",
  "deed.duty.take": "领取值班",
  "deed.programme.fill": "排志愿者",
  "deed.standIns.ask": "找人替班",
  "deed.ask.asked": "请志愿者值班",
  "deed.ask.placed": "安排志愿者值班",
  "deed.ask.off": "取消值班",
} as const;
