// 银联 62, 60 and 81, and what foreign networks issue here; 9558 is an older card of one bank.
const cardNumber = /^(?:62|60|81|4|5[1-5]|9558)\d{14,17}$/;

/**
 * A number of a bank account as its digits, however they were grouped; undefined where it is none. What looks like the card
 * of a person (16 to 19 digits) must have the right check digit; accounts of companies have none.
 */
export function normaliseAccountNumber(text: string, { isCardOnly = false } = {}): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  const isCard = cardNumber.test(digits) && digits.length >= 16 && digits.length <= 19;
  if (isCard) return hasCheckDigit(digits) ? digits : undefined;
  return !isCardOnly && /^\d{8,30}$/.test(digits) ? digits : undefined;
}

/** The check that every payment card's last digit makes true (GB/T 17552). */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
