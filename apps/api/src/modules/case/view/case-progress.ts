import type { StationData } from '@yitang/contract';
import type { Locale } from '@yitang/domain/vocabulary';
import type { Directory } from '../directory.ts';
import { momentOf } from '../moment-of.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { presentStations } from './stations.ts';

/** The stations of a loaded case at this moment. */
export function stationsOf(
  { current, matter, route, intervals }: LoadedCase,
  { directory, now, locale }: { directory: Directory; now: Date; locale: Locale },
): StationData[] {
  return presentStations({
    status: current.status,
    stageIndex: current.stageIndex,
    submittedAt: current.submittedAt,
    decidedAt: current.decidedAt ?? null,
    finishedAt: current.finishedAt ?? null,
    hasCertificate: matter.layout !== null,
    route,
    ...(matter.route === null && { office: officeOf(directory, current.departmentId) }),
    intervals,
    holderOf: (post) => directory.holderOf(directory.findPost(post, current.applicantDepartmentId ?? null)),
    moment: momentOf(directory, current, now),
    locale,
  });
}

function officeOf(directory: Directory, departmentId: string): NonNullable<StationData['holder']> {
  const department = directory.findDepartment(departmentId);
  return { department: department?.name ?? '', post: '', phone: department?.consultPhone ?? null };
}
