/** What is said about who chairs a meeting. */
export const chairZhCN = {
  "error.chairFixed": "会已经开了，主持人不能再换",
  "error.chairFixed.remedy": "会上换人主持的，请写进会议记录",
  "error.chairWrong": "这个人没有被请来，也不负责这个地方",
  "error.chairWrong.remedy": "请先把他请到会上，或另选一位主持人",
  "chair.heading": "谁主持？",
  "chair.who": "主持人",
  "chair.hint": "会议记录和纪要写这个人的名字；平票时的决定票也归他。开会前可以换。",
  "chair.choose": "请选一位",
  "chair.named": "主持人已换",
} as const;
