/** A department of the demo university; `aliases` are all spellings of it in the list of matters. */
export interface DemoDepartment {
  /** Three digits: the department part of a matter's code. */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  /** `college-group` stands for whichever college the applicant belongs to. */
  readonly kind: 'office' | 'service' | 'college-group' | 'college';
  readonly parentCode: string | null;
  readonly campusCode: string;
  /** Building and room of the department's own office. */
  readonly place: string;
  readonly consultPhone: string;
  readonly complaintPhone: string;
  readonly aliases: readonly string[];
}

type Kind = DemoDepartment['kind'];

/** Phones follow from the code, so that no two departments share one and every one is fictitious. */
export function department(
  [code, name, shortName, nameEn, place]: readonly [string, string, string, string, string],
  {
    kind = 'office',
    parentCode = null,
    campusCode = 'mingde',
    aliases = [],
  }: {
    readonly kind?: Kind;
    readonly parentCode?: string | null;
    readonly campusCode?: string;
    readonly aliases?: readonly string[];
  } = {},
): DemoDepartment {
  const consultPhone = `0571-0000${code}1`;
  const complaintPhone = `0571-0000${code}9`;
  return { code, name, shortName, nameEn, place, kind, parentCode, campusCode, consultPhone, complaintPhone, aliases };
}
