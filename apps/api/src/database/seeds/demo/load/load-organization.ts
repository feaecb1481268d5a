import { Campus, Counter, Department, Office, Post } from '../../../../modules/organization/organization.entity.ts';
import { demoCampuses, demoCounters, demoOffices, demoPosts, demoUnits } from '../organization/index.ts';
import { postKey, type LoadContext } from './load-context.ts';

/** Campuses, departments, offices, posts and counters. */
export async function loadOrganization({ em, ids }: LoadContext): Promise<void> {
  await em.insertMany(
    Campus,
    demoCampuses.map(({ code, name, address }) => ({
      id: ids.of('campus', code),
      code,
      name: name.zh,
      nameEn: name.en ?? null,
      address: address.zh,
      addressEn: address.en ?? null,
    })),
  );
  await em.insertMany(
    Department,
    demoUnits.map(({ parentCode, campusCode, aliases, ...unit }) => ({
      ...unit,
      id: ids.of('department', unit.code),
      parentId: parentCode === null ? null : ids.of('department', parentCode),
      campusId: ids.of('campus', campusCode),
      aliases: [...aliases],
      isActive: true,
    })),
  );
  await em.insertMany(
    Office,
    demoOffices.map(({ code, departmentCode, name }) => ({
      id: ids.of('office', code),
      code,
      departmentId: ids.of('department', departmentCode),
      name,
    })),
  );
  await em.insertMany(
    Post,
    demoPosts.map(({ code, departmentCode, name, isOfApplicantsDepartment }) => ({
      id: ids.of('post', postKey(code, departmentCode)),
      code,
      departmentId: ids.of('department', departmentCode),
      officeId: null,
      name: name.zh,
      nameEn: name.en ?? null,
      isOfApplicantsDepartment,
      phone: null,
    })),
  );
  await em.insertMany(
    Counter,
    demoCounters.map(({ code, kind, name, place, hours, periods, campusCode, departmentCodes }) => ({
      id: ids.of('counter', code),
      code,
      kind,
      name: name.zh,
      nameEn: name.en ?? null,
      campusId: ids.of('campus', campusCode),
      place: place.zh,
      placeEn: place.en ?? null,
      hours: hours.zh,
      hoursEn: hours.en ?? null,
      periods: [...periods],
      departmentIds: departmentCodes.map((each) => ids.of('department', each)),
    })),
  );
}
