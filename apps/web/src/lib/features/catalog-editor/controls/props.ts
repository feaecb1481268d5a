import type { Control } from '../control.ts';

/** What every control has: its id is the path of its value (`guide.materials.0.name`). */
export interface ControlProps<Kind extends Control['kind'] = Control['kind']> {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly control: Extract<Control, { kind: Kind }>;
  readonly value: unknown;
  readonly onvalue: (value: unknown) => void;
}
