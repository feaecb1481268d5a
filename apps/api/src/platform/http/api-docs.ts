import { errorTexts } from '@yitang/contract';
import { openApiDocument } from '@yitang/contract/openapi';
import { statusOf } from '../problem/index.ts';
import type { ErrorCode } from '@yitang/contract';

type Json = Record<string, unknown>;
interface Operation {
  operationId: string;
  summary: string;
  'x-access': string | string[];
  parameters?: { name: string; in: string; required?: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}

let json: string | undefined;
let page: string | undefined;

export const openApiJson = (version: string): string =>
  (json ??= JSON.stringify(openApiDocument('一趟 Yitang', version)));

/** The same document for people: one page without script, foreign host or state. */
export function apiDocsPage({ version, isDemo }: { readonly version: string; readonly isDemo: boolean }): string {
  page ??= render(
    JSON.parse(openApiJson(version)) as {
      paths: Record<string, Record<string, Operation>>;
      components?: { schemas?: Record<string, Json> };
    },
    version,
  );
  return isDemo ? page.replace('<main>', `<main>${demo}`) : page;
}

const demo = `<p><b>演示数据</b>：本站的人物、办件与数字均为演示，不代表任何真实高校。<span lang="en">Demo data: nothing here stands for a real university.</span></p>`;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[mark]!);

function render(
  document: { paths: Record<string, Record<string, Operation>>; components?: { schemas?: Record<string, Json> } },
  version: string,
): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => renderOperation(method, path, operation)),
  );
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="schema-${escape(name)}"><summary><code>${escape(name)}</code></summary>${renderSchema(schema)}</details>`,
  );
  const codes = Object.entries(errorTexts).map(
    ([code, text]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${statusOf(code as ErrorCode)}</td><td>${escape(text.zh)}<br><span lang="en">${escape(text.en)}</span></td></tr>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>一趟 · API</title><style>${style}</style>
<main><h1>一趟 API <small>${escape(version)}</small></h1>
<p>机器可读：<a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）。每个操作写明谁可以调用；错误一律为 <code>application/problem+json</code>，代码见文末。</p>
<p lang="en">Each operation says who may call it. Errors are <code>application/problem+json</code> with one of the codes at the end. A change needs <code>Origin</code> of this site, or a machine client’s <code>Authorization: Bearer</code>.</p>
<h2>操作 Operations</h2>${operations.join('\n')}<h2>数据 Schemas</h2>${schemas.join('\n')}
<h2>错误代码 Error codes</h2><table><tbody>${codes.join('\n')}</tbody></table></main></html>`;
}

function renderOperation(method: string, path: string, operation: Operation): string {
  const access = [operation['x-access']].flat().join(', ');
  const parameters = (operation.parameters ?? []).map(
    (one) =>
      `<tr><td><code>${escape(one.name)}</code></td><td>${one.in}${one.required ? ' · 必填' : ''}</td><td><code>${escape(JSON.stringify(one.schema))}</code></td></tr>`,
  );
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<p>请求 <code>${escape(type)}</code></p>${renderSchema(schema)}`,
  );
  const answers = Object.entries(operation.responses)
    .filter(([status]) => !status.endsWith('XX'))
    .map(
      ([status, { content }]) =>
        Object.entries(content ?? {})
          .map(([type, { schema }]) => `<p>${status} <code>${escape(type)}</code></p>${renderSchema(schema)}`)
          .join('') || `<p>${status}</p>`,
    );
  return `<details id="${escape(operation.operationId)}"><summary><b>${method.toUpperCase()}</b> <code>${escape(path)}</code> — ${escape(operation.summary)} <i>${escape(access)}</i></summary>
${parameters.length > 0 ? `<table><tbody>${parameters.join('')}</tbody></table>` : ''}${bodies.join('')}${answers.join('')}</details>`;
}

function renderSchema(schema: Json): string {
  const text = escape(JSON.stringify(schema, null, 1)).replace(
    /&quot;#\/components\/schemas\/(\w+)&quot;/g,
    '<a href="#schema-$1">$1</a>',
  );
  return `<pre>${text}</pre>`;
}

const style = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;color:#1d2321;background:#fbfaf6;margin:0}main{max-width:64rem;margin:auto;padding:2rem 1rem}
h1 small{font-weight:400;font-size:1rem}a{color:#1f6f63}details{border-bottom:1px solid #dcd9cf;padding:.5rem 0}summary{cursor:pointer}summary b{display:inline-block;width:4.5rem;color:#1f6f63}
summary i{color:#5b625f;font-style:normal;font-size:.85rem;margin-left:.5rem}code,summary{overflow-wrap:anywhere}pre{background:#f1efe7;padding:.75rem;overflow:auto;font-size:.85rem}td{padding:.25rem .75rem .25rem 0;vertical-align:top}
@media(prefers-color-scheme:dark){body{color:#e6e6e0;background:#171a19}pre{background:#222725}details{border-color:#353b38}a,summary b{color:#7cc4b5}summary i{color:#a0a8a4}}`;
