/** Rows of products, written by set-based SQL: fast, and the same for every run. */

/** A UUID whose text rises with the number, within a range of its own for each table. */
const uuid = (range: number, number: string): string =>
  `('019${range.toString(16)}0000-0000-7000-8000-' || lpad(to_hex((${number})::int), 12, '0'))::uuid`;

const uuidText = (range: number, number: number): string =>
  `019${range.toString(16)}0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const COMPANY_ID = uuidText(0, 1);
export const itemId = (number: number): string => uuidText(3, number);

const COMPANY = uuid(0, '1');
const CENTER = uuid(4, '1');
const actor = uuid(15, '1');
const now = `'2026-03-02 08:00:00+00'::timestamptz`;

export const companyRows: readonly string[] = [
  `insert into "Currency" ("id", "code", "name", "minorUnits", "createdAt")
   values (${uuid(2, '1')}, 'USD', 'US dollar', 2, ${now})`,
  `insert into "Company" ("id", "code", "name", "countryCode", "baseCurrency", "timeZone",
     "createdAt", "updatedAt")
   values (${COMPANY}, 'BENCH', 'Bench', 'US', 'USD', 'America/New_York', ${now}, ${now})`,
  `insert into "WorkCenter" ("id", "companyId", "code", "name", "createdAt", "createdById",
     "updatedAt") values (${CENTER}, ${COMPANY}, 'MILL', 'Mill', ${now}, ${actor}, ${now})`,
  `insert into "WorkCenterRate" ("id", "companyId", "workCenterId", "validFrom", "labourRate",
     "machineRate", "overheadRate", "currency", "createdAt")
   values (${uuid(5, '1')}, ${COMPANY}, ${CENTER}, '2026-01-01', 30, 12.5, 20, 'USD', ${now})`,
];

const items = (first: number, last: number): string =>
  `insert into "Item" ("id", "code", "name", "unit", "createdAt", "createdById", "updatedAt")
   select ${uuid(3, 'n')}, 'ITEM-' || lpad(n::text, 7, '0'), 'Item ' || n, 'C62', ${now}, ${actor},
     ${now} from generate_series(${first}, ${last}) n`;

const boms = (first: number, last: number): string =>
  `insert into "Bom" ("id", "companyId", "itemId", "revision", "status", "outputQuantity", "unit",
     "yieldPercent", "validFrom", "createdAt", "createdById", "updatedAt")
   select ${uuid(6, 'n')}, ${COMPANY}, ${uuid(3, 'n')}, 'A', 'RELEASED', 1 + n % 3, 'C62',
     100 - n % 7, '2026-01-01', ${now}, ${actor}, ${now}
   from generate_series(${first}, ${last}) n`;

/** Lines of the products from `first` to `last`; `component` is the number of the part of one. */
const lines = (first: number, last: number, each: string, component: string): string =>
  `insert into "BomLine" ("id", "companyId", "bomId", "position", "kind", "itemId", "quantity",
     "unit", "stockFactor", "scrapPercent", "createdAt")
   select ${uuid(7, `n * 16 + m`)}, ${COMPANY}, ${uuid(6, 'n')}, m, 'COMPONENT',
     ${uuid(3, component)}, 1 + (n + m) % 5 * 0.25, 'C62', 1, (n + m) % 4, ${now}
   from generate_series(${first}, ${last}) n, generate_series(1, ${each}) m`;

const settle = ['analyze "Item"', 'analyze "Bom"', 'analyze "BomLine"'];

/**
 * One product, item 1, with so many parts on each of ten levels: a thousand make an explosion of
 * 10,000 rows. Answers its statements; the deepest part is item `each` × 10 + 1.
 */
export const deepRows = (each: number): readonly string[] => [
  items(1, each * 10 + 1),
  boms(1, each * 9 + 1),
  `insert into "BomLine" ("id", "companyId", "bomId", "position", "kind", "itemId", "quantity",
     "unit", "stockFactor", "createdAt")
   select ${uuid(11, 'm')}, ${COMPANY}, ${uuid(6, '1')}, m, 'COMPONENT', ${uuid(3, 'm + 1')}, 2,
     'C62', 1, ${now} from generate_series(1, ${each}) m`,
  lines(2, each * 9 + 1, '1', `n + ${each}`),
  ...settle,
];

const FIRST = 20_001;
const LEVELS = 10;

/**
 * Products on ten levels, so many on each, with ten lines and two operations each, over as many
 * bought items: 4,700 make 470,000 lines and 94,000 operations.
 */
export function wideRows(each: number): readonly string[] {
  const last = FIRST + each * LEVELS - 1;
  const below = `n - (n - ${FIRST}) % ${each} + ${each} + (n * 7 + m * 463) % ${each}`;
  return [
    items(FIRST, last + each),
    boms(FIRST, last),
    lines(FIRST, last, '10', below),
    `insert into "ItemCompany" ("id", "companyId", "itemId", "standardCost", "createdAt",
       "updatedAt")
     select ${uuid(8, 'n')}, ${COMPANY}, ${uuid(3, 'n')}, 1 + n % 97 * 0.01, ${now}, ${now}
     from generate_series(${last + 1}, ${last + each}) n`,
    `insert into "Routing" ("id", "companyId", "itemId", "revision", "status", "validFrom",
       "createdAt", "createdById", "updatedAt")
     select ${uuid(9, 'n')}, ${COMPANY}, ${uuid(3, 'n')}, 'A', 'RELEASED', '2026-01-01', ${now},
       ${actor}, ${now} from generate_series(${FIRST}, ${last}) n`,
    `insert into "RoutingOperation" ("id", "companyId", "routingId", "position", "name",
       "workCenterId", "setupMinutes", "runMinutes", "createdAt")
     select ${uuid(10, 'n * 2 + m')}, ${COMPANY}, ${uuid(9, 'n')}, m * 10, 'Operation', ${CENTER},
       n % 30, 0.5 + m, ${now}
     from generate_series(${FIRST}, ${last}) n, generate_series(1, 2) m`,
    ...settle,
  ];
}
