/** Forms of companies that say nothing of who one is; compared after marks and case are gone. */
const LEGAL_FORMS = new Set(
  `ab ag as asa bv bvba co company corp corporation eg eu gbr gmbh inc incorporated kft kg kgaa
  limited llc llp lp ltd mbh nv oy oyj plc pte pty pvt sa sarl sas sl spa spol srl sro ug zoo`.split(
    /\s+/,
  ),
);

const MARKS = /\p{M}+/gu;
const APART = /[^\p{L}\p{N}]+/gu;

/**
 * A text as it is compared: compatibility forms made one, marks and case taken off (Unicode
 * Standard Annex 15, NFKD), every separator one space.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('&', ' and ')
    .replaceAll(/(?<=\p{L})[.'’](?=\p{L})/gu, '')
    .replace(APART, ' ')
    .trim();
}

/**
 * A name as it is compared: plain, and without the forms of companies at its end. A name that is
 * nothing but such forms keeps them.
 */
export function plainName(text: string): string {
  const words = plainText(text).split(' ');
  let end = words.length;
  while (end > 1 && (LEGAL_FORMS.has(words[end - 1] ?? '') || words[end - 1] === 'and')) end -= 1;
  return words.slice(0, end).join(' ');
}

/** The numbers in a plain text, in order: what tells a size 52 from a size 56. */
export const numbersIn = (plain: string): string => (plain.match(/\p{N}+/gu) ?? []).join(' ');

/** The digits of a telephone number that tell it from others: the last nine, without the country. */
export function phoneKey(phone: string): string {
  return phone.replace(/\D/g, '').slice(-9);
}
