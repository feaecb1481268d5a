import { Readable } from 'node:stream';
import type { Answer, CallArguments, Endpoint, Endpoints, Input } from '@yitang/contract';
import type { Call, Deps, Route } from '../../../../platform/endpoint/index.ts';
import { isProblem } from '../../../../platform/problem/index.ts';
import type { Principal } from '../../../../platform/principal/index.ts';
import type { SampleFile } from './sample-files.ts';

/** Calls the declared endpoints inside the process, as somebody: the same commands as over HTTP. */
export type CallEndpoint = <N extends keyof Endpoints>(
  name: N,
  principal: Principal,
  given: CallArguments<Endpoints[N]> & { readonly file?: SampleFile },
) => Promise<Answer<Endpoints[N]>>;

export function endpointCaller(deps: Deps, routes: readonly Route[]): CallEndpoint {
  const byName = new Map(routes.map((route) => [route.name, route]));
  return async (name, principal, given) => {
    const route = byName.get(name);
    if (route === undefined) throw new Error(`no module answers the endpoint "${name}"`);
    const { file } = given;
    const call: Call = {
      deps,
      principal,
      em: deps.orm.em.fork(),
      now: deps.clock.now(),
      trace: { auditRows: 0, isReplay: false },
      ctx: { req: file === undefined ? Readable.from([]) : multipart(file) } as unknown as Call['ctx'],
    };
    const { params, query, body } = route.endpoint;
    const input = {
      params: params?.parse(given.params),
      query: query?.parse(given.query ?? {}),
      body: body?.parse(given.body),
    };
    try {
      return (await route.handler(input as Input<Endpoint>, call)) as Answer<Endpoints[typeof name]>;
    } catch (error) {
      const issues = isProblem(error) ? JSON.stringify(error.issues) : '';
      throw new Error(`${name} for ${principal.displayName}: ${String(error)} ${issues}`, { cause: error });
    }
  };
}

function multipart({ name, type, bytes }: SampleFile): Readable {
  const boundary = 'demo-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': String(body.length),
  };
  return Object.assign(Readable.from([body]), { headers });
}
