import type { LocalText } from '@yitang/domain/vocabulary';

/** 示范大学 is invented; the five digits of its code belong to no university. */
export const demoUniversity = {
  code: '99999',
  name: { zh: '示范大学', en: 'Shifan University' },
  /** Landlines of the demo begin 0571-0000: no local number begins with 0, so nobody can be rung by them. */
  helpPhone: '0571-00001000',
  timeZone: 'Asia/Shanghai',
} as const;

export interface DemoCampus {
  readonly code: string;
  readonly name: LocalText;
  readonly address: LocalText;
}

export const demoCampuses: readonly DemoCampus[] = [
  {
    code: 'mingde',
    name: { zh: '明德校区', en: 'Mingde Campus' },
    address: { zh: '示范市学府路 1 号（演示地址）', en: '1 Xuefu Road, Shifan City (demo address)' },
  },
  {
    code: 'zhiyuan',
    name: { zh: '致远校区', en: 'Zhiyuan Campus' },
    address: { zh: '示范市滨湖路 200 号（演示地址）', en: '200 Binhu Road, Shifan City (demo address)' },
  },
];
