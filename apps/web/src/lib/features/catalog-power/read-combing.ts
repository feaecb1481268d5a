import type { Client, Endpoints } from '@yitang/contract';

type Body = Parameters<Client<Endpoints>['combPowers']>[0]['body'];
export const combActions = ['keep', 'merge', 'split', 'hand-down', 'cancel'] as const;

/** What was filled in on the bench, to be shown again where it is refused. */
export interface CombValues {
  readonly action: string;
  readonly name: string;
  readonly names: string;
  readonly departmentId: string;
  readonly office: string;
  readonly post: string;
  readonly reason: string;
  readonly documents: string;
  readonly matter: string;
  /** `QL-105-0003@4`: code and revision that the chooser has seen. */
  readonly powers: readonly string[];
}

export function readValues(form: FormData): CombValues {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const [action, name, names, departmentId] = [text('action'), text('name'), text('names'), text('departmentId')];
  const [office, post, reason, documents] = [text('office'), text('post'), text('reason'), text('documents')];
  const powers = form.getAll('powers').map(String);
  return { action, name, names, departmentId, office, post, reason, documents, matter: text('matter'), powers };
}

/**
 * The decision that the bench asks for; undefined where no way was chosen. A document that is only attached is called by
 * the name of its file.
 */
export function readCombing(values: CombValues, fileName?: string): Body | undefined {
  const powers = values.powers.map((one) => {
    const [code = '', revision = ''] = one.split('@');
    return { code, revision: Number(revision) };
  });
  const common = { powers, reason: values.reason, documents: values.documents || fileName?.slice(0, 500) || null };
  switch (values.action) {
    case 'keep':
    case 'cancel':
      return { action: values.action, ...common };
    case 'merge':
      return { action: 'merge', ...common, name: values.name };
    case 'split': {
      const names = values.names.split('\n').map((name) => name.trim());
      return { action: 'split', ...common, names: names.filter((name) => name !== '') };
    }
    case 'hand-down': {
      const { departmentId, office, post } = values;
      return { action: 'hand-down', ...common, to: { departmentId, office: office || null, post: post || null } };
    }
    default:
      return undefined;
  }
}
