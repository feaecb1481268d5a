import { handlingItemsOf, type GuideStep } from '@yitang/domain/catalog';
import { plainYuan } from '@yitang/domain/vocabulary';
import { createHash } from 'node:crypto';
import type { OutputCell } from '../../../platform/table-file/index.ts';
import type { PublishedMatter } from '../published-matter.ts';
import * as codes from './exchange-codes.ts';
import { situationInWords } from './situation-in-words.ts';

type Value = OutputCell | null | undefined;

/** A row of what a matter has several of. */
export interface PartRow {
  readonly guid: string;
  readonly cells: readonly OutputCell[];
}

interface PartDefinition {
  /** As platforms call the table. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rowsOf: (matter: PublishedMatter) => readonly PartRow[];
}

/** An id of the form of a UUID (version 8) that says nothing but what it was made of. */
export function partGuid(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(parts.join('/')).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0b11) | 0b1000).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-');
}

interface Part<Item> {
  readonly name: string;
  readonly itemsOf: (matter: PublishedMatter) => readonly Item[];
  /** What it is known by as long as it is there, whatever its place: a key, or its name. */
  readonly keyOf: (item: Item) => string;
  readonly columns: readonly (readonly [name: string, value: (item: Item, matter: PublishedMatter) => Value])[];
}

function part<Item>(table: string, { name, itemsOf, keyOf, columns }: Part<Item>): PartDefinition {
  return {
    name,
    columns: ['taskGuid', 'orderNum', ...columns.map(([column]) => column)],
    rowsOf(matter) {
      const times = new Map<string, number>();
      return itemsOf(matter).map((item, index) => {
        const key = keyOf(item);
        // Two steps may have one name.
        const time = (times.get(key) ?? 0) + 1;
        times.set(key, time);
        return {
          guid: partGuid(table, matter.id, key, ...(time === 1 ? [] : [time])),
          cells: [matter.id, index + 1, ...columns.map(([, value]) => value(item, matter) ?? '')],
        };
      });
    },
  };
}

const steps = (
  table: string,
  name: string,
  itemsOf: (matter: PublishedMatter) => readonly GuideStep[],
): PartDefinition =>
  part(table, {
    name,
    itemsOf,
    keyOf: ({ name: step }) => step.zh,
    columns: [
      ['stepName', ({ name: step }) => step.zh],
      ['handler', ({ by }) => by.zh],
      ['limitDay', ({ days }) => days],
      ['standard', ({ standard }) => standard?.zh],
      ['result', ({ result }) => result?.zh],
      ['situation', ({ showWhen }, matter) => situationInWords(matter, showWhen)],
    ],
  });

const materials = part('materials', {
  name: 'up_material',
  itemsOf: ({ guide }) => guide.materials,
  keyOf: ({ key }) => key,
  columns: [
    ['materialName', ({ name }) => name.zh],
    ['materialType', codes.copiesCode],
    ['originalNum', ({ originals }) => originals],
    ['copyNum', ({ copies }) => copies],
    ['materialForm', ({ form }) => codes.paperCodes[form]],
    ['pageFormat', ({ pageFormat }) => pageFormat],
    ['necessity', ({ necessity }) => codes.necessityCodes[necessity]],
    ['necessityExplain', ({ neededWhen }) => neededWhen?.zh],
    ['isFilledOnSite', ({ isFilledOnSite }) => codes.flagCode(isFilledOnSite)],
    ['sourceMode', ({ sourceMode }) => sourceMode],
    ['sourceType', codes.sourceCode],
    ['sourceExplain', ({ sourceNote, sharedFrom }) => (sourceNote ?? sharedFrom)?.zh],
    ['reusableLicence', ({ reusableLicence }) => reusableLicence],
    ['purpose', ({ why }) => why.zh],
    ['issuer', ({ issuer }) => issuer],
    ['issuerTask', ({ issuedByMatter }) => issuedByMatter],
    ['validity', ({ validity }) => validity?.zh],
    ['handleExplain', ({ handling }) => handling?.zh],
    ['acceptStand', ({ standard }) => standard?.zh],
    ['fillExplain', ({ instructions }) => instructions?.zh],
    ['byLaw', ({ basis }) => basis],
    ['formGuid', ({ blankFileId }) => blankFileId],
    ['exampleGuid', ({ sampleFileId }) => sampleFileId],
    ['situation', ({ showWhen }, matter) => situationInWords(matter, showWhen)],
  ],
});

const fees = part('fees', {
  name: 'up_fee',
  itemsOf: ({ guide }) => guide.fees,
  keyOf: ({ name }) => name.zh,
  columns: [
    ['feeName', ({ name }) => name.zh],
    ['feeStand', ({ amountFen, standard }) => standard?.zh ?? plainYuan(amountFen)],
    ['byLaw', ({ basis }) => basis],
    ['isDesc', ({ reduction }) => codes.flagCode(reduction !== undefined)],
    ['descExplain', ({ reduction }) => reduction?.zh],
  ],
});

/** A row for each option, for an option may be a handling item. */
const situations = part('situations', {
  name: 'up_situation',
  itemsOf: ({ guide }) =>
    (guide.situations ?? []).flatMap((situation) => situation.options.map((option) => ({ situation, option }))),
  keyOf: ({ situation, option }) => `${situation.key}/${option.value}`,
  columns: [
    ['questionKey', ({ situation }) => situation.key],
    ['question', ({ situation }) => situation.question.zh],
    ['optionKey', ({ option }) => option.value],
    ['option', ({ option }) => option.label.zh],
    ['leaf', ({ option }) => option.leaf],
    ['situation', ({ situation }, matter) => situationInWords(matter, situation.showWhen)],
  ],
});

const procedures = part('special-procedures', {
  name: 'up_special_procedure',
  itemsOf: ({ guide }) => guide.specialProcedures ?? [],
  keyOf: ({ name }) => name.zh,
  columns: [
    ['procedureType', ({ kind }) => codes.procedureCodes[kind]],
    ['procedureName', ({ name }) => name.zh],
    ['byLaw', ({ basis }) => basis],
    ['limitDay', ({ limitDays }) => limitDays],
  ],
});

/** Not a table of its own: rows of the matters. Such a row repeats its matter, so it changes with every version. */
const leaves: PartDefinition = {
  name: '',
  columns: ['taskName', 'localCode', 'suffix', 'taskVersion'],
  rowsOf: (matter) =>
    handlingItemsOf(matter).map(({ code, name, suffix }) => ({
      guid: partGuid('leaf', matter.id, suffix),
      cells: [`${matter.name}（${name.zh}）`, code, suffix, matter.version],
    })),
};

export const parts = {
  materials,
  steps: steps('steps', 'up_flow', ({ guide }) => guide.steps),
  'steps-offline': steps('steps-offline', 'up_flow_offline', ({ guide }) => guide.stepsOffline ?? []),
  fees,
  situations,
  'special-procedures': procedures,
  leaves,
} as const satisfies Readonly<Record<string, PartDefinition>>;
export type PartKey = keyof typeof parts;
export const partKeys = Object.keys(parts) as readonly PartKey[];
