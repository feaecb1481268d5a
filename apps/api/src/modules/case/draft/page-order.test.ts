import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiError } from '@yitang/contract';
import fc from 'fast-check';
import {
  cardMatter,
  leaveForm,
  makeCaseWorld,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { seed } from '../../../../../../tests/support/property.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';

const code = 'DEMO-FREE';
const order = ['identity', 'reason', 'contact'] as const;
type Page = (typeof order)[number];

const good = {
  identity: {},
  reason: { reason: 'other', explanation: '家里有事走不开', from: '2026-03-09' },
  contact: { phone: '13800138000', consent: true },
} as const satisfies Record<Page, object>;
const faulty = { identity: {}, reason: { reason: 'other' }, contact: { consent: false } } as const satisfies Record<
  Page,
  object
>;

type Step = { readonly page: Page; readonly isFaulty: boolean; readonly isPartial: boolean } | 'submit';
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ page: fc.constantFrom(...order), isFaulty: fc.boolean(), isPartial: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.constant('submit' as const) },
);

let app: TestApp;
let world: CaseWorld;
let keys = 0;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
      const like = cardMatter();
      await publish(deps, [{ ...like, summary: { ...like.summary, code }, form: leaveForm }]);
    },
  });
});
afterAll(() => app.close());

const isDone = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof ApiError && error.status === 422) return false;
      throw error;
    },
  );

/** What the pages of a draft may do, as simply as it can be said. */
class Model {
  readonly complete = new Set<Page>();
  isOpen = (page: Page): boolean => order.slice(0, order.indexOf(page)).every((earlier) => this.complete.has(earlier));
  isReady = (): boolean => order.every((page) => this.complete.has(page));
}

test('R-IN-2: whatever order the pages are sent in, none is skipped', async () => {
  const student = app.as(world.student);
  const walk = async (steps: readonly Step[]): Promise<void> => {
    const { id: draftId } = await student.openDraft({ body: { matterCode: code } });
    const model = new Model();
    for (const next of steps) {
      if (next === 'submit') {
        const idempotencyKey = `page-order-${(keys += 1)}`;
        const isSubmitted = await isDone(student.submitDraft({ params: { draftId }, body: {}, idempotencyKey }));
        expect(isSubmitted).toBe(model.isReady());
        if (isSubmitted) return;
        continue;
      }
      const { page, isFaulty, isPartial } = next;
      const isWrong = isFaulty && page !== 'identity';
      const answers = isWrong ? faulty[page] : good[page];
      const isSaved = await isDone(student.savePage({ params: { draftId, page }, body: { answers, isPartial } }));
      expect(isSaved).toBe(model.isOpen(page) && (isPartial || !isWrong));
      if (isSaved && !isPartial) model.complete.add(page);
      // What was typed is kept, faults and all: the page is to be filled in again.
      else if (model.isOpen(page)) model.complete.delete(page);
    }
    await student.deleteDraft({ params: { draftId } });
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), walk), { seed, numRuns: 40 });
}, 120_000);
