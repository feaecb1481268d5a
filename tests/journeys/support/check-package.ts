import { execFileSync, spawnSync } from 'node:child_process';

/** What the two programs said that have nothing to do with the site (docs/FILING.md). */
export interface PackageCheck {
  /** Lines of `sha256sum -c`; each ends with OK where the file is as it was sealed. */
  readonly hashes: readonly string[];
  readonly signature: string;
}

/** Unpacks a filing package as its receiver does, and checks it by the commands that its README gives. */
export function checkPackage(zip: string, folder: string): PackageCheck {
  execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder]);
  const run = (line: string): string => {
    const [program = '', ...given] = line.split(' ');
    const { stdout, stderr, error } = spawnSync(program, given, { cwd: folder, encoding: 'utf8' });
    if (error !== undefined) throw error;
    return stdout + stderr;
  };
  return {
    hashes: run('sha256sum -c SHA256SUMS').trim().split('\n'),
    signature: run(
      'openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig',
    ).trim(),
  };
}
