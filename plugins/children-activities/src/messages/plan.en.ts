export const planEn = {
  "page.week": "Children's activities",
  "plan.emergencyPlan": "emergency plan",
  "plan.insurance": "insurance",
  "plan.modeNote": "why not the strictest way of counting",
  "sign.director": "The children's director",
  "sign.community": "The community",
  "duty.1": "At every session two unrelated adults, each checked within a year",
  "duty.2": "With too few adults nothing opens; when there get too few, it stops until there are enough",
  "duty.3": "No child is written down or takes part without a guardian's written consent",
  "duty.4": "Children go home only with a guardian or whom a guardian named, by code; from 12 on alone when the way is written down",
  "duty.5": "Harm or danger is reported to the police at once; here stands only that it was, never what",
  "duty.6": "Children's data are read only by the children's director and who leads at that moment, and each reading is logged",
} as const;
