import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applicant } from '../principals.ts';
import { createTestApp, type TestApp } from '../test-app.ts';
import { newId } from '../../../apps/api/src/platform/ids/index.ts';
import type { Principal } from '../../../apps/api/src/platform/principal/index.ts';
import { notificationModule } from '../../../apps/api/src/modules/notification/index.ts';
import { materialModule } from '../../../apps/api/src/modules/material/index.ts';
import { FakeCases } from './fake-cases.ts';
import { pdf } from './sample-files.ts';

export interface Sent {
  readonly status: number;
  readonly body: {
    id: string;
    code: string;
    detail: string;
    state: string;
    name: string;
    sha256: string;
    size: number;
  };
}

export interface SendOptions {
  readonly name?: string;
  readonly as?: Principal;
  readonly key?: string;
  readonly draft: string;
  readonly field?: string;
}

/** The API with drafts of a student, and short ways to upload into them. Requirement `proof`: any kind, three files of 300 kB. */
export class UploadDesk {
  readonly app: TestApp;
  readonly cases: FakeCases;
  readonly student = applicant();

  constructor(app: TestApp, cases: FakeCases) {
    this.app = app;
    this.cases = cases;
  }

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<UploadDesk> {
    const cases = new FakeCases();
    const limits = { accepts: ['pdf', 'jpg', 'png'], maxBytes: 300_000, maxFiles: 3 } as const;
    cases.requirements.set('proof', { key: 'proof', ...limits });
    cases.requirements.set('photo', { key: 'photo', ...limits, accepts: ['jpg'] });
    const modules = [materialModule, notificationModule, cases.module];
    return new UploadDesk(await createTestApp({ modules, environment }), cases);
  }

  newDraft(owner: Principal = this.student): string {
    const id = newId();
    this.cases.owners.set(id, owner.personId ?? '');
    return id;
  }

  async send(file: Buffer = pdf(), options: SendOptions): Promise<Sent> {
    const { name = '证明.pdf', as = this.student, key = 'proof', draft, field = 'file' } = options;
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(file)]), name);
    const answer = await this.app.fetchAs(as)(this.address(draft, key), { method: 'POST', body: form });
    return { status: answer.status, body: (await answer.json()) as Sent['body'] };
  }

  address(draft: string, key = 'proof'): string {
    return `${this.app.base}/api/drafts/${draft}/materials/${key}`;
  }

  read(id: string, as: Principal = this.student): Promise<Response> {
    return this.app.fetchAs(as)(`${this.app.base}/api/materials/${id}/file`);
  }

  storedFiles(): string[] {
    const folder = this.app.config.filesFolder;
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).isFile());
  }

  async countAudit(action: string): Promise<number> {
    const em = this.app.database.orm.em.fork();
    return (await em.execute<unknown[]>('select id from audit_entries where action = ?', [action])).length;
  }
}
