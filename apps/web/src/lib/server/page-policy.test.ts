import { describe, expect, test } from '@jest/globals';
import { apiOrigin, operatorPolicy } from './page-policy.ts';

describe('what an operator decides about pages', () => {
  test('by default forms lead here and nobody frames our pages', () => {
    expect(operatorPolicy({})).toBe("form-action 'self'; frame-ancestors 'none'");
  });

  test('signing out may lead to the CAS of the campus', () => {
    const policy = operatorPolicy({ CAS_URL: 'https://cas.example.edu.cn/authserver' });
    expect(policy).toContain("form-action 'self' https://cas.example.edu.cn;");
  });

  test('the campus portal may frame our pages', () => {
    const policy = operatorPolicy({ FRAME_ANCESTORS: 'https://portal.example.edu.cn, https://my.example.edu.cn/home' });
    expect(policy).toMatch(/frame-ancestors https:\/\/portal\.example\.edu\.cn https:\/\/my\.example\.edu\.cn$/);
  });

  test('a page that asks for it is framed by our own pages too', () => {
    expect(operatorPolicy({}, true)).toMatch(/frame-ancestors 'self'$/);
  });

  test('no setting can add a directive of its own', () => {
    const policy = operatorPolicy({ FRAME_ANCESTORS: "https://a.cn/; script-src 'unsafe-inline'", CAS_URL: '/cas; x' });
    expect(policy).toBe("form-action 'self'; frame-ancestors https://a.cn");
  });
});

test('the API is this process unless it is said where', () => {
  expect(apiOrigin({ PORT: '8123' })).toBe('http://127.0.0.1:8123');
  expect(apiOrigin({ API_ORIGIN: 'http://api:9000' })).toBe('http://api:9000');
});
