import type { FiledInData } from '@yitang/contract';
import type { CivilDate, PackageStatus } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { FilingPackage, FilingStep } from './filing.entity.ts';

const sealed: readonly PackageStatus[] = ['frozen', 'sent', 'filed', 'returned'];

interface Asked {
  /** Packages that hold this frozen set; undefined: all. */
  readonly setNumbers?: readonly number[];
  /** Sealed by that day. */
  readonly until?: CivilDate;
}

export type Filed = FiledInData & { readonly setNumber: number | null };

/** Sealed packages (备案材料) with what was answered, newest first: what others show beside what they have filed. */
export async function findFiled(em: Em, { setNumbers, until }: Asked): Promise<Filed[]> {
  const found = await em.find(
    FilingPackage,
    {
      status: { $in: [...sealed] },
      ...(setNumbers && { setNumber: { $in: [...setNumbers] } }),
      ...(until !== undefined && { frozenOn: { $lte: until } }),
    },
    { orderBy: { id: 'desc' }, disableIdentityMap: true },
  );
  const answers = await findAnswers(
    em,
    found.map(({ id }) => id),
  );
  return found.map(({ id, number, status, asOf, sentOn, setNumber }) => ({
    ...{ id, number: number ?? '', status, asOf, sentOn: sentOn ?? null },
    answer: answers.get(id) ?? null,
    setNumber: setNumber ?? null,
  }));
}

/** By package, the receipt or the reason why it came back. */
async function findAnswers(em: Em, packageIds: readonly string[]): Promise<Map<string, FiledInData['answer']>> {
  if (packageIds.length === 0) return new Map();
  const where = { packageId: { $in: [...packageIds] }, action: { $in: ['receive' as const, 'return' as const] } };
  const steps = await em.find(FilingStep, where, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return new Map(
    steps.map(({ packageId, on, reference, note }) => [
      packageId,
      { on: on ?? '', number: reference ?? null, note: note ?? null },
    ]),
  );
}

/** Without what only the caller looked for. */
export const presentFiled = ({ setNumber: _, ...filed }: Filed): FiledInData => filed;
