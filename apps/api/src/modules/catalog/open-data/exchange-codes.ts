import type { MaterialRequirement } from '@yitang/domain/catalog';
import type * as words from '@yitang/domain/vocabulary';

// Code sets of GB/T 39046-2020 (A.2 to A.7) and those that platforms of government services use beside them.
export const channelCodes = { counter: '1', online: '2', mobile: '3', post: '4', kiosk: '9', other: '9' } as const;
export const projectTypeCodes = { instant: '1', promised: '2', other: '9' } as const;
export const powerSourceCodes = {
  own: '1',
  'handed-down': '2',
  'authorised-above': '3',
  'authorised-same': '4',
  'entrusted-above': '5',
  'entrusted-same': '6',
} as const satisfies Record<words.PowerSource, string>;
export const procedureCodes = { extension: '1', other: '2' } as const satisfies Record<
  words.SpecialProcedureKind,
  string
>;
export const resultCodes = { licence: '10', document: '20', other: '30', none: '99' } as const;
export const necessityCodes = { required: '1', optional: '2', tolerable: '3' } as const;
export const paperCodes = { paper: '1', electronic: '2', either: '3' } as const;
export const stateCodes = { inUse: '1', paused: '2', retired: '3' } as const;

const sourceCodes = { applicant: '10', shared: '99', own: '99' } as const satisfies Record<words.SourceMode, string>;
/** As the guide states it; otherwise what follows from who has it. */
export const sourceCode = ({ sourceChannel, sourceMode }: MaterialRequirement): string =>
  sourceChannel ?? sourceCodes[sourceMode];

/** 1 original, 2 copy, 3 both; '' where the paper is not counted. */
export const copiesCode = ({ originals, copies }: MaterialRequirement): string =>
  originals > 0 && copies > 0 ? '3' : originals > 0 ? '1' : copies > 0 ? '2' : '';

/** '': nobody has said. */
export const flagCode = (is: boolean | undefined): string => (is === undefined ? '' : is ? '1' : '0');
