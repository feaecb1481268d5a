import type { FieldData } from '@yitang/contract';
import type { Component } from 'svelte';
import type { ControlProps } from './control.ts';
import PartsControl from './PartsControl.svelte';
import ReadControl from './ReadControl.svelte';
import SimpleControl from './SimpleControl.svelte';
import TableControl from './TableControl.svelte';

/** What each kind of field is asked with: a kind without a control does not compile. */
export const controls: Readonly<Record<FieldData['kind'], Component<ControlProps>>> = {
  text: SimpleControl,
  paragraph: SimpleControl,
  number: SimpleControl,
  money: SimpleControl,
  date: SimpleControl,
  'date-range': PartsControl,
  time: SimpleControl,
  'year-month': SimpleControl,
  choice: SimpleControl,
  choices: SimpleControl,
  phone: SimpleControl,
  email: SimpleControl,
  person: PartsControl,
  address: PartsControl,
  'bank-account': PartsControl,
  table: TableControl,
  file: ReadControl,
  computed: ReadControl,
  consent: SimpleControl,
  note: ReadControl,
};
