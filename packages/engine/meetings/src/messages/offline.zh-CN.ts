/** What the room says of what was recorded without a network, and of what could not be done. */
export const offlineZhCN = {
  "offline.kept": "没有网络，已记下 {count} 条",
  "offline.hint": "记在这台设备上，关掉页面也不会丢；没有网络时请不要刷新，页面会打不开。有网络时自动送出；人数和票数已按规则算在本页上。",
  "effect.unsent": "送出后才知道是否生效",
  "offline.list": "看记下了什么",
  "offline.votes": "{yes} 赞成、{no} 反对、{abstain} 弃权",
  "offline.forget": "不要了",
  "offline.send": "现在送出",
  "offline.refusedNow": "没有算进去，也列在“没有算进去的记录”里；改好了请再记一次",
  "offline.full": "没有网络，这台设备也存不下了",
  "offline.full.remedy": "请先记在纸上，有网络后再录入",
} as const;
