import { expect, test } from '@jest/globals';
import { deadlineOf, usualDeadline } from './deadline.ts';

test('what everybody asks is answered soon; who edits a catalog on a slow machine waits for the sample of a certificate', () => {
  expect(deadlineOf('/api/matters', '')).toBe(usualDeadline);
  expect(deadlineOf('/api/drafts', 'application/json')).toBe(usualDeadline);
  for (const path of ['/api/console/drafts/1/certificate-sample', '/api/admin/imports', '/api/supervision/audit'])
    expect(deadlineOf(path, '')).toBeGreaterThan(30_000);
  expect(deadlineOf('/api/drafts/1/materials', 'multipart/form-data; boundary=x')).toBeGreaterThan(30_000);
});
