import type { FormPage } from '@yitang/domain/form';

/** The materials that are uploaded on a page of the form instead of the common one: key of the material → key of the page. */
export function uploadPages(pages: readonly FormPage[]): ReadonlyMap<string, string> {
  return new Map(
    pages.flatMap((page) =>
      page.fields.flatMap((field) => (field.kind === 'file' ? [[field.requirement, page.key] as const] : [])),
    ),
  );
}
