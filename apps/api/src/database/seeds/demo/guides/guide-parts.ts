import type { Guide, MaterialRequirement, UploadType } from '@yitang/domain/catalog';
import type { Condition } from '@yitang/domain/form';
import { taskTypes, type LocalText } from '@yitang/domain/vocabulary';
import { getDemoMatterByName } from '../matters/index.ts';
import { getDemoCounter, getDemoUnit } from '../organization/index.ts';

export interface DemoGuide {
  readonly matterCode: string;
  readonly guide: Guide;
}

export type GuideWords = Omit<Guide, 'isComplete' | 'isSample' | 'consultPhone' | 'complaintPhone'>;

/** A full guide whose content is invented for the demo; phones are the department's. */
export function sampleGuide(matterName: string, content: GuideWords): DemoGuide {
  const { code, departmentCode } = getDemoMatterByName(matterName);
  const { consultPhone, complaintPhone, name, nameEn, place } = getDemoUnit(departmentCode);
  const isInstant = content.projectType === 'instant';
  return {
    matterCode: code,
    guide: {
      isComplete: true,
      isSample: true,
      consultPhone,
      complaintPhone,
      taskType: taskTypes.find((type) => type === code.split('-')[2]) ?? '10',
      reviewType: isInstant ? 'at-once' : 'review-then-decide',
      useLevel: 'university',
      powerSource: 'own',
      bodyNature: '2',
      handlingOffice: `${name}综合科`,
      ownerA: { name: `${name}经办岗（A岗）`, phone: consultPhone },
      ownerB: { name: `${name}经办岗（B岗）`, phone: consultPhone },
      consultAddress: words(place, nameEn),
      complaintAddress: words('行政楼 403 室 纪检监察机构', 'Room 403, Administration Building, Supervision Office'),
      isMobile: content.isOnline,
      isInHall: content.places.some(({ address }) => address.zh.includes('服务大厅')),
      isBookable: false,
      isPaidOnline: false,
      isPosted: content.resultDelivery.includes('post'),
      isOnKiosk: content.resultDelivery.includes('kiosk'),
      handleArea: content.places.length > 1 ? 'all-campuses' : 'one-campus',
      stepsOffline: content.steps,
      ...content,
    },
  };
}

export function words(zh: string, en: string): LocalText {
  return { zh, en };
}

/** A counter, office or kiosk of the demo university as a place in a guide. */
export function placeAt(counterCode: string): Guide['places'][number] {
  const { name, place, hours } = getDemoCounter(counterCode);
  return { name, address: place, hours };
}

const notSubmitted = { form: 'electronic', originals: 0, copies: 0, accepts: [], maxBytes: 0, maxFiles: 0 } as const;

interface Named {
  readonly name: LocalText;
  readonly why: LocalText;
  readonly basis?: string;
  readonly showWhen?: Condition;
}

/** Another department of the university or the State already has it: nothing to submit. */
export function sharedMaterial(
  key: string,
  { sharedFrom, ...named }: Named & { sharedFrom: LocalText },
): MaterialRequirement {
  return { key, sourceMode: 'shared', necessity: 'required', sharedFrom, ...notSubmitted, ...named };
}

/** The handling department makes or holds it itself: nothing to submit. */
export function ownMaterial(key: string, named: Named): MaterialRequirement {
  return { key, sourceMode: 'own', necessity: 'required', ...notSubmitted, ...named };
}

const mebibyte = 1024 * 1024;

interface Upload extends Named {
  readonly necessity?: MaterialRequirement['necessity'];
  readonly accepts?: readonly UploadType[];
  readonly maxMebibytes?: number;
  readonly maxFiles?: number;
}

/** The applicant uploads it; the paper stays at home. */
export function uploadedMaterial(key: string, options: Upload): MaterialRequirement {
  const {
    necessity = 'required',
    accepts = ['pdf', 'jpg', 'png'],
    maxMebibytes = 10,
    maxFiles = 1,
    ...named
  } = options;
  const limits = { accepts, maxBytes: maxMebibytes * mebibyte, maxFiles };
  return { key, sourceMode: 'applicant', necessity, form: 'electronic', originals: 0, copies: 0, ...limits, ...named };
}

interface Paper extends Named {
  readonly necessity?: MaterialRequirement['necessity'];
  readonly originals?: number;
  readonly copies?: number;
}

/** Brought to the counter or sent by post. */
export function paperMaterial(key: string, options: Paper): MaterialRequirement {
  const { necessity = 'required', originals = 1, copies = 0, ...named } = options;
  return { ...notSubmitted, key, sourceMode: 'applicant', necessity, form: 'paper', originals, copies, ...named };
}

/** National identity that the student or staff register already holds. */
export function knownIdentity(register: 'student' | 'staff'): MaterialRequirement {
  const sharedFrom =
    register === 'student' ? words('学籍系统', 'Student register') : words('人事系统', 'Staff register');
  return sharedMaterial('identity', {
    name: words('身份证明', 'Proof of identity'),
    sharedFrom,
    why: words('核对申请人身份', 'To know who applies'),
  });
}

export const studentRules = { title: '普通高等学校学生管理规定', docNo: '教育部令第41号' } as const;
/** The university's own rules are invented, as the university is. */
export function schoolRule(title: string, docNo: string): { title: string; docNo: string } {
  return { title: `示范大学${title}（示例）`, docNo };
}

export const remedies = {
  student: words(
    '对处理决定有异议的，可在收到决定之日起 10 日内向学生申诉处理委员会提出书面申诉；对复查决定仍有异议的，可在收到复查决定之日起 15 日内向省级教育行政部门提出书面申诉。',
    'You may appeal in writing to the Student Appeals Committee within 10 days of receiving the decision, and against its answer to the provincial education department within 15 days.',
  ),
  staff: words(
    '对处理结果有异议的，可先向办理部门申请复核，或向校工会、纪检监察机构反映。',
    'You may ask the handling office to review the result, or turn to the Staff Union or the supervision office.',
  ),
  anyone: words(
    '对处理结果有异议的，可拨打监督电话，或通过“校务咨询投诉”反映，5 个工作日内答复。',
    'You may ring the complaint line or use “Questions and complaints”; an answer follows within 5 working days.',
  ),
} as const;
