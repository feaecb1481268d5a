import type { Em } from '../../../index.ts';

/** Ids of one version of a matter, and of what it was published with. */
export interface PastVersion {
  readonly matterId: string;
  readonly id: string;
  readonly formId: string | null;
  readonly routeId: string | null;
  readonly layoutId: string | null;
}

/** The version of this number of the matter of this code. */
export type PastVersions = (matterCode: string, version: number) => PastVersion;

interface Row {
  readonly code: string;
  readonly version: number | string;
  readonly matter_id: string;
  readonly id: string;
  readonly form_version_id: string | null;
  readonly route_version_id: string | null;
  readonly layout_version_id: string | null;
}

/** All versions that are published. @throws RangeError, when asked, for one that is not */
export async function loadPastVersions(em: Em): Promise<PastVersions> {
  const rows = await em.execute<Row[]>(
    `select m.code, v.version, v.matter_id, v.id, v.form_version_id, v.route_version_id, v.layout_version_id
       from matter_versions v join matters m on m.id = v.matter_id`,
  );
  const versions = new Map(
    rows.map((row): [string, PastVersion] => [
      `${row.code}/${row.version}`,
      {
        ...{ matterId: row.matter_id, id: row.id },
        ...{ formId: row.form_version_id, routeId: row.route_version_id, layoutId: row.layout_version_id },
      },
    ]),
  );
  return (matterCode, version) => {
    const found = versions.get(`${matterCode}/${version}`);
    if (found === undefined) throw new RangeError(`${matterCode} has no version ${version}`);
    return found;
  };
}
