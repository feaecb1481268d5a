import { mkdirSync, rmSync } from 'node:fs';
import { fromRoot } from '../../../scripts/lib/paths.ts';

/** Points this process at an empty database and an empty folder of files under var/test/. */
export function useFreshFolder(name: string): void {
  const folder = fromRoot('var/test', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.env.DATABASE_URL = `sqlite:${folder}/yitang.db`;
  process.env.FILES_FOLDER = `${folder}/files`;
}
