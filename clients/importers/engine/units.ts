/** Words for units as files have them, and their codes of UN/CEFACT Recommendation 20. */
const codes: Readonly<Record<string, readonly string[]>> = {
  C62: [
    'pc',
    'pcs',
    'piece',
    'pieces',
    'ea',
    'each',
    'st',
    'stk',
    'stück',
    'unit',
    '个',
    '件',
    '只',
  ],
  SET: ['set', 'sets', 'satz', '套'],
  PR: ['pair', 'pairs', 'pr', 'paar', '对', '双'],
  DZN: ['dozen', 'dz', 'doz', 'dutzend', '打'],
  KGM: ['kg', 'kilogram', 'kilograms', 'kilogramm', '千克', '公斤'],
  GRM: ['g', 'gr', 'gram', 'grams', 'gramm', '克'],
  MGM: ['mg', 'milligram', '毫克'],
  TNE: ['t', 'ton', 'tonne', 'tonnes', 'tonnen', '吨'],
  LBR: ['lb', 'lbs', 'pound', 'pounds', '磅'],
  ONZ: ['oz', 'ounce', 'ounces', '盎司'],
  MTR: ['m', 'meter', 'metre', 'meters', 'metres', '米'],
  CMT: ['cm', 'centimeter', 'centimetre', '厘米'],
  MMT: ['mm', 'millimeter', 'millimetre', '毫米'],
  INH: ['in', 'inch', 'inches', 'zoll', '英寸'],
  FOT: ['ft', 'foot', 'feet', '英尺'],
  MTK: ['m2', 'm²', 'sqm', 'qm', '平方米'],
  MTQ: ['m3', 'm³', 'cbm', '立方米'],
  LTR: ['l', 'ltr', 'liter', 'litre', 'liters', 'litres', '升'],
  MLT: ['ml', 'milliliter', 'millilitre', '毫升'],
  HUR: ['h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', '小时'],
  MIN: ['min', 'minute', 'minutes', 'minuten', '分钟'],
  DAY: ['d', 'day', 'days', 'tag', 'tage', '天'],
};

const byWord = new Map(
  Object.entries(codes).flatMap(([code, words]) =>
    [code.toLowerCase(), ...words].map((word) => [word, code] as const),
  ),
);

/** The code of a unit that files call by a word, or undefined where the word is not known. */
export const unitOf = (word: string): string | undefined => byWord.get(word.trim().toLowerCase());
