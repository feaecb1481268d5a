import type { Guide } from '@yitang/domain/catalog';
import { demoMatters } from '../matters/index.ts';
import { briefGuide } from './brief-guide.ts';
import type { DemoGuide } from './guide-parts.ts';
import { campusCardLossGuide } from './campus-card-loss.ts';
import { changeOfProgrammeGuide } from './change-of-programme.ts';
import { deferredExaminationGuide } from './deferred-examination.ts';
import { employmentCertificateGuide } from './employment-certificate.ts';
import { familyEnquiryGuide } from './family-enquiry.ts';
import { hardshipRecognitionGuide } from './hardship-recognition.ts';
import { informationDisclosureGuide } from './information-disclosure.ts';
import { leaveOfAbsenceGuide } from './leave-of-absence.ts';
import { lostDiplomaGuide } from './lost-diploma.ts';
import { medicalReimbursementGuide } from './medical-reimbursement.ts';
import { partyMembershipTransferGuide } from './party-membership-transfer.ts';
import { returnToStudyGuide } from './return-to-study.ts';
import { roomChangeGuide } from './room-change.ts';
import { staffLeaveGuide } from './staff-leave.ts';
import { studentCardReplacementGuide } from './student-card-replacement.ts';
import { studentStatusCertificateGuide } from './student-status-certificate.ts';
import { transcriptKioskGuide } from './transcript-kiosk.ts';
import { travelReimbursementGuide } from './travel-reimbursement.ts';
import { tuitionDeferralGuide } from './tuition-deferral.ts';
import { visitorEntryGuide } from './visitor-entry.ts';

import { officeGuides } from './more/offices.ts';
import { serviceGuides } from './more/services.ts';
import { studentGuides } from './more/students.ts';
import { teachingGuides } from './more/teaching.ts';
import type { CompactDemoGuide } from './compact-guide.ts';

export type { CompactDemoGuide } from './compact-guide.ts';
export type { DemoGuide } from './guide-parts.ts';

/** Guides that the offices wrote later, batch by batch: until then their matters have the brief one. */
export const demoLaterGuides: readonly CompactDemoGuide[] = [
  ...studentGuides,
  ...teachingGuides,
  ...serviceGuides,
  ...officeGuides,
];

/** The matters whose guides are written in full. */
export const demoFullGuides: readonly DemoGuide[] = [
  campusCardLossGuide,
  changeOfProgrammeGuide,
  deferredExaminationGuide,
  employmentCertificateGuide,
  familyEnquiryGuide,
  hardshipRecognitionGuide,
  informationDisclosureGuide,
  leaveOfAbsenceGuide,
  lostDiplomaGuide,
  medicalReimbursementGuide,
  partyMembershipTransferGuide,
  returnToStudyGuide,
  roomChangeGuide,
  staffLeaveGuide,
  studentCardReplacementGuide,
  studentStatusCertificateGuide,
  transcriptKioskGuide,
  travelReimbursementGuide,
  tuitionDeferralGuide,
  visitorEntryGuide,
];

const fullGuides = new Map(demoFullGuides.map(({ matterCode, guide }) => [matterCode, guide]));

/** One guide for each matter, in the order of the matters. */
export const demoGuides: readonly DemoGuide[] = demoMatters.map((matter) => ({
  matterCode: matter.code,
  guide: fullGuides.get(matter.code) ?? briefGuide(matter),
}));

const guides = new Map(demoGuides.map(({ matterCode, guide }) => [matterCode, guide]));

/** @throws RangeError for a code that no matter has. */
export function getDemoGuide(matterCode: string): Guide {
  const found = guides.get(matterCode);
  if (!found) throw new RangeError(`no demo matter ${matterCode}`);
  return found;
}
