import { isEmptyValue } from '../catalog/index.ts';
import { each, type Rule, when } from './rule.ts';

/** 6: a fee has an item, a standard and a basis. */
const feeDetails: Rule = {
  id: 'fee-details',
  severity: 'blocks',
  paths: ['guide.fees'],
  find: ({ guide: { fees } }) =>
    each('guide.fees', fees, ({ name, amountFen, standard, basis }, at) => {
      const missing = [
        ...(name.zh.trim() === '' ? ['项目'] : []),
        ...(amountFen === 0 && isEmptyValue(standard) ? ['标准'] : []),
        ...(basis.trim() === '' ? ['依据'] : []),
      ];
      return missing.length === 0 ? undefined : { name: name.zh, number: at + 1, missing: missing.join('、') };
    }),
};

/** 6: where nothing is paid, nothing is paid on the net. */
const onlinePayment: Rule = {
  id: 'online-payment',
  severity: 'blocks',
  paths: ['guide.isPaidOnline'],
  find: ({ guide: { fees, isPaidOnline } }) => when(fees.length === 0 && isPaidOnline === true, 'guide.isPaidOnline'),
};

export const feeRules: readonly Rule[] = [feeDetails, onlinePayment];
