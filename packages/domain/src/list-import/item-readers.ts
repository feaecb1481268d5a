import type { Basis, Fee, GuidePlace, GuideStep, MaterialRequirement, Owner } from '../catalog/index.ts';
import type { LocalText } from '../vocabulary/index.ts';
import { day, fault, list, text, value, type CellReader } from './cell-readers.ts';
import { isNothing, plainForm } from './sheet.ts';
import { findSpelt, resultKindSpellings } from './spellings.ts';

/** Items of the field that are known by their name keep what a list does not say of them. */
function byName<T>(current: unknown, nameOf: (item: T) => string): (name: string) => T | undefined {
  const known = new Map((Array.isArray(current) ? (current as T[]) : []).map((item) => [nameOf(item), item]));
  return (name) => known.get(name);
}

type Stated = Partial<Pick<MaterialRequirement, 'originals' | 'copies' | 'necessity' | 'form'>>;

/** 身份证（原件1份，复印件2份，容缺）: the name, and what the brackets say. */
function readMaterial(item: string): { name: string; stated: Stated } {
  const [, name = '', note = ''] = /^(.+?)\s*[（(]([^（()）]*)[)）]$/u.exec(item) ?? [];
  const stated: Stated = {
    ...countOf(note, /原件\s*(\d{0,2})/u, 'originals'),
    ...countOf(note, /复印件\s*(\d{0,2})/u, 'copies'),
    ...(/容缺/u.test(note)
      ? { necessity: 'tolerable' }
      : /非必|可选|如有|选交/u.test(note)
        ? { necessity: 'optional' }
        : {}),
    ...(/电子/u.test(note) ? { form: 'electronic' } : /纸质/u.test(note) ? { form: 'paper' } : {}),
  };
  return Object.keys(stated).length === 0 ? { name: item, stated } : { name, stated };
}

const countOf = (note: string, said: RegExp, field: 'originals' | 'copies'): Stated => {
  const found = said.exec(note);
  return found === null ? {} : { [field]: found[1] === '' ? 1 : Number(found[1]) };
};

const mebibyte = 1_048_576;
const newMaterial = (key: string, zh: string): MaterialRequirement => ({
  key,
  name: { zh },
  sourceMode: 'applicant',
  necessity: 'required',
  form: 'either',
  originals: 0,
  copies: 0,
  why: { zh: '' },
  accepts: ['pdf', 'jpg', 'png'],
  maxBytes: 10 * mebibyte,
  maxFiles: 5,
});

export const materials: CellReader = list({ most: 60, length: 300, isOfWords: true }, (items) => ({
  change: (current) => {
    const find = byName<MaterialRequirement>(current, ({ name }) => name.zh);
    const read = items.map(readMaterial);
    const used = new Set(read.flatMap(({ name }) => find(name)?.key ?? []));
    let next = 0;
    const freeKey = (): string => {
      do next += 1;
      while (used.has(`m${next}`));
      return `m${next}`;
    };
    return read.map(({ name, stated }) => ({ ...(find(name) ?? newMaterial(freeKey(), name)), ...stated }));
  },
}));

/** 《…办法》（浙教人〔2018〕105号）第三条: title, number and article. */
export const basis: CellReader = list({ most: 30, length: 400 }, (items) => ({
  change: (current) => {
    const find = byName<Basis>(current, ({ title }) => title);
    return items.map((item) => {
      const read = readBasis(item);
      return { ...find(read.title), ...read };
    });
  },
}));

function readBasis(item: string): Basis {
  const [, title = '', rest = ''] = /^(《[^》]{1,198}》)(.*)$/su.exec(item) ?? [];
  if (title === '') return item.length <= 200 ? { title: item } : { title: `${item.slice(0, 199)}…`, text: item };
  const docNo = /[（(]([^（()）]*[〔[][^（()）]*号)[)）]/u.exec(rest)?.[1];
  const article = /(第[一二三四五六七八九十百零\d]+条.*)$/su.exec(rest)?.[1]?.trim();
  return {
    title,
    ...(docNo === undefined ? {} : { docNo: docNo.slice(0, 100) }),
    ...(article === undefined ? {} : { article: article.slice(0, 100) }),
  };
}

export const steps: CellReader = (given, context) =>
  list({ most: 30, length: 300 }, (items) => ({
    change: (current) => {
      const find = byName<GuideStep>(current, ({ name }) => name.zh);
      return items.map((zh) => find(zh) ?? { name: { zh }, by: { zh: '' }, days: null });
    },
  }))(given.replace(/\s*(?:→|—+>|-+>|=>|⇒)\s*/gu, '\n'), context);

/** 工本费20元/份; 不收费 is no fee. */
export const fees: CellReader = (given, context) =>
  /^(免费|不收费|否|0元?)$/u.test(given.trim())
    ? value([])
    : list({ most: 20, length: 200 }, (items) => {
        const read = items.map(readFee);
        const wrong = items.find((_, index) => read[index] === undefined);
        if (wrong !== undefined)
          return fault(`“${wrong.slice(0, 20)}”没有金额，请写成“工本费20元/份”；不收费写“不收费”。`);
        return {
          change: (current) => {
            const find = byName<Fee>(current, ({ name }) => name.zh);
            return read.flatMap((fee) =>
              fee === undefined ? [] : { ...(find(fee.name.zh) ?? { basis: '' }), ...fee },
            );
          },
        };
      })(given, context);

function readFee(item: string): Pick<Fee, 'name' | 'amountFen'> | undefined {
  const [, name = '', amount, unit = ''] =
    /^(.*?)[:：]?\s*(\d{1,6}(?:\.\d{1,2})?)\s*元?(.*)$/su.exec(item.normalize('NFKC')) ?? [];
  if (amount === undefined) return undefined;
  const each = unit.trim().replace(/^[/每]\s*/u, '');
  return {
    name: { zh: `${name.trim() || '收费'}${each === '' ? '' : `（每${each}）`}` },
    amountFen: Math.round(Number(amount) * 100),
  };
}

/** A part of a field that holds several, such as the phone of an owner. */
const partOf =
  <T extends object>(empty: T, key: keyof T, max: number): CellReader =>
  (given, context) => {
    const read = text(max)(given, context);
    return 'fault' in read ? read : { change: (current) => ({ ...(current ?? empty), [key]: given }) };
  };

export const ownerName = partOf<Owner>({ name: '' }, 'name', 60);
export const ownerPhone = partOf<Owner>({ name: '' }, 'phone', 40);
export const nationalCode = (key: 'catalog' | 'task' | 'handlingItem') =>
  partOf<Partial<Record<'catalog' | 'task' | 'handlingItem', string>>>({}, key, 60);

/** The first place; others stay as they are. */
export const place =
  (key: keyof GuidePlace): CellReader =>
  (given) => {
    if (given.length > 2_000) return fault('最多 2000 个字，请缩短。');
    return {
      change: (current) => {
        const [first, ...others] = Array.isArray(current) ? (current as GuidePlace[]) : [];
        const before = first ?? { name: { zh: '' }, address: { zh: '' }, hours: { zh: '' } };
        return [before[key].zh === given ? before : { ...before, [key]: { zh: given } }, ...others];
      },
    };
  };

export const resultName: CellReader = (given) => {
  if (isNothing(given)) return value(null);
  if (given.length > 2_000) return fault('最多 2000 个字，请缩短。');
  return {
    change: (current) => {
      const before = current as { name: { zh: string } } | null | undefined;
      return before?.name.zh === given ? before : { kind: 'other', ...before, name: { zh: given } };
    },
  };
};

export const resultKind: CellReader = (given) => {
  const kind = findSpelt(plainForm(given), resultKindSpellings)?.[0];
  if (kind === undefined) return fault(`请填写：${resultKindSpellings.map(({ label }) => label).join('、')}。`);
  return { change: (current) => ({ name: { zh: '' }, ...(current as object | null), kind }) };
};

/** Sentences, each with its translation as long as it says the same. */
export const sentences = (most: number): CellReader =>
  list({ most, length: 2_000 }, (items) => ({
    change: (current) => {
      const find = byName<LocalText>(current, ({ zh }) => zh);
      return items.map((zh) => find(zh) ?? { zh });
    },
  }));

/** The first day, or the last, of the only window. */
export const windowDay = (key: 'from' | 'until'): CellReader =>
  day((date) => (current) => {
    const [first] = Array.isArray(current) ? (current as { from: string; until: string }[]) : [];
    return [{ ...(first ?? { from: date, until: date }), [key]: date }];
  });
