export { makeBackupKey, readBackupKey } from './backup-key.ts';
export { hashTables } from './hash-tables.ts';
export { restoreBackup, type RestoreRequest } from './restore-backup.ts';
export { RestoreRefused } from './restore-refused.ts';
export { SealBroken } from './sealed-stream.ts';
export { writeBackup, type BackupRequest, type BackupSummary } from './write-backup.ts';
