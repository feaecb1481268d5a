import { targetShows } from '@yitang/contract';
import { readingOf } from '#lib/features/reform/target/reading.ts';
import { readTarget, targetFields } from '#lib/features/reform/target/target-form.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  const asOf = url.searchParams.get('asOf')?.trim() || undefined;
  const asked = url.searchParams.get('show');
  const show = targetShows.find((one) => one === asked) ?? 'non-members';
  const numerator = url.searchParams.get('numerator') ?? undefined;
  const after = url.searchParams.get('after') ?? undefined;
  const day = asOf === undefined ? {} : { asOf };
  const reading = readingOf(url.searchParams);
  const client = api(event);
  const [target, list] = await Promise.all([
    client.getTarget({ params, query: day }).catch(toError),
    client
      .listTargetMatters({
        params,
        query: {
          ...day,
          ...reading,
          show,
          limit: 50,
          ...(numerator ? { numerator } : {}),
          ...(after ? { after } : {}),
        },
      })
      .catch(toError),
  ]);
  return { asOf, show, reading, numerator, isFirst: after === undefined, target, list };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const actions: Actions = {
  change: async (event) => {
    const form = await event.request.formData();
    const values = targetFields(form);
    const body = {
      definition: readTarget(values),
      version: Number(form.get('version')),
      reason: textOf(form, 'reason'),
    };
    return api(event)
      .changeTarget({ params: event.params, body })
      .then(({ version }) => ({ changed: version }))
      .catch((refused: unknown) => toFail(refused, { values, reason: body.reason }, { strip: 'definition.' }));
  },
  retire: async (event) => {
    const form = await event.request.formData();
    const body = { version: Number(form.get('version')), reason: textOf(form, 'retireReason') };
    return api(event)
      .retireTarget({ params: event.params, body })
      .then(() => ({ retired: true }))
      .catch((refused: unknown) => {
        const failed = toFail(refused, { retireReason: body.reason });
        const issues = failed.data.issues.map((one) =>
          one.field === 'reason' ? { ...one, field: 'retireReason' } : one,
        );
        return { ...failed, data: { ...failed.data, issues } };
      });
  },
  record: async (event) => {
    const form = await event.request.formData();
    const record = {
      kind: textOf(form, 'recordKind'),
      title: textOf(form, 'recordTitle'),
      receipt: textOf(form, 'receipt'),
      madeOn: textOf(form, 'madeOn'),
    };
    return api(event)
      .addTargetRecord({ body: record as never, idempotencyKey: onceKeyOf(form) })
      .then(() => ({ recorded: true }))
      .catch((refused: unknown) => {
        const failed = toFail(refused, { record });
        const names: Record<string, string> = { kind: 'recordKind', title: 'recordTitle' };
        const issues = failed.data.issues.map((one) => ({ ...one, field: names[one.field] ?? one.field }));
        return { ...failed, data: { ...failed.data, issues } };
      });
  },
  withdraw: async (event) => {
    const id = textOf(await event.request.formData(), 'id');
    return api(event)
      .withdrawTargetRecord({ params: { id } })
      .then(() => ({ withdrawn: true }))
      .catch((refused: unknown) => toFail(refused));
  },
};
