import type { FieldData } from '@yitang/contract';
import {
  dateBounds,
  idDocumentNames,
  idTypesOf,
  type DateField,
  type FieldKind,
  type FieldOf,
  type FormField,
  type TableColumn,
} from '@yitang/domain/form';
import type { CivilDate } from '@yitang/domain/vocabulary';

type Details = Partial<FieldData>;
type DetailsOf<K extends FieldKind> = (field: FieldOf<K>, today: CivilDate) => Details;

const nothing = (): Details => ({});
const ofDays = (field: Pick<DateField, 'earliestInDays' | 'latestInDays'>, today: CivilDate): Details => {
  const { earliest, latest } = dateBounds(field, today);
  return { ...(earliest !== null && { earliest }), ...(latest !== null && { latest }) };
};
const withinBounds = ({
  earliest,
  latest,
}: {
  earliest?: string | undefined;
  latest?: string | undefined;
}): Details => ({
  ...(earliest !== undefined && { earliest }),
  ...(latest !== undefined && { latest }),
});
const ofOptions = ({ options }: FieldOf<'choice' | 'choices'>): Details => ({
  options: options.map(({ value, label }) => ({ value, label })),
});

/** What the control of each kind needs beside the words. */
const details: { readonly [K in FieldKind]: DetailsOf<K> } = {
  text: ({ maxLength }) => ({ maxLength }),
  paragraph: ({ maxLength }) => ({ maxLength }),
  number: ({ min, max, unit }) => ({ min, max, ...(unit && { unit }) }),
  money: ({ min, max }) => ({ min, max }),
  date: ofDays,
  'date-range': ofDays,
  time: withinBounds,
  'year-month': withinBounds,
  choice: ofOptions,
  choices: ofOptions,
  phone: nothing,
  email: nothing,
  person: (field) => ({ options: idTypesOf(field).map((value) => ({ value, label: idDocumentNames[value] })) }),
  address: nothing,
  'bank-account': nothing,
  table: ({ columns, minRows, maxRows }) => ({ columns: columns.map(presentColumn), minRows, maxRows }),
  file: ({ requirement }) => ({ requirement }),
  computed: nothing,
  consent: ({ statement }) => ({ statement }),
  note: ({ statement }) => ({ statement }),
};

export function fieldDetails(field: FormField, today: CivilDate): Details {
  return (details[field.kind] as DetailsOf<FieldKind>)(field, today);
}

function presentColumn(column: TableColumn): NonNullable<FieldData['columns']>[number] {
  const { key, kind, label, optional } = column;
  return {
    key,
    kind,
    label,
    isOptional: optional === true,
    ...(column.kind === 'number' && column.unit && { unit: column.unit }),
    ...(column.kind === 'choice' && { options: [...column.options] }),
  };
}
