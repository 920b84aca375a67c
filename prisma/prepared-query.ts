import pg from 'pg';
import type { CustomTypesConfig } from 'pg';
import type { SentAnswer, SentStatement } from './client.js';

type Done = (error: Error | null, answer: SentAnswer) => void;
type RowOf = (values: readonly (string | null)[]) => unknown;
type TypeId = Parameters<CustomTypesConfig['getTypeParser']>[0];

interface Column {
  readonly name: string;
  readonly dataTypeID: TypeId;
}

/** The driver's connection, as far as a statement asks it for something to leave out. */
interface Wire {
  describe(what: object): void;
}

/** What the driver does for a statement and its types do not tell of. */
interface DriverQuery {
  name: string;
  readonly _result: { readonly rows: unknown[] };
  _canceledDueToError: unknown;
  prepare(wire: Wire): void;
  handleCommandComplete(message: object, wire: Wire): void;
}

const DriverQuery = pg.Query as unknown as new (
  text: string,
  values: readonly unknown[],
  done: Done,
) => DriverQuery;

const noRows: RowOf = () => undefined;

function arrayOf(parsers: readonly ((text: string) => unknown)[]): RowOf {
  return (values) => parsers.map((parse, at) => (values[at] == null ? null : parse(values[at])));
}

/** Rows of one statement begin as copies of one, so that all have their columns in one order. */
function objectOf(
  columns: readonly Column[],
  parsers: readonly ((text: string) => unknown)[],
): RowOf {
  const names = columns.map(({ name }) => name);
  const empty: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]));
  return (values) => {
    const row = { ...empty };
    for (let at = 0; at < names.length; at += 1) {
      const value = values[at];
      if (value != null) row[names[at]!] = parsers[at]!(value);
    }
    return row;
  };
}

/**
 * What a connection knows of the rows of the statements it has prepared. PostgreSQL refuses to
 * execute a prepared statement whose columns have changed, so none is described twice.
 */
export interface Forms {
  rowOf(key: string, types: CustomTypesConfig): RowOf | null;
  keep(key: string, types: CustomTypesConfig, rowOf: RowOf): RowOf;
  /** The same connection, asking for no description. */
  quiet(wire: Wire): Wire;
}

export function formsOfConnection(): Forms {
  const known = new Map<string, { types: CustomTypesConfig; rowOf: RowOf }>();
  let silent: Wire | null = null;
  return {
    rowOf(key, types) {
      const form = known.get(key);
      return form?.types === types ? form.rowOf : null;
    },
    keep(key, types, rowOf) {
      known.set(key, { types, rowOf });
      return rowOf;
    },
    quiet: (wire) =>
      (silent ??= Object.create(wire, { describe: { value: () => undefined } }) as Wire),
  };
}

/**
 * A statement that its connection prepares under a name. The server describes its rows the first
 * time only: of short statements that is a third of the messages, and more of what reads them.
 */
export class PreparedQuery extends DriverQuery {
  private readonly key: string;
  private rowOf: RowOf | null;

  constructor(
    private readonly statement: Omit<SentStatement, 'name'>,
    name: string,
    private readonly forms: Forms,
    done: Done,
  ) {
    super(statement.text, statement.values, done);
    this.name = name;
    this.key = statement.rowMode ? `${name} as lists` : name;
    this.rowOf = forms.rowOf(this.key, statement.types);
  }
  override prepare(wire: Wire): void {
    super.prepare(this.rowOf ? this.forms.quiet(wire) : wire);
  }
  handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    const { types, rowMode } = this.statement;
    const parsers = fields.map(
      ({ dataTypeID }) => types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
    );
    const rowOf = rowMode ? arrayOf(parsers) : objectOf(fields, parsers);
    this.rowOf = this.forms.keep(this.key, types, rowOf);
  }
  /** What a value cannot be read for is told when the statement has ended, as the driver does. */
  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this._canceledDueToError) return;
    try {
      this._result.rows.push(this.rowOf!(fields));
    } catch (error) {
      this._canceledDueToError = error;
    }
  }
  override handleCommandComplete(message: object, wire: Wire): void {
    if (!this.rowOf) this.forms.keep(this.key, this.statement.types, noRows);
    super.handleCommandComplete(message, wire);
  }
}
