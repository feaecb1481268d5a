/** Where the checklist of a situation (`reason:lost,kind:paper`) stays; its marks are allowed in a query as they are. */
export const checklistPath = (code: string, situation: string | undefined): string =>
  `/matters/${code}/checklist${situation === undefined ? '' : `?situation=${situation}`}`;
