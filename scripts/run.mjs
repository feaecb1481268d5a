#!/usr/bin/env node
// What `npm start`, `npm test` and the other commands call: installs what is missing, then goes on in
// scripts/TASK.ts under the Node that the lockfile pins. It runs on any Node >= 18, before anything is
// installed: no dependencies, no new syntax.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.installed-from');

function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function tasks() {
  const files = readdirSync(join(root, 'scripts')).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return files.map((name) => name.slice(0, -3)).sort();
}

/** What the installed packages depend on; another value means that they are stale. */
function lockfileHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function isInstalled(hash) {
  const isComplete = existsSync(join(root, 'node_modules', '.modules.yaml'));
  return isComplete && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function install() {
  const hash = lockfileHash();
  if (isInstalled(hash)) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.log(`Installing packages with ${packageManager} (the first time takes about a minute) …`);
  const result = spawnSync('npx', ['-y', packageManager, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.error)
    fail(`npx could not be started (${result.error.message}). It comes with npm: install npm, then try again.`);
  if (result.status !== 0) {
    fail('The packages could not be installed. The lines above say why; usually the npm registry cannot be reached.');
  }
  writeFileSync(stamp, hash);
}

/** The pinned Node; on a platform for which npm has none, the one that runs this file, if it is new enough. */
function pinnedNode() {
  const packaged = join(bin, 'node');
  if (existsSync(packaged)) return packaged;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    fail(
      `No packaged Node for ${process.platform}-${process.arch}: install Node 24 yourself (this is ${process.version}).`,
    );
  }
  return process.execPath;
}

function continueIn(task, args) {
  const child = spawn(pinnedNode(), [join(root, 'scripts', `${task}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: bin + delimiter + (process.env.PATH || '') },
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    // Ctrl-C in a terminal reaches the child by itself; a second SIGINT would cut its orderly end short.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (error) => fail(`${task} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code === null ? (signal === 'SIGINT' ? 130 : 143) : code));
}

const [task, ...args] = process.argv.slice(2);
if (!task || !tasks().includes(task))
  fail(`Usage: node scripts/run.mjs TASK, where TASK is one of: ${tasks().join(', ')}`);
install();
continueIn(task, args);
