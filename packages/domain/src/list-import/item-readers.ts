import type { Basis, Booking, Fee, GuidePlace, GuideStep, MaterialRequirement, Owner } from '../catalog/index.ts';
import type { LocalText } from '../vocabulary/index.ts';
import { day, fault, list, text, value, type CellReader } from './cell-readers.ts';
import { readBasis, readFee, readMaterial, readStep } from './read-items.ts';
import { isNothing, plainForm } from './sheet.ts';
import { findSpelt, resultKindSpellings } from './spellings.ts';

/** Items of the field that are known by their name keep what a list does not say of them. */
function byName<T>(current: unknown, nameOf: (item: T) => string): (name: string) => T | undefined {
  const known = new Map((Array.isArray(current) ? (current as T[]) : []).map((item) => [nameOf(item), item]));
  return (name) => known.get(name);
}

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

const isSharedFrom = (material: MaterialRequirement, zh: string): boolean =>
  material.sourceMode === 'shared' && material.sharedFrom?.zh === zh;

/** The university has it already: there is nothing to hand in. */
const lookedUp = (zh: string): Partial<MaterialRequirement> => ({
  sourceMode: 'shared',
  sharedFrom: { zh },
  form: 'electronic',
  accepts: [],
  maxBytes: 0,
  maxFiles: 0,
});

export const materials: CellReader = list({ most: 60, length: 300, isOfWords: true }, (items) => ({
  change: (current) => {
    const find = byName<MaterialRequirement>(current, ({ name }) => name.zh);
    const read = items.map((item) => (find(item) === undefined ? readMaterial(item) : { name: item, stated: {} }));
    const used = new Set(read.flatMap(({ name }) => find(name)?.key ?? []));
    let next = 0;
    const freeKey = (): string => {
      do next += 1;
      while (used.has(`m${next}`));
      return `m${next}`;
    };
    return read.map(({ name, stated, why, sharedFrom }) => {
      const before = find(name) ?? newMaterial(freeKey(), name);
      return {
        ...before,
        ...stated,
        ...(why === undefined || why === before.why.zh ? {} : { why: { zh: why } }),
        ...(sharedFrom === undefined || isSharedFrom(before, sharedFrom) ? {} : lookedUp(sharedFrom)),
      };
    });
  },
}));

export const basis: CellReader = list({ most: 30, length: 400 }, (items) => ({
  change: (current) => {
    const find = byName<Basis>(current, ({ title }) => title);
    return items.map((item) => {
      const read = readBasis(item);
      return { ...find(read.title), ...read };
    });
  },
}));

export const steps: CellReader = (given, context) =>
  list({ most: 30, length: 300 }, (items) => ({
    change: (current) => {
      const find = byName<GuideStep>(current, ({ name }) => name.zh);
      return items.map((item) => {
        const { name, by, days } = readStep(item, (known) => find(known) !== undefined);
        const before = find(name) ?? { name: { zh: name }, by: { zh: '' }, days: null };
        return {
          ...before,
          ...(by === undefined || by === before.by.zh ? {} : { by: { zh: by } }),
          ...(days === undefined ? {} : { days }),
        };
      });
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
            return read.flatMap((fee) => {
              if (fee === undefined) return [];
              const { name, ...said } = fee;
              return { ...(find(name.zh) ?? { name, basis: '' }), ...said };
            });
          },
        };
      })(given, context);

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

/** 每天 30 个: the number alone is kept. */
export const bookingPerDay: CellReader = (given) => {
  const perDay = Number(/^\D{0,4}(\d{1,5})\D{0,4}$/u.exec(given.normalize('NFKC').trim())?.[1] ?? 0);
  return perDay >= 1 && perDay <= 10_000
    ? { change: (current) => ({ ...(current as Booking | null), perDay }) }
    : fault('请写成每天的名额数，例如“30”。');
};

export const bookingRules: CellReader = (given) => {
  if (given.length > 2_000) return fault('最多 2000 个字，请缩短。');
  return {
    change: (current) => {
      const before = current as Booking | null;
      return before?.rules?.zh === given ? before : { ...before, rules: { zh: given } };
    },
  };
};

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

/** One name may stand for several places: the same kiosk in two halls. */
function findPlace(current: unknown, said: Readonly<Record<keyof GuidePlace, string>>): GuidePlace | undefined {
  const same = (Array.isArray(current) ? (current as GuidePlace[]) : []).filter(({ name }) => name.zh === said.name);
  return same.find(({ address }) => address.zh === said.address) ?? same[0];
}

/** 综合窗口，行政楼101室，工作日 8:30–17:00: several places, each with its address and hours. */
export const places: CellReader = list({ most: 30, length: 600 }, (items) => {
  const read = items.map((item) => item.split(/[，,]/u).map((part) => part.trim()));
  const wrong = items.find((_, index) => (read[index]?.length ?? 0) < 3);
  if (wrong !== undefined) return fault(`“${wrong.slice(0, 20)}”请写成“地点名称，地址，办理时间”，用逗号分开。`);
  return {
    change: (current) => {
      return read.map(([name = '', address = '', ...hours]) => {
        const said = { name, address, hours: hours.join('，') };
        const before = findPlace(current, said);
        const keep = (key: keyof GuidePlace) => (before?.[key].zh === said[key] ? before[key] : { zh: said[key] });
        return { name: keep('name'), address: keep('address'), hours: keep('hours') };
      });
    },
  };
});

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
      // The full stop went with what parts the items.
      return items.map((zh) => find(zh) ?? find(`${zh}。`) ?? { zh });
    },
  }));

/** The first day, or the last, of the only window. */
export const windowDay = (key: 'from' | 'until'): CellReader =>
  day((date) => (current) => {
    const [first] = Array.isArray(current) ? (current as { from: string; until: string }[]) : [];
    return [{ ...(first ?? { from: date, until: date }), [key]: date }];
  });
