import type { Guide } from '../catalog/index.ts';
import { digitsOf, isLandline, isPhone, phonesIn } from './phone-numbers.ts';
import { each, type Finding, type Rule, when } from './rule.ts';

/** 7: whoever rings from another city needs the area code; people behind a matter may give a mobile number. */
const phoneForm: Rule = {
  id: 'phone-form',
  severity: 'blocks',
  paths: ['guide.consultPhone', 'guide.complaintPhone', 'guide.ownerA', 'guide.ownerB'],
  find: ({ guide }) => [
    ...wrong('guide.consultPhone', guide.consultPhone, isLandline),
    ...wrong('guide.complaintPhone', guide.complaintPhone, isLandline),
    ...wrong('guide.ownerA', guide.ownerA?.phone, isPhone),
    ...wrong('guide.ownerB', guide.ownerB?.phone, isPhone),
  ],
};

function wrong(
  path: Finding['path'],
  text: string | null | undefined,
  isRight: (phone: string) => boolean,
): readonly Finding[] {
  const phone = phonesIn(text ?? '').find((one) => !isRight(one));
  return when(phone !== undefined, path, { phone: phone ?? '' });
}

/** 7: a complaint does not ring at the desk that it is about. */
const phonesDiffer: Rule = {
  id: 'phones-differ',
  severity: 'blocks',
  paths: ['guide.complaintPhone'],
  find({ guide: { consultPhone, complaintPhone } }) {
    const consult = new Set(phonesIn(consultPhone ?? '').map(digitsOf));
    const same = phonesIn(complaintPhone ?? '').find((phone) => consult.has(digitsOf(phone)));
    return when(same !== undefined, 'guide.complaintPhone', { phone: same ?? '' });
  },
};

type Place = Guide['places'][number];

/** 8: on which days one finds somebody there; what is open every day or night includes the working days. */
const openingHours: Rule = {
  id: 'opening-hours',
  severity: 'blocks',
  paths: ['guide.places'],
  find: ({ guide: { places } }) =>
    each('guide.places', places, ({ name, hours }: Place) =>
      /工作日|每[天日]|全天|24\s*小时/u.test(hours.zh) ? undefined : { place: name.zh },
    ),
};

/** 8: an address leads to a window or a door. */
const doorNumber: Rule = {
  id: 'door-number',
  severity: 'warns',
  paths: ['guide.places'],
  find: ({ guide: { places } }) =>
    each('guide.places', places, ({ name, address }: Place) =>
      leadsToADoor(address.zh) || leadsToADoor(name.zh) ? undefined : { place: name.zh },
    ),
};

/** 201室, 7号窗口, A-305, 三楼大厅窗口, or a number at the end. */
function leadsToADoor(text: string): boolean {
  return /窗口|[0-9０-９一二三四五六七八九十A-Za-z]\s*(?:号|室|房|柜台|台)|[0-9０-９]{2,4}\s*$|服务台|自助终端|前台/u.test(
    text.trim(),
  );
}

export const contactRules: readonly Rule[] = [phoneForm, phonesDiffer, openingHours, doorNumber];
