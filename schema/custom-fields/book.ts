import { comparedColumn, type CustomField } from '../../modules/platform/index.js';
import {
  customColumnName,
  type ColumnKind,
  type CustomBook,
  type CustomColumn,
} from '../../prisma/reader/index.js';
import { allNouns, nounNamed } from '../noun.js';

const columnKinds: Readonly<Record<CustomField['kind'], ColumnKind>> = {
  TEXT: 'text',
  INTEGER: 'integer',
  DECIMAL: 'decimal',
  MONEY: 'money',
  QUANTITY: 'quantity',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATE_TIME: 'instant',
  CHOICE: 'choice',
  CHOICES: 'texts',
  REFERENCE: 'id',
  FILE_LINK: 'text',
};

/** Long texts are ordered by their beginning, so that a cursor stays short. */
function orderColumnOf(field: CustomField): string {
  const { kind, key, isUnique, isIndexed } = field;
  const isLong = (kind === 'TEXT' || kind === 'FILE_LINK') && !isUnique && !isIndexed;
  return isLong ? customColumnName(key, 'start') : comparedColumn(field);
}

function besideOf({ kind, key }: CustomField): string | undefined {
  if (kind === 'MONEY') return customColumnName(key, 'currency');
  return kind === 'QUANTITY' ? customColumnName(key, 'unit') : undefined;
}

function columnOf(field: CustomField): CustomColumn {
  const { kind, key, readPermission, references } = field;
  const target = references === null ? undefined : nounNamed(references);
  return {
    kind: columnKinds[kind],
    key,
    column: comparedColumn(field),
    orderColumn: orderColumnOf(field),
    beside: besideOf(field),
    isNullable: true,
    isFilterable: true,
    permission: readPermission ?? undefined,
    ...(target && { target: () => target }),
  };
}

/** The tables whose rows keep the fields of a noun. */
const tablesOf = (noun: string): string[] => [
  nounNamed(noun)?.table ?? noun,
  ...allNouns().flatMap(({ fieldsOf, table }) => (fieldsOf === noun ? [table] : [])),
];

/** What the reader is told of all definitions, the removed ones as far as they hide values. */
export function bookFor(fields: readonly CustomField[]): CustomBook {
  const columns = new Map<string, Map<string, CustomColumn>>();
  const permissions = new Map<string, Map<string, string | null>>();
  for (const field of fields) {
    for (const table of tablesOf(field.noun)) {
      const keys = permissions.get(table) ?? new Map<string, string | null>();
      permissions.set(table, keys.set(field.key, field.readPermission));
    }
    if (field.removedAt !== null) continue;
    const codes = columns.get(field.noun) ?? new Map<string, CustomColumn>();
    columns.set(field.noun, codes.set(field.code, columnOf(field)));
  }
  const demanding = fields.filter((one) => one.isRequired && one.removedAt === null);
  return { columns, permissions, demanding: new Set(demanding.map(({ noun }) => noun)) };
}
