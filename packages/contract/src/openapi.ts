import { createDocument } from 'zod-openapi';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './index.ts';
import { Problem } from './problem.ts';

/** The OpenAPI 3.1 document of every declared endpoint. */
export function openApiDocument(title: string, version: string): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, declared] of Object.entries<Endpoint>(endpoints)) {
    (paths[declared.path] ??= {})[declared.method] = operation(name, declared);
  }
  return createDocument({ openapi: '3.1.0', info: { title, version }, paths: paths });
}

function operation(name: string, declared: Endpoint): Record<string, unknown> {
  const problem = { content: { 'application/problem+json': { schema: Problem } } };
  return {
    operationId: name,
    summary: declared.summary,
    'x-access': declared.access,
    requestParams: {
      ...(declared.params ? { path: declared.params } : {}),
      ...(declared.query ? { query: declared.query } : {}),
    },
    ...requestBody(declared),
    responses: {
      [declared.status ?? 200]: success(declared),
      '4XX': { description: 'problem', ...problem },
      '5XX': { description: 'problem', ...problem },
    },
  };
}

function requestBody(declared: Endpoint): Record<string, unknown> {
  if (declared.upload) {
    const schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  return declared.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: declared.body } } } }
    : {};
}

function success(declared: Endpoint): Record<string, unknown> {
  if (declared.status === 204) return { description: 'done' };
  if (declared.file)
    return { description: 'file', content: { [declared.file]: { schema: { type: 'string', format: 'binary' } } } };
  return { description: 'ok', content: { 'application/json': { schema: declared.output } } };
}
