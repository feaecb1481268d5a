/** What is typed of an entry. */
export const sourceFields = ['name', 'nameEn', 'departmentId', 'gives', 'basis', 'liveFrom', 'liveUntil'] as const;
export type SourceField = (typeof sourceFields)[number];
