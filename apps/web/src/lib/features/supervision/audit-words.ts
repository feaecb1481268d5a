const targetWords: Readonly<Record<string, string>> = {
  account: '账号',
  audit: '审计记录',
  calendar: '工作日历',
  case: '办件',
  certificate: '证明',
  draft: '草稿',
  endpoint: '接口',
  grant: '授权',
  import: '导入',
  inbox: '待办列表',
  invitation: '家长授权',
  job: '任务',
  'machine-client': '接入系统',
  material: '材料',
  matter: '事项',
  batch: '批次',
  'matter-draft': '事项草稿',
  'catalog-import': '清单导入',
  'search-answer': '搜索直达',
  notice: '消息',
  person: '人员',
  rating: '评价',
  session: '登录',
  synonym: '同义词',
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})$/;

/** `case:0193…9868` → 办件 …9868: enough to tell lines apart; the whole is in the link and its title. */
export function targetText(target: string): string {
  const colon = target.indexOf(':');
  if (colon < 0) return target;
  const [kind, id] = [target.slice(0, colon), target.slice(colon + 1)];
  const tail = uuid.exec(id)?.[1];
  return `${targetWords[kind] ?? kind} ${tail === undefined ? id : `…${tail.slice(-6)}`}`;
}

/** A person's name as it is; a job of the system by its kind; a program by what is left of its id. */
export function actorText(actor: string): {
  readonly kind: 'person' | 'system' | 'program' | 'nobody';
  readonly name: string;
} {
  if (actor === 'anonymous') return { kind: 'nobody', name: '' };
  if (actor.startsWith('client:system:')) return { kind: 'system', name: actor.slice('client:system:'.length) };
  if (actor.startsWith('client:')) return { kind: 'program', name: targetText(`machine-client:${actor.slice(7)}`) };
  return { kind: 'person', name: actor };
}

/** 2026-11-23 20:59:07 in the university's zone: order and seconds are what is compared here. */
export function exactTime(instant: string, timeZone: string): string {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(instant));
}
