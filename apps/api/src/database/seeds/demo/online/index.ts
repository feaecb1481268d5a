import { familyEnquiry } from './family-enquiry.ts';
import { leaveOfAbsence } from './leave-of-absence.ts';
import type { DemoOnlineMatter } from './online-matter.ts';
import { staffLeave } from './staff-leave.ts';
import { studentCardReplacement } from './student-card-replacement.ts';
import { studentStatusCertificate } from './student-status-certificate.ts';

export type { DemoOnlineMatter } from './online-matter.ts';

/** The matters that can be applied for on the net: at once, with uploads, through three departments, by parents, by staff. */
export const demoOnlineMatters: readonly DemoOnlineMatter[] = [
  studentStatusCertificate,
  studentCardReplacement,
  leaveOfAbsence,
  familyEnquiry,
  staffLeave,
];

export function findDemoOnlineMatter(matterCode: string): DemoOnlineMatter | undefined {
  return demoOnlineMatters.find((online) => online.matterCode === matterCode);
}

export { laterOnlineMatters, type LaterOnlineMatter } from './later-matters.ts';
