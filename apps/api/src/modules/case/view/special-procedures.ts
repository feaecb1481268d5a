import type { ExtensionProcedure, SuspensionGround } from '@yitang/domain/case';
import type { Guide } from '@yitang/domain/catalog';

/** 特别程序 of the guide that the case keeps; an extension is no standstill. */
export function suspensionGrounds({ specialProcedures = [] }: Guide): SuspensionGround[] {
  return specialProcedures
    .filter(({ kind }) => kind !== 'extension')
    .map(({ name, basis, limitDays }) => ({ name: name.zh, basis, limitDays }));
}

/** 延长审批 of the guide that the case keeps. */
export function extensionProcedures({ specialProcedures = [] }: Guide): ExtensionProcedure[] {
  return specialProcedures
    .filter(({ kind }) => kind === 'extension')
    .map(({ name, basis, limitDays }) => ({ name: name.zh, basis, limitDays }));
}
