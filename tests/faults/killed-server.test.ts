import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Submission } from '../load/submissions.ts';
import { startFaultSite, type FaultSite } from './support/fault-site.ts';
import { findOrphans, readWritten } from './support/find-orphans.ts';
import { isDone, submit, type Acknowledged } from './support/submit.ts';

/** How often the server is killed; a hundred and more before a release, with `YITANG_KILLS`. */
const kills = Number(process.env['YITANG_KILLS'] ?? 8);
/** So many at once, as long as there are so many left. */
const atOnce = 200;
// Answers come in waves, as commits share their sync: what a kill leaves over has to last until the last one.
const applicants = Math.max(atOnce, kills * 100);
/** And so many ask again: more than may wait for a connection would be told to come later. */
const againAtOnce = 4 * atOnce;
/** The server is killed when so many more have their answer: now at the very first, now in the thick of it. */
const answersBefore = (kill: number): number => 1 + ((kill * 7) % 23);

let site: FaultSite;
beforeAll(async () => {
  // No jobs: what a submission leaves to be done stays to be looked at.
  site = await startFaultSite({ drafts: applicants, env: { NO_JOBS: '1' } });
}, 120_000);
afterAll(() => site.close());

/** Submits all at once and kills the server in the middle of it; answers what was acknowledged before. */
async function submitAndKill(drafts: readonly Submission[], after: number): Promise<Map<string, Acknowledged>> {
  const acknowledged = new Map<string, Acknowledged>();
  const app = site.app();
  let killed: Promise<void> | undefined;
  await Promise.all(
    drafts.map(async (draft) => {
      const answer = await submit(app.origin, draft);
      if (answer === undefined || !isDone(answer)) return;
      acknowledged.set(draft.draftId, answer);
      if (acknowledged.size >= after) killed ??= app.kill();
    }),
  );
  await killed;
  return acknowledged;
}

describe(`the server is killed ${kills} times in the middle of ${atOnce} submissions at once`, () => {
  const acknowledged = new Map<string, Acknowledged>();
  const missing = () => site.drafts.filter(({ draftId }) => !acknowledged.has(draftId));

  test(
    'F-3, R-TX-1: none that was acknowledged is lost, none is doubled, nothing is there by halves',
    async () => {
      for (let kill = 0; kill < kills; kill += 1) {
        const after = answersBefore(kill);
        const fresh = await submitAndKill(missing().slice(0, atOnce), after);
        expect(site.app().isRunning()).toBe(false);
        expect(fresh.size).toBeGreaterThanOrEqual(after);
        for (const [draftId, answer] of fresh) acknowledged.set(draftId, answer);
        const written = await site.look(readWritten);
        expect(findOrphans(written)).toEqual([]);
        const numbers = new Map(written.cases.map(({ id, number }) => [id, number]));
        for (const [draftId, { number }] of acknowledged) expect(numbers.get(draftId)).toBe(number);
        await site.again();
      }
      expect(missing().length).toBeGreaterThan(0);
    },
    60_000 + kills * 30_000,
  );

  test(
    'F-3: who got no answer asks again with the same key and has one case; who had one gets the same answer',
    async () => {
      const before = new Map(acknowledged);
      const again: Awaited<ReturnType<typeof submit>>[] = [];
      for (let start = 0; start < applicants; start += againAtOnce) {
        const some = site.drafts.slice(start, start + againAtOnce);
        again.push(...(await Promise.all(some.map((draft) => submit(site.app().origin, draft)))));
      }
      expect(again.filter((answer) => !isDone(answer))).toEqual([]);
      for (const answer of again) {
        const first = before.get(answer!.caseId!);
        if (first !== undefined) expect(answer!.number).toBe(first.number);
      }
      const written = await site.look(readWritten);
      expect(findOrphans(written)).toEqual([]);
      expect([written.cases.length, written.keys]).toEqual([applicants, applicants]);
    },
    60_000 + kills * 1_000,
  );

  test('what would be lost, doubled or there by halves is seen', async () => {
    const written = await site.look(readWritten);
    const [first, second] = written.cases;
    const without = (ids: readonly string[]) => ids.filter((id) => id !== first!.id);
    expect(findOrphans({ ...written, events: without(written.events) })).toEqual([`${first!.id} has 0 × event`]);
    expect(findOrphans({ ...written, notices: [...written.notices, first!.id] })).toEqual([
      `${first!.id} has 2 × notice`,
    ]);
    const lost = { ...written, cases: written.cases.slice(1) };
    expect(findOrphans(lost)).toContain(`audit entry of ${first!.id}, which is no case`);
    const twice = { ...written, cases: [{ ...first!, number: second!.number }, ...written.cases.slice(1)] };
    expect(findOrphans(twice)).toEqual(['two cases bear one number']);
  });
});
