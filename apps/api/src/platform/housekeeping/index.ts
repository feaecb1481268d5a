export { anchorAudit, housekeepingModule } from './housekeeping.ts';
