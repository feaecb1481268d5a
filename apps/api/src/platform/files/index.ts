export { BlobDamaged, BlobMissing, BlobTooLarge, type BlobMeta, type BlobRef, type BlobStore } from './blob-store.ts';
export { createFolderBlobStore, type FolderBlobStoreOptions } from './folder-blob-store.ts';
