/** GB/T 39046-2020 A.5 plus the kiosk. */
export const channels = ['counter', 'online', 'mobile', 'post', 'kiosk', 'other'] as const;
export type Channel = (typeof channels)[number];

/** GB/T 39046-2020 A.6: 1 即办件, 2 承诺件, 9 其他. */
export const projectTypes = ['instant', 'promised', 'other'] as const;
export type ProjectType = (typeof projectTypes)[number];

/** 网办深度 as Zhejiang counts it: 4 = 全程网办 and so no visit. */
export const onlineDepths = [1, 2, 3, 4] as const;
export type OnlineDepth = (typeof onlineDepths)[number];

/** Where a required datum comes from; exactly one for each material. */
export const sourceModes = ['shared', 'own', 'applicant'] as const;
export type SourceMode = (typeof sourceModes)[number];

/** 必要性: 1 必要, 2 非必要, 3 容缺后补. */
export const necessities = ['required', 'optional', 'tolerable'] as const;
export type Necessity = (typeof necessities)[number];

export const resultDeliveries = ['counter', 'post', 'electronic', 'kiosk', 'locker'] as const;
export type ResultDelivery = (typeof resultDeliveries)[number];

/** 主题: by the stage of life on campus and by what it is about. */
export const lifeEvents = ['enrolment', 'studying', 'graduation', 'joining', 'working', 'leaving', 'visiting'] as const;
export type LifeEvent = (typeof lifeEvents)[number];
