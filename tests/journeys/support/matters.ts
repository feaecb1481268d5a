/** Codes of matters of the demo. */
export const matters = {
  certificate: '99999-105-07-009-000',
  studentCard: '99999-107-20-013-000',
  leaveOfAbsence: '99999-105-10-010-001',
  familyEnquiry: '99999-107-20-019-001',
  staffLeave: '99999-104-10-003-000',
  enquiry: '99999-101-20-004-000',
  markReview: '99999-105-10-012-000',
  cardLoss: '99999-119-20-001-007',
  recordCopies: '99999-122-07-002-000',
} as const;
