/** What the demo company makes, of what, and where: a small maker of bicycles. */

/** Pieces and kilograms, by their UN/CEFACT codes. */
const PIECE = 'C62';
const KILOGRAM = 'KGM';

export interface Part {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'SOLD' | 'MADE' | 'BOUGHT';
}

const part = (kind: Part['kind'], code: string, name: string, unit = PIECE): Part => ({
  kind,
  code,
  name,
  unit,
});

export const parts: readonly Part[] = [
  part('SOLD', 'CITY-8', 'City bicycle, eight gears'),
  part('SOLD', 'TOUR-27', 'Touring bicycle, 27 gears'),
  part('SOLD', 'KIDS-20', "Children's bicycle, 20 inches"),
  part('MADE', 'COCKPIT', 'Cockpit kit'),
  part('MADE', 'FRAME-CITY', 'Frame, painted red'),
  part('MADE', 'FRAME-TOUR', 'Frame, painted green'),
  part('MADE', 'WHEEL-28', 'Wheel, 28 inches'),
  part('MADE', 'WHEEL-20', 'Wheel, 20 inches'),
  part('MADE', 'HUB', 'Hub with axle'),
  part('BOUGHT', 'FRAME-RAW', 'Frame, raw'),
  part('BOUGHT', 'FRAME-20', "Children's frame, painted"),
  part('BOUGHT', 'PAINT', 'Powder paint', KILOGRAM),
  part('BOUGHT', 'RIM-28', 'Rim, 28 inches'),
  part('BOUGHT', 'RIM-20', 'Rim, 20 inches'),
  part('BOUGHT', 'TYRE-28', 'Tyre with tube, 28 inches'),
  part('BOUGHT', 'TYRE-20', 'Tyre with tube, 20 inches'),
  part('BOUGHT', 'SPOKE', 'Spoke with nipple'),
  part('BOUGHT', 'SHELL', 'Hub shell'),
  part('BOUGHT', 'AXLE', 'Axle with bearings'),
  part('BOUGHT', 'GEARS-8', 'Hub gear, eight gears'),
  part('BOUGHT', 'GEARS-27', 'Derailleur, 27 gears'),
  part('BOUGHT', 'CRANK', 'Crank set'),
  part('BOUGHT', 'BRAKES', 'Pair of brakes'),
  part('BOUGHT', 'SADDLE', 'Saddle'),
  part('BOUGHT', 'HANDLEBAR', 'Handlebar'),
  part('BOUGHT', 'STEM', 'Stem'),
  part('BOUGHT', 'GRIP', 'Grip'),
  part('BOUGHT', 'BELL', 'Bell'),
];

export interface Structure {
  readonly item: string;
  /** It is not made by itself: its parts go into what it is part of. */
  readonly isPhantom?: boolean;
  readonly lines: readonly {
    readonly item: string;
    readonly quantity: string;
    readonly scrapPercent?: string;
  }[];
}

const one = (item: string) => ({ item, quantity: '1' });
const two = (item: string) => ({ item, quantity: '2' });

/** From the bicycle over its wheels to their hubs; the cockpit is a phantom. */
export const structures: readonly Structure[] = [
  { item: 'HUB', lines: [one('SHELL'), one('AXLE')] },
  {
    item: 'WHEEL-28',
    lines: [
      one('HUB'),
      one('RIM-28'),
      { item: 'SPOKE', quantity: '36', scrapPercent: '4' },
      one('TYRE-28'),
    ],
  },
  {
    item: 'WHEEL-20',
    lines: [
      one('HUB'),
      one('RIM-20'),
      { item: 'SPOKE', quantity: '24', scrapPercent: '4' },
      one('TYRE-20'),
    ],
  },
  { item: 'FRAME-CITY', lines: [one('FRAME-RAW'), { item: 'PAINT', quantity: '0.36' }] },
  { item: 'FRAME-TOUR', lines: [one('FRAME-RAW'), { item: 'PAINT', quantity: '0.4' }] },
  {
    item: 'COCKPIT',
    isPhantom: true,
    lines: [one('HANDLEBAR'), one('STEM'), two('GRIP'), one('BELL')],
  },
  {
    item: 'CITY-8',
    lines: [...['FRAME-CITY', 'COCKPIT', 'GEARS-8', 'BRAKES', 'SADDLE'].map(one), two('WHEEL-28')],
  },
  {
    item: 'TOUR-27',
    lines: [...['FRAME-TOUR', 'COCKPIT', 'GEARS-27', 'BRAKES', 'SADDLE'].map(one), two('WHEEL-28')],
  },
  {
    item: 'KIDS-20',
    lines: [...['FRAME-20', 'COCKPIT', 'CRANK', 'SADDLE'].map(one), two('WHEEL-20')],
  },
];

export type CenterCode = 'PAINT' | 'WHEELS' | 'ASSEMBLY' | 'TEST';

/** With what an hour there costs, in the company's currency. */
export const centers: readonly {
  readonly code: CenterCode;
  readonly name: string;
  readonly labourRate: string;
  readonly machineRate: string;
  readonly overheadRate: string;
}[] = [
  { code: 'PAINT', name: 'Paint shop', labourRate: '36', machineRate: '18', overheadRate: '12' },
  { code: 'WHEELS', name: 'Wheel bench', labourRate: '38', machineRate: '4', overheadRate: '9' },
  { code: 'ASSEMBLY', name: 'Assembly', labourRate: '40', machineRate: '0', overheadRate: '10' },
  { code: 'TEST', name: 'Test track', labourRate: '42', machineRate: '2', overheadRate: '10' },
];

export interface Step {
  readonly name: string;
  readonly center: CenterCode;
  readonly setupMinutes: string;
  readonly runMinutes: string;
}

const step = (name: string, center: CenterCode, setup: string, run: string): Step => ({
  name,
  center,
  setupMinutes: setup,
  runMinutes: run,
});

export const routings: readonly { readonly item: string; readonly steps: readonly Step[] }[] = [
  { item: 'HUB', steps: [step('Press axle', 'WHEELS', '5', '4')] },
  {
    item: 'WHEEL-28',
    steps: [step('Lace', 'WHEELS', '10', '14'), step('True', 'TEST', '5', '6')],
  },
  {
    item: 'WHEEL-20',
    steps: [step('Lace', 'WHEELS', '10', '11'), step('True', 'TEST', '5', '5')],
  },
  { item: 'FRAME-CITY', steps: [step('Paint', 'PAINT', '20', '12')] },
  { item: 'FRAME-TOUR', steps: [step('Paint', 'PAINT', '20', '12')] },
  {
    item: 'CITY-8',
    steps: [step('Assemble', 'ASSEMBLY', '15', '55'), step('Ride', 'TEST', '0', '10')],
  },
  {
    item: 'TOUR-27',
    steps: [step('Assemble', 'ASSEMBLY', '15', '70'), step('Ride', 'TEST', '0', '12')],
  },
  {
    item: 'KIDS-20',
    steps: [step('Assemble', 'ASSEMBLY', '10', '35'), step('Ride', 'TEST', '0', '6')],
  },
];

/** The work order that is made by hand, and what its cards report of each operation. */
export const byCards = {
  item: 'WHEEL-28',
  good: '7',
  scrap: '1',
  scrapReason: 'The rim is bent',
  reports: [
    { good: '8', setupMinutes: '12', runMinutes: '119' },
    {
      good: '7',
      scrap: '1',
      scrapReason: 'The rim is bent',
      setupMinutes: '5',
      runMinutes: '54',
    },
  ],
};
