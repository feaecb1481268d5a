import { statutoryWorkdays, type Guide, type MatterSummary } from '@yitang/domain/catalog';
import type { TargetMatter } from '@yitang/domain/target';

export interface MatterSource {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly summary: Pick<MatterSummary, 'audiences' | 'channels'>;
  readonly guide: Guide;
  /** It has a form and a route of ours. */
  readonly hasService: boolean;
}

interface Content {
  readonly summary: MatterSummary;
  readonly guide: Guide;
  readonly form: object | null;
  readonly route: object | null;
}

/** Of what a draft holds, or of what is published. */
export function sourceOf({ summary, guide, form, route }: Content, id: string): MatterSource {
  const { code, name, departmentId } = summary;
  return { id, code, name, departmentId, summary, guide, hasService: form !== null && route !== null };
}

/**
 * Of a version or of a draft, what the targets look at, taken that the address of its application answers; a guide is long,
 * and of thousands only this is kept.
 */
export function targetMatterOf({ guide, summary, hasService, ...named }: MatterSource): TargetMatter {
  const { id, code, name, departmentId } = named;
  return {
    id,
    code,
    name,
    departmentId,
    audiences: summary.audiences,
    channels: summary.channels,
    delivery: guide.resultDelivery,
    isInstant: guide.projectType === 'instant',
    visits: guide.visitsOnSite,
    isOnline: guide.isOnline,
    hasLink: hasService || linkOf(guide) !== '',
    depth: guide.onlineDepth,
    isMobile: guide.isMobile === true,
    promisedDays: guide.promisedDays,
    statutoryDays: statutoryWorkdays(guide),
    materials: guide.materials.map(({ key, name: material, sourceMode, form }) => ({
      key,
      name: material.zh,
      isAsked: sourceMode === 'applicant',
      isPaper: form === 'paper',
    })),
    phone: guide.consultPhone,
    componentCodes: guide.componentCodes ?? [],
    claimsExclusion: guide.specialExclusion !== undefined,
  };
}

/** The address on which the application of a matter rests; null: a form of ours, or none. */
export function restsOn({ guide, hasService }: Pick<MatterSource, 'guide' | 'hasService'>): string | null {
  return hasService || linkOf(guide) === '' ? null : linkOf(guide);
}

const linkOf = ({ onlineUrl }: Guide): string => onlineUrl ?? '';
