import type { Basis, Fee, MaterialRequirement } from '../catalog/index.ts';
import { parseYuan } from '../vocabulary/index.ts';
import { readDays } from './read-values.ts';

/** What one item of a cell says; the readers of cells put it together with what is known already. */

/** What stands in the brackets at the end, which may hold others, and what stands before; both empty where there are none. */
function withBrackets(item: string): readonly [name: string, note: string] {
  if (!/[)）]$/u.test(item)) return ['', ''];
  let depth = 0;
  for (let at = item.length - 1; at > 0; at -= 1) {
    const sign = item[at] ?? '';
    if (/[)）]/u.test(sign)) depth += 1;
    else if (/[（(]/u.test(sign)) depth -= 1;
    if (depth === 0) return [item.slice(0, at).trim(), item.slice(at + 1, -1).trim()];
  }
  return ['', ''];
}

type Stated = Partial<
  Pick<MaterialRequirement, 'originals' | 'copies' | 'necessity' | 'form' | 'pageFormat' | 'isFilledOnSite'>
>;

export interface ReadMaterial {
  readonly name: string;
  readonly stated: Stated;
  /** What it is asked for. */
  readonly why?: string;
  /** The system that has it already. */
  readonly sharedFrom?: string;
}

/** 身份证（原件1份，复印件2份，容缺，用途：核对身份）: the name, and what the brackets say. The purpose comes last. */
export function readMaterial(item: string): ReadMaterial {
  const [name, note] = withBrackets(item);
  const [said = '', why = ''] = note.split(/[，,；;、]?\s*用途\s*[:：]\s*/u, 2).map((part) => part.trim());
  const [, sharedFrom = ''] = /(?:共享|数据来源)\s*[:：]\s*([^，,；;]+)/u.exec(said) ?? [];
  const stated: Stated = {
    ...countOf(said, /原件\s*(\d{0,2})/u, 'originals'),
    ...countOf(said, /复印件\s*(\d{0,2})/u, 'copies'),
    ...(/容缺/u.test(said)
      ? { necessity: 'tolerable' }
      : /非必|可选|如有|选交/u.test(said)
        ? { necessity: 'optional' }
        : {}),
    ...pageFormatOf(said),
    ...(/(?:本人)?现场填写/u.test(said) ? { isFilledOnSite: true } : {}),
    ...(/电子/u.test(said) ? { form: 'electronic' } : /纸质/u.test(said) ? { form: 'paper' } : {}),
  };
  const more = { ...(why === '' ? {} : { why }), ...(sharedFrom === '' ? {} : { sharedFrom: sharedFrom.trim() }) };
  const isSaid = Object.keys(stated).length + Object.keys(more).length > 0;
  return isSaid ? { name, stated, ...more } : { name: item, stated };
}

const pageFormatOf = (said: string): Stated => {
  const [, pageFormat = ''] = /规格\s*[:：]\s*([^，,；;、]{1,40})/u.exec(said) ?? [];
  return pageFormat.trim() === '' ? {} : { pageFormat: pageFormat.trim() };
};

const countOf = (note: string, said: RegExp, field: 'originals' | 'copies'): Stated => {
  const found = said.exec(note);
  return found === null ? {} : { [field]: found[1] === '' ? 1 : Number(found[1]) };
};

export interface ReadStep {
  readonly name: string;
  readonly by?: string;
  /** Working days. */
  readonly days?: number;
}

/** Who does something: an office, a post, the applicant, or a system. */
const doer =
  /(?:处|部|院|科|室|办|办公室|中心|大厅|窗口|台|馆|管理|社|所|组|队|会|委|岗|系统|终端|人|员|老师|教师|导师|领导|书记|长|主任|医生|机构|学生|家长|单位|部门|银行|公司)$/u;

/**
 * 审核（学籍管理科，2个工作日）: who does it, and how long it takes. Brackets that say something else belong to the name,
 * unless the step is known without them.
 */
export function readStep(item: string, isKnown: (name: string) => boolean = () => false): ReadStep {
  const [name, note] = withBrackets(item);
  const parts = note
    .split(/[，,；;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const limits = parts.map((part) => (/日|天|即办|当场|即时/u.test(part) ? readDays(part) : undefined));
  // Beside a limit stands who keeps it.
  const isSure = isKnown(name) || limits.some((days) => typeof days === 'number');
  const read = parts.map((part, at) => {
    const days = limits[at];
    return typeof days === 'number' ? { days } : isSure || doer.test(part) ? { by: part } : undefined;
  });
  if (name === '' || parts.length === 0 || read.includes(undefined)) return { name: item };
  return read.reduce<ReadStep>((said, part) => ({ ...said, ...part }), { name });
}

/** 《…办法》（浙教人〔2018〕105号）第三条: title, number and article; brackets may be missing. */
export function readBasis(item: string): Basis {
  const [, title = '', rest = ''] = /^《([^》]{1,198})》(.*)$/su.exec(item) ?? [];
  if (title === '') return item.length <= 200 ? { title: item } : { title: `${item.slice(0, 199)}…`, text: item };
  const docNo =
    /^\s*[（(]([^（()）]*号)[)）]/u.exec(rest)?.[1] ??
    /^\s*([^（()）第]*(?:〔[^〕]*〕|第)\s*\d+\s*号)/u.exec(rest)?.[1];
  const article = /(第[一二三四五六七八九十百零\d]+条.*)$/su.exec(rest)?.[1]?.trim();
  return {
    title,
    ...(docNo === undefined ? {} : { docNo: docNo.trim().slice(0, 100) }),
    ...(article === undefined ? {} : { article: article.slice(0, 100) }),
  };
}

/** 工本费20元/份（依据：…）: what is paid for, how much, and after which rule. */
export function readFee(item: string): (Pick<Fee, 'name' | 'amountFen'> & Partial<Pick<Fee, 'basis'>>) | undefined {
  const [, fee = item, basis] = /^(.*?)\s*[（(]\s*依据\s*[:：]\s*(.+)[)）]$/su.exec(item) ?? [];
  const [, name = '', amount = '', unit = ''] = /^(.*?)[:：]?\s*(\d{1,6}(?:\.\d{1,2})?)\s*元?(.*)$/su.exec(fee) ?? [];
  const amountFen = parseYuan(amount);
  if (amountFen === undefined) return undefined;
  const each = unit.trim().replace(/^[/每]\s*/u, '');
  return {
    name: { zh: `${name.trim() || '收费'}${each === '' ? '' : `（每${each}）`}` },
    amountFen,
    ...(basis === undefined ? {} : { basis: basis.trim().slice(0, 300) }),
  };
}
