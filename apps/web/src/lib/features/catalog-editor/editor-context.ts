import type { ContentFieldsData, EditorChoicesData } from '@yitang/contract';
import { getContext, setContext, type Component } from 'svelte';
import type { ControlProps } from './controls/props.ts';

export type Situations = NonNullable<ContentFieldsData['guide.situations']>;

/** What the controls of one draft share. */
export interface EditorContext {
  /** The control for any value: those that hold others draw it, and it draws them. */
  readonly Field: Component<ControlProps>;
  readonly choices: EditorChoicesData;
  readonly situations: () => Situations;
  /** What is wrong with the control of this id. */
  readonly issueAt: (id: string) => string | undefined;
  /** Whether something is wrong with it or inside it. */
  readonly hasIssueIn: (id: string) => boolean;
}

const key = Symbol('matter-editor');

export function provideEditor(context: EditorContext): void {
  setContext(key, context);
}

export const useEditor = (): EditorContext => getContext<EditorContext>(key);
