import { createHash } from 'node:crypto';
import type { Client, Endpoints } from '@yitang/contract';
import { FrozenSet } from '../../apps/api/src/modules/reform/frequency/frequency.entity.ts';
import { catalogKey } from '../../apps/api/src/modules/catalog/index.ts';
import { VolumeEntry } from '../../apps/api/src/modules/reform/volume/volume.entity.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import { codes } from './case-world.ts';
import { pdf } from './material/sample-files.ts';
import type { TestApp } from './test-app.ts';

export function pdfForm(name: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(pdf())], { type: 'application/pdf' }), name);
  return form;
}

/** 工作专班成立文件 with its file. */
export async function readyDecree(officer: Client<Endpoints>): Promise<string> {
  const body = { number: '示大〔2026〕1号', title: '关于成立改革工作专班的通知', issuedOn: '2026-01-05' };
  const { id } = await officer.addFilingDecree({ body });
  await officer.attachFilingDecree({ params: { id }, form: pdfForm('通知.pdf') });
  return id;
}

/** Set 1, of the year before, over the matters of the case world. */
export async function frozenSetOf(app: TestApp): Promise<void> {
  const rows = Object.values(codes).map((code, index) => ({
    ...{ rank: index + 1, code, name: code, department: '教务处', volume: 60 - 20 * index },
    ...{ isHighFrequency: index < 2, isBoundary: index === 1, isTied: false },
  }));
  const rules = { joint: 'components', withInstant: true, audiences: [] };
  const document = JSON.stringify({ rules, rows });
  await app.deps.orm.em.fork().insert(FrozenSet, {
    ...{ number: 1, year: 2025, replaces: null, reason: null, firstMonth: '2025-01', lastMonth: '2025-12' },
    ...{ total: 120, setSize: 2, matters: 3, document, keyId: '0'.repeat(16), publicKey: '', signature: '' },
    digest: createHash('sha256').update(document).digest('hex'),
    frozenBy: '改革办甲',
    frozenAt: new Date('2026-01-08T09:00:00Z'),
  });
}

/** Each matter has cases of one month, as another system reported them. */
export async function reportedVolumes(app: TestApp): Promise<void> {
  for (const { id, departmentId } of app.deps.services.get(catalogKey).current().matters) {
    await app.deps.orm.em.fork().insert(VolumeEntry, {
      ...{ id: newId(), matterId: id, departmentId, month: '2025-06', source: 'card', turn: 1, cases: 30 },
      ...{ evidence: '一卡通系统统计', reason: null, replaces: null, reportedBy: '王老师' },
      recordedAt: new Date('2025-07-02T02:00:00Z'),
    });
  }
}
