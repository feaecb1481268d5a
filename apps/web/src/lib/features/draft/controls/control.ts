import { plainYuan, type FieldData } from '@yitang/contract';

export interface ControlProps {
  readonly field: FieldData;
  readonly value: FieldData['value'];
  /** Label, hint and what every control takes; the error of the field as a whole. */
  readonly shared: {
    readonly name: string;
    readonly label: string;
    readonly hint: string | undefined;
    readonly error: string | undefined;
    readonly isOptional: boolean;
    readonly isHeading: boolean;
  };
  /** What is wrong with a part of the answer: `number`, `0.amount`. */
  readonly errorOf: (part: string) => string | undefined;
}

type Parts = Readonly<Record<string, string | number>>;

/** The parts of an answer; none where it is not one in parts. */
export function partsOf(value: FieldData['value']): Parts {
  return typeof value === 'object' && !Array.isArray(value) ? value : {};
}

export function rowsOf(value: FieldData['value']): readonly Parts[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object') : [];
}

/** One value as it stands in a box. */
export function written(value: FieldData['value']): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** An amount as it stands in a box: fen that were kept, or what was typed. */
export function writtenYuan(value: FieldData['value']): string {
  return typeof value === 'number' ? plainYuan(value) : written(value);
}
