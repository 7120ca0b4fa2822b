export const planZhCN = {
  "page.week": "儿童活动",
  "plan.emergencyPlan": "应急预案",
  "plan.insurance": "保险",
  "plan.modeNote": "为什么不按最严的算",
  "sign.director": "儿童主任",
  "sign.community": "社区",
  "duty.1": "每一场至少两位没有亲属关系的大人，都查询过，查询不超过一年",
  "duty.2": "大人不够就不开；开着不够就停下来补人",
  "duty.3": "没有监护人书面同意，不登记孩子，不让孩子参加",
  "duty.4": "孩子只交给监护人本人或监护人写下的人，凭码交接；12 岁以上写明路线才能自己走",
  "duty.5": "发现孩子受伤害或有危险，立刻报派出所；这里只记“已报告”，不写内容",
  "duty.6": "孩子的资料只有儿童主任和当场带活动的人能看，看一次记一次",
} as const;
