import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { applicant, caseFacts, desk, everyPower, head, officer, routeOf, system } from '../../tests/builders.ts';
import { caseStatuses } from '../vocabulary/index.ts';
import { availableActions, findActionRefusal } from './available-actions.ts';
import { nextStatuses } from './case-lifecycle.ts';

const handled = caseFacts({ status: 'handling', acceptedOn: '2026-11-23', acceptanceKind: 'full' });
const atOffice = { ...handled, stageIndex: 1 };

describe('what may be done to a case', () => {
  test('the first post accepts, asks for correction or refuses; it does not decide', () => {
    expect(availableActions(caseFacts(), desk)).toEqual(['accept', 'request-correction', 'refuse']);
  });

  test('the applicant may withdraw until it is decided (PROG-5)', () => {
    expect(availableActions(caseFacts(), applicant)).toEqual(['withdraw']);
    expect(availableActions(handled, applicant)).toEqual(['withdraw']);
    expect(availableActions({ ...handled, status: 'approved' }, applicant)).toEqual([]);
  });

  test('only the last stage decides, the ones before it pass on', () => {
    expect(availableActions(handled, desk)).toEqual(['request-correction', 'pass', 'suspend', 'request-extension']);
    expect(availableActions(atOffice, officer)).toEqual([
      ...['request-correction', 'approve', 'decline', 'suspend', 'request-extension'],
    ]);
  });

  test('a post of another stage may do nothing', () => {
    expect(availableActions(handled, officer)).toEqual([]);
    expect(findActionRefusal(handled, 'pass', officer)).toEqual({ code: 'case.not-your-post' });
  });

  test('a post may only what its stage gives it', () => {
    const route = {
      stages: routeOf('desk').stages.map((stage) => ({
        ...stage,
        tasks: [{ key: 't', post: 'desk', may: ['accept' as const] }],
      })),
    };
    expect(availableActions(caseFacts({ route }), desk)).toEqual(['accept']);
    expect(findActionRefusal(caseFacts({ route }), 'refuse', desk)).toMatchObject({ code: 'case.stage-may-not' });
  });

  test('nobody handles their own case, whatever posts they hold', () => {
    const both = { ...desk, isApplicant: true };
    expect(availableActions(caseFacts(), both)).toEqual(['withdraw']);
    expect(findActionRefusal(caseFacts(), 'accept', both)).toEqual({ code: 'case.own-case' });
  });

  test('silence and expiry belong to the platform, voiding to the head', () => {
    expect(availableActions(caseFacts(), system)).toEqual(['deem-accepted']);
    expect(availableActions(caseFacts(), head)).toEqual(['void', 'remove']);
  });

  test('what is owed asks for a tolerant acceptance and stops the decision', () => {
    const owing = { owedMaterials: ['photo'] };
    expect(availableActions(caseFacts(owing), desk)).toContain('accept-tolerantly');
    expect(findActionRefusal(caseFacts(owing), 'accept', desk)).toEqual({
      code: 'case.materials-owed',
      field: 'photo',
    });
    expect(findActionRefusal({ ...atOffice, ...owing }, 'approve', officer)).toMatchObject({
      code: 'case.materials-owed',
    });
  });

  test('a finished case says that it is finished', () => {
    expect(findActionRefusal({ ...atOffice, status: 'declined' }, 'approve', officer)).toMatchObject({
      code: 'case.closed',
    });
  });

  property(
    'no one who is neither applicant nor holder of a post may do anything (R-AUTHZ-1)',
    fc.record({
      status: fc.constantFrom(...caseStatuses),
      stageIndex: fc.nat(3),
      held: fc.array(fc.constantFrom('elsewhere', 'other')),
    }),
    ({ status, stageIndex, held }) => {
      const actor = { isApplicant: false, heldPosts: held };
      expect(availableActions(caseFacts({ status, stageIndex }), actor)).toEqual([]);
    },
  );

  property(
    'whatever is offered, the table of the lifecycle allows',
    fc.record({
      status: fc.constantFrom(...caseStatuses),
      stageIndex: fc.nat(1),
      isApplicant: fc.boolean(),
      isHead: fc.boolean(),
      isHoldersHead: fc.boolean(),
      isSystem: fc.boolean(),
      heldPosts: fc.subarray(['desk', 'office']),
      owedMaterials: fc.subarray(['photo']),
    }),
    ({ status, stageIndex, owedMaterials, ...actor }) => {
      const facts = caseFacts({ status, stageIndex, owedMaterials, route: routeOf('desk', 'office') });
      for (const action of availableActions(facts, actor)) expect(nextStatuses(status, action)).not.toEqual([]);
    },
  );

  test('every power is used by some action', () => {
    const offered = new Set([
      ...availableActions(caseFacts(), desk),
      ...availableActions(handled, desk),
      ...availableActions(atOffice, officer),
    ]);
    expect(everyPower).toHaveLength(7);
    expect([...offered].sort()).toEqual(
      [
        ...['accept', 'approve', 'decline', 'pass', 'refuse', 'request-correction', 'suspend', 'request-extension'],
      ].sort(),
    );
  });
});
