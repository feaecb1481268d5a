import type { Guide, MaterialRequirement } from '@yitang/domain/catalog';
import type { DemoMatter } from '../matters/index.ts';
import { getDemoUnit, officeHoursText } from '../organization/index.ts';
import type { DemoDepartment } from '../organization/index.ts';
import { knownFacts } from './known-facts.ts';

/** The guide of a matter that was not combed yet: what the list tells, and null or nothing for the rest. */
export function briefGuide(matter: DemoMatter): Guide {
  const unit = getDemoUnit(matter.departmentCode);
  const facts = knownFacts[matter.name] ?? {};
  return {
    isComplete: false,
    isSample: matter.isPromiseSample,
    summary: {
      zh: `由${unit.name}办理。${facts.note ?? ''}办事指南正在梳理，办理前可先电话咨询。`,
      en: `Handled by: ${unit.nameEn}. The full guide is being written; please ring before you come.`,
    },
    projectType: matter.promisedDays === null ? 'other' : matter.promisedDays === 0 ? 'instant' : 'promised',
    visitsOnSite: null,
    visitReason: null,
    promisedDays: matter.promisedDays,
    statutoryDays: null,
    onlineDepth: null,
    isOnline: false,
    conditions: [],
    basis: [],
    materials: (facts.materials ?? []).map(listedMaterial),
    steps: [],
    fees: (facts.fees ?? []).map(({ name, amountFen }) => ({ name: { zh: name }, amountFen, basis: '公布的收费标准' })),
    result: null,
    resultDelivery: [],
    places: placesOf(unit),
    consultPhone: unit.consultPhone,
    complaintPhone: unit.complaintPhone,
    remedy: null,
    faqs: [],
  };
}

/** Only the name is known: that the applicant brings it is all that a bare list says. */
function listedMaterial(name: string, index: number): MaterialRequirement {
  return {
    key: `listed-${index + 1}`,
    name: { zh: name },
    sourceMode: 'applicant',
    necessity: 'required',
    form: 'either',
    originals: 0,
    copies: 0,
    why: { zh: '办理部门公布的材料', en: 'As published by the department' },
    accepts: [],
    maxBytes: 0,
    maxFiles: 0,
  };
}

function placesOf({ kind, name, nameEn, place }: DemoDepartment): Guide['places'] {
  if (kind === 'college-group') return [];
  return [{ name: { zh: name, en: nameEn }, address: { zh: place }, hours: officeHoursText }];
}
