import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface FontFace {
  readonly file: string;
  /** PostScript name of the face in a collection. */
  readonly name?: string | undefined;
}

const debian = '/usr/share/fonts/opentype/noto';
/** Fonts that Debian's fonts-noto-cjk installs; the second draws what the first lacks. */
const systemFaces: readonly FontFace[] = [
  { file: `${debian}/NotoSerifCJK-Regular.ttc`, name: 'NotoSerifCJKsc-Regular' },
  { file: `${debian}/NotoSansCJK-Regular.ttc`, name: 'NotoSansCJKsc-Regular' },
];
/** 2,347 characters beyond the basic plane, which only names use. */
const rareHan: FontFace = { file: fileURLToPath(new URL('./fonts/rare-han.otf', import.meta.url)) };

/**
 * The fonts of this machine in the order of preference: the configured one (`FILE` or `FILE#PostScriptName`), the
 * system's, the one that is installed with us.
 */
export function findFonts(configured: string | undefined): FontFace[] {
  const [file, name] = configured?.split('#', 2) ?? [];
  const chosen: FontFace[] = file === undefined ? [] : [{ file, name: name ?? collectionFace(file) }];
  return [...chosen, ...systemFaces, ...packagedFaces(), rareHan].filter((face) => existsSync(face.file));
}

/** Only what is installed with us, so that a text looks the same on every machine, to the byte. */
export const packagedFonts = (): FontFace[] => [...packagedFaces(), rareHan];

function collectionFace(file: string): string | undefined {
  return systemFaces.find((face) => face.file === file)?.name;
}

function packagedFaces(): FontFace[] {
  try {
    const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
    return [{ file: join(dirname(entry), '..', 'fonts', 'NotoSansHans-Regular.otf') }];
  } catch {
    return [];
  }
}
