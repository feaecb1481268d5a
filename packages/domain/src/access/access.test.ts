import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { roles, scopeKinds } from '../vocabulary/index.ts';
import { covers, findRoleConflicts, type Grant, isGrantValid } from './grant.ts';
import { type Act, acts, can, grantsFor, permissions } from './permissions.ts';

const now = new Date('2026-11-23T02:00:00Z');
const grant = (changes: Partial<Grant> = {}): Grant => ({
  id: 'g',
  role: 'clerk',
  scopeKind: 'department',
  scopeId: 'registrar',
  from: new Date('2026-01-01T00:00:00Z'),
  until: null,
  ...changes,
});
const place = { campusId: 'east', departmentId: 'registrar', officeId: 'records', counterId: 'c1', ownerId: 'student' };
const may = (grants: readonly Grant[], act: Act, target = {}): boolean =>
  can({ personId: 'p', grants }, act, { target, at: now });

describe('who may do what (R-AUTHZ-1, R-AUTHZ-4)', () => {
  test('a clerk reads the cases of the own department and of no other', () => {
    expect(may([grant()], 'case.read', place)).toBe(true);
    expect(may([grant()], 'case.read', { ...place, departmentId: 'finance' })).toBe(false);
  });

  test('a scope holds what lies within it', () => {
    const scopes = [
      ['university', null],
      ['campus', 'east'],
      ['department', 'registrar'],
      ['office', 'records'],
      ['counter', 'c1'],
    ] as const;
    for (const [scopeKind, scopeId] of scopes) expect(covers({ scopeKind, scopeId }, place)).toBe(true);
    for (const [scopeKind] of scopes.slice(1)) expect(covers({ scopeKind, scopeId: 'other' }, place)).toBe(false);
    for (const [scopeKind, scopeId] of scopes.slice(1)) expect(covers({ scopeKind, scopeId }, {})).toBe(false);
    expect(covers({ scopeKind: 'self', scopeId: null }, place)).toBe(false);
    expect(covers({ scopeKind: 'campus', scopeId: null }, { campusId: null })).toBe(false);
  });

  test('applicants need no grant for their own record, and have none for others (R-AUTHZ-2)', () => {
    const asker = { personId: 'student', grants: [] };
    expect(can(asker, 'case.read', { target: place, at: now })).toBe(true);
    expect(can(asker, 'case.read', { target: { ...place, ownerId: 'other' }, at: now })).toBe(false);
    expect(can(asker, 'case.handle', { target: place, at: now })).toBe(false);
    expect(can({ personId: null, grants: [] }, 'case.read', { target: { ownerId: null }, at: now })).toBe(false);
  });

  test('administrators read no case and no audit log; nobody edits the log', () => {
    const administrator = [grant({ role: 'administrator', scopeKind: 'university', scopeId: null })];
    const allowed = acts.filter((act) => may(administrator, act, place));
    expect(allowed.filter((act) => /^(case|draft|material|certificate|rating|audit)\./.test(act))).toEqual([]);
    expect(acts.filter((act) => act.startsWith('audit.'))).toEqual(['audit.read', 'audit.verify']);
  });

  test('supervisors read the log, reform officers statistics and catalog, each nothing of the other', () => {
    const as = (role: Grant['role']): readonly Act[] =>
      acts.filter((act) => may([grant({ role, scopeKind: 'university', scopeId: null })], act, place));
    expect(as('supervisor')).toEqual([
      'rating.read-figures',
      'survey.read',
      'programme.read',
      'accountability.read',
      'score.read',
      'filing.read',
      'audit.read',
      'audit.verify',
    ]);
    expect(as('reform-officer')).toEqual([
      'rating.read-figures',
      'statistics.read',
      'survey.read',
      'survey.manage',
      'survey.reveal-contacts',
      'programme.read',
      'programme.manage',
      'accountability.read',
      'accountability.decide',
      'handbook.read',
      'handbook.edit',
      'training.read',
      'score.read',
      'volume.report',
      'volume.choose',
      'frequency.freeze',
      'reduction.read',
      'reduction.record',
      'promise.read',
      'promise.manage',
      'target.edit',
      'exclusion.request',
      'exclusion.decide',
      'catalog.read-drafts',
      'catalog.edit',
      'catalog.confirm',
      'catalog.review',
      'catalog.publish',
      'filing.read',
      'filing.manage',
      'organization.read',
    ]);
  });

  test('who handles a case does not read its ratings; only heads strike cases and revoke certificates', () => {
    expect(may([grant()], 'rating.read-figures', place)).toBe(false);
    expect(may([grant()], 'case.strike', place)).toBe(false);
    expect(may([grant({ role: 'head' })], 'certificate.revoke', place)).toBe(true);
  });

  test('departments answer their tasks and read their own accountability; only the reform office decides and opens contacts', () => {
    const head = [grant({ role: 'head' })];
    expect(may(head, 'programme.answer', place)).toBe(true);
    expect(may(head, 'accountability.reply', { departmentId: 'finance' })).toBe(false);
    expect(may(head, 'accountability.decide', place)).toBe(false);
    expect(may([grant()], 'accountability.read', place)).toBe(false);
    for (const role of ['clerk', 'head', 'supervisor', 'administrator'] as const)
      expect(may([grant({ role, scopeKind: 'university' })], 'survey.reveal-contacts', place)).toBe(false);
  });

  test('a head sees how the own department keeps its promises, and decides nothing of it', () => {
    const head = [grant({ role: 'head' })];
    expect([may(head, 'promise.read', place), may(head, 'reduction.record', place)]).toEqual([true, true]);
    expect(may(head, 'promise.read', { ...place, departmentId: 'finance' })).toBe(false);
    expect(may(head, 'promise.manage', place)).toBe(false);
    expect(may([grant()], 'promise.read', place)).toBe(false);
  });

  test('a grant holds from its first instant and not at its last', () => {
    const dated = { from: new Date('2026-11-23T02:00:00Z'), until: new Date('2026-11-24T02:00:00Z') };
    expect(isGrantValid(dated, dated.from)).toBe(true);
    expect(isGrantValid(dated, dated.until)).toBe(false);
    expect(isGrantValid(dated, new Date(dated.from.getTime() - 1))).toBe(false);
  });

  test('one person may not run the platform and judge its log at the same time', () => {
    const supervisor = grant({ role: 'supervisor', from: new Date('2026-06-01') });
    expect(findRoleConflicts([grant({ role: 'administrator' }), supervisor])).toEqual([
      ['administrator', 'supervisor'],
    ]);
    expect(findRoleConflicts([grant({ role: 'administrator', until: new Date('2026-06-01') }), supervisor])).toEqual(
      [],
    );
  });

  test('an act that no sentence names is denied', () => {
    expect(may([grant({ scopeKind: 'university' })], 'toString' as Act, place)).toBe(false);
  });

  const instants = fc.constantFrom(null, new Date('2025-01-01'), new Date('2026-06-01'), new Date('2027-01-01'));
  const ids = fc.constantFrom(null, 'east', 'registrar', 'records', 'c1', 'other');
  const anyGrant = fc.record({
    id: fc.uuid(),
    role: fc.constantFrom(...roles),
    scopeKind: fc.constantFrom(...scopeKinds),
    scopeId: ids,
    from: instants.map((from) => from ?? new Date(0)),
    until: instants,
  });
  const target = fc.record({
    campusId: ids,
    departmentId: ids,
    officeId: ids,
    counterId: ids,
    ownerId: fc.constantFrom('p', 'q', null),
  });
  const asked = fc.record({ act: fc.constantFrom(...acts), target });

  property('without a grant only the own record is open', asked, ({ act, target: thing }) => {
    const owners = 'owner' in permissions[act] && thing.ownerId === 'p';
    expect(may([], act, thing)).toBe(owners);
  });

  property(
    'a grant that has ended or not begun gives nothing (R-AUTHZ-3)',
    fc.tuple(asked, anyGrant),
    ([{ act, target: thing }, given]) => {
      const ended = { ...given, from: new Date(0), until: now };
      const later = { ...given, from: new Date(now.getTime() + 1), until: null };
      expect(may([ended, later], act, thing)).toBe(may([], act, thing));
    },
  );

  property(
    'one grant more never takes a permission away',
    fc.tuple(asked, fc.array(anyGrant, { maxLength: 4 }), anyGrant),
    ([{ act, target: thing }, grants, more]) => {
      if (may(grants, act, thing)) expect(may([...grants, more], act, thing)).toBe(true);
    },
  );

  property(
    'a wider scope allows all that a narrower one did',
    fc.tuple(asked, anyGrant),
    ([{ act, target: thing }, given]) => {
      if (may([given], act, thing))
        expect(may([{ ...given, scopeKind: 'university', scopeId: null }], act, thing)).toBe(true);
    },
  );

  property(
    'lists are narrowed by just the grants that allow the act',
    fc.tuple(asked, fc.array(anyGrant, { maxLength: 4 })),
    ([{ act, target: thing }, grants]) => {
      const allowing = grantsFor({ grants }, act, now);
      expect(may(allowing, act, thing)).toBe(may(grants, act, thing));
    },
  );
});
