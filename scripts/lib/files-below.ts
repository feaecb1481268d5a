import { readdirSync } from 'node:fs';

/** Every file below a folder. Links are not followed, as `readdir` with `recursive` does: pnpm's packages link to each other. */
export function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}
