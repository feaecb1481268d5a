import type { PackageGap } from '@yitang/domain/filing';
import type { PackageAction, PackagePart, PackageStatus, SendingWay } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** 工作专班成立文件; the file comes once and is never changed. */
const FilingDecreeSchema = defineEntity({
  name: 'FilingDecree',
  tableName: 'filing_decrees',
  properties: {
    id: p.string().length(36).primary(),
    number: p.string().length(80),
    title: p.string().length(200),
    issuedOn: p.string().length(10),
    fileName: p.string().length(130).nullable(),
    fileSize: p.integer().nullable(),
    fileSha256: p.string().length(64).nullable(),
    blobId: p.string().length(36).nullable(),
    addedAt: p.datetime(3),
    addedBy: p.string().length(120),
  },
});
export class FilingDecree extends FilingDecreeSchema.class {}
FilingDecreeSchema.setClass(FilingDecree);

/** A package for the province (备案材料). What it shows is in its snapshot, which is never changed. */
const FilingPackageSchema = defineEntity({
  name: 'FilingPackage',
  tableName: 'filing_packages',
  properties: {
    id: p.string().length(36).primary(),
    status: p.string().$type<PackageStatus>().length(12),
    /** 备案号, given when it is frozen. */
    number: p.string().length(10).nullable().unique(),
    version: p.integer(),
    asOf: p.string().length(10),
    decreeId: p.string().length(36).nullable(),
    setNumber: p.integer().nullable(),
    /** The package that came back. */
    replacesId: p.string().length(36).nullable(),
    snapshotBlobId: p.string().length(36),
    snapshotSize: p.integer(),
    digest: p.string().length(64),
    gaps: p.json<readonly PackageGap[]>(),
    matters: p.integer(),
    setSize: p.integer().nullable(),
    papersDone: p.integer(),
    papersTotal: p.integer(),
    failure: p.string().length(300).nullable(),
    plannedAt: p.datetime(3),
    plannedBy: p.string().length(120),
    frozenOn: p.string().length(10).nullable(),
    sentOn: p.string().length(10).nullable(),
    archiveBlobId: p.string().length(36).nullable(),
    archiveSize: p.integer().nullable(),
    archiveSha256: p.string().length(64).nullable(),
    keyId: p.string().length(16).nullable(),
    publicKey: p.string().length(200).nullable(),
    receiptName: p.string().length(130).nullable(),
    receiptSize: p.integer().nullable(),
    receiptSha256: p.string().length(64).nullable(),
    receiptType: p.string().length(100).nullable(),
    receiptBlobId: p.string().length(36).nullable(),
    /** Raised by every step. */
    revision: p.integer(),
  },
});
export class FilingPackage extends FilingPackageSchema.class {}
FilingPackageSchema.setClass(FilingPackage);

/** One paper of a package. */
const FilingFileSchema = defineEntity({
  name: 'FilingFile',
  tableName: 'filing_files',
  uniques: [{ name: 'filing_files_path', properties: ['packageId', 'path'] }],
  properties: {
    id: p.string().length(36).primary(),
    packageId: p.string().length(36),
    path: p.string().length(60),
    part: p.string().$type<PackagePart>().length(12),
    title: p.string().length(100),
    size: p.integer(),
    sha256: p.string().length(64),
    blobId: p.string().length(36),
  },
});
export class FilingFile extends FilingFileSchema.class {}
FilingFileSchema.setClass(FilingFile);

/** What happened to a package; only added to. */
const FilingStepSchema = defineEntity({
  name: 'FilingStep',
  tableName: 'filing_steps',
  indexes: [{ name: 'filing_steps_package', properties: ['packageId', 'id'] }],
  properties: {
    id: p.string().length(36).primary(),
    packageId: p.string().length(36),
    action: p.string().$type<PackageAction | 'plan'>().length(12),
    at: p.datetime(3),
    by: p.string().length(120),
    /** The day on which it happened outside. */
    on: p.string().length(10).nullable().fieldName('happened_on'),
    way: p.string().$type<SendingWay>().length(12).nullable(),
    /** To whom it was sent; number of the receipt. */
    reference: p.string().length(100).nullable(),
    note: p.string().length(500).nullable(),
  },
});
export class FilingStep extends FilingStepSchema.class {}
FilingStepSchema.setClass(FilingStep);
