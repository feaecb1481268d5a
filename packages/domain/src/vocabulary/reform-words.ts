/** 减材料, 减环节, 减时间, 减跑动, 减层级, 减前置条件: what a matter asks of people, fewer is better. */
export const burdenMeasures = ['materials', 'steps', 'days', 'visits', 'levels', 'preconditions'] as const;
export type BurdenMeasure = (typeof burdenMeasures)[number];

/** Ways that spare people a trip: 网办, 掌办, 邮寄, 自助终端, 预约, 网上支付, 结果寄递, 电子结果, 自提柜, 跨校区通办. */
export const addedServices = [
  'online',
  'mobile',
  'post',
  'kiosk',
  'booking',
  'online-payment',
  'posted-result',
  'electronic-result',
  'locker',
  'all-campuses',
] as const;
export type AddedService = (typeof addedServices)[number];

/** 承诺体检: how a matter keeps what its guide promises; `unknown`: too few cases to say. */
export const healthStates = ['broken', 'attention', 'unknown', 'good'] as const;
export type HealthState = (typeof healthStates)[number];

/** In what a matter may differ from its guide. */
export const promiseReasons = [
  'late', // decided after the promised day
  'extra-steps', // went through more stages than the guide tells
  'unlisted-material', // a material was asked for that the guide does not list
  'unneeded-material', // a material was asked for that the university has or makes itself
  'asked-again', // the same thing was asked for twice in one case
  'often-corrected', // one thing is asked for again and again over many cases
  'counter-closed', // people came and nobody was there
  'counter-only', // said to be online, all cases came over the counter
  'abandoned-online', // begun online and left
  'extra-trips', // more trips than declared
] as const;
export type PromiseReason = (typeof promiseReasons)[number];

/** Of an audited matter: all of its cases, those decided, with a known day, sent back, lengthened, with known trips. */
export const healthShows = ['received', 'decided', 'timed', 'corrected', 'extended', 'known'] as const;
export type HealthShow = (typeof healthShows)[number];

/** What a proposed change of a guide does about a correction that keeps coming back. */
export const proposalKinds = [
  'add-sample', // show a sample of the material
  'clarify-material', // say what is accepted
  'list-material', // the guide does not list what is really asked for
  'stop-asking', // the guide says that the university has it: stop asking
  'check-in-form', // let the form check the answer before it is sent
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** `published`: waits for enough cases to be measured. */
export const proposalStates = ['open', 'accepted', 'rejected', 'published', 'measured'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Matters behind a figure of what became less: `known` states it on both days, `comparable` was there on both. */
export const reductionShows = [
  'lighter',
  'heavier',
  'all',
  'comparable',
  'known',
  'unknown',
  'instant',
  'is-instant',
  'services',
  'new',
  'merged',
  'retired',
] as const;
export type ReductionShow = (typeof reductionShows)[number];
