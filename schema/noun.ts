import type { Permission } from '../modules/permissions.js';
import type { Lifecycle } from '../modules/kernel/index.js';
import type {
  AggregateRow,
  RawKeys,
  ConnectionValue,
  ReadAsOf,
  ReadColumn,
  ReadComputed,
  ReadEdge,
  ReadNoun,
  ReadRow,
} from '../prisma/reader/index.js';
import { builder } from './builder.js';
import type { ColumnDeclaration } from './columns.js';

/** A noun of the graph: declared once, and the type, its list, filters, order and edges follow. */
export interface Noun extends ReadNoun {
  readonly permission: Permission;
  readonly description: string;
  readonly declared: Record<string, ColumnDeclaration>;
  readonly columns: Record<string, ReadColumn>;
  readonly edges: Record<string, ReadEdge & EdgeText>;
  readonly computed: Record<string, ReadComputed & ComputedText>;
  readonly document: DocumentDeclaration | null;
  readonly asOf?: AsOf | undefined;
  /** The permission by which fields that users have defined on it are set; none without any. */
  readonly extensible: Permission | null;
  readonly ref: ReturnType<typeof builder.objectRef<ReadRow>>;
  readonly connection: ReturnType<typeof builder.objectRef<ConnectionValue>>;
  readonly where: ReturnType<typeof builder.inputRef<Record<string, unknown>>>;
  readonly orderBy: Input;
  /** The groups of its rows: keys, measures, and the inputs that ask for them. */
  readonly groups: {
    readonly row: ReturnType<typeof builder.objectRef<AggregateRow>>;
    readonly keys: ReturnType<typeof builder.objectRef<Record<string, unknown>>>;
    readonly groupBy: Input;
    readonly having: Input;
    readonly orderBy: Input;
  };
}

/** How lists of a noun are told as of a day. */
interface AsOf extends ReadAsOf {
  /** What the argument is for. */
  readonly description: string;
}

type Input = ReturnType<typeof builder.inputRef<Record<string, unknown>>>;

interface EdgeText {
  readonly description: string;
}

interface ComputedText {
  readonly description: string;
  readonly permission: Permission | undefined;
  /** Adds the field to the type; the reader has put its value on the row. */
  readonly type: unknown;
  readonly args: ((t: never) => Record<string, unknown>) | undefined;
  /** Whether callers with equal rights may be told otherwise. */
  readonly perActor?: boolean;
}

/** What makes a noun a document: its states, and the verbs that may be available on it. */
export interface DocumentDeclaration {
  readonly lifecycle: Lifecycle<string, string>;
  /** The column of its state; `status` unless told. */
  readonly statusColumn?: string;
  /**
   * The actions that callers may ask for, when others follow from other documents by themselves.
   */
  readonly verbs?: readonly string[];
  /** A column that, where it is true, lets nobody move the document; and the reason that is told. */
  readonly keptBy?: { readonly column: string; readonly reason: string };
  /** Actions that its columns refuse to some caller, such as its maker, whatever the state says. */
  readonly refused?: {
    readonly needs: readonly string[];
    readonly reason: (action: string, row: RawKeys, actorId: string) => string | null;
  };
}

/** Refuses an action to whoever made the document, by the code of the verb's own refusal. */
export const refusedToMaker = (
  refusedAction: string,
  code: string,
): NonNullable<DocumentDeclaration['refused']> => ({
  needs: ['createdById'],
  reason: (action, { createdById }, actorId) =>
    action === refusedAction && createdById === actorId ? code : null,
});

interface NounOptions {
  readonly description: string;
  readonly permission: Permission;
  /** `companyId` for what a company owns, `id` for the company itself, null for the group's. */
  readonly company: 'companyId' | 'id' | null;
  /** Instead of a column: a condition for actors that are limited to companies. */
  readonly seenBy?: ReadNoun['seenBy'];
  readonly readBy?: ReadNoun['readBy'];
  readonly table?: string;
  readonly columns: Record<string, ColumnDeclaration>;
  /** Beside the id: by number within a company, by code, by another system's reference. */
  readonly lookups?: {
    readonly number?: boolean;
    readonly code?: boolean;
    readonly refs?: boolean;
  };
  readonly document?: DocumentDeclaration;
  /** The column that names what a row turned out to be: look-ups by its code lead there. */
  readonly leadsTo?: string;
  /**
   * Lists of it take a day: rows of that day stand for the table, or rows tell whether they
   * counted.
   */
  readonly asOf?: AsOf;
  /**
   * Lets users define fields on it; their values are set by whoever has this permission, or only as
   * rows are made.
   */
  readonly extensible?: Permission | 'WHEN_MADE';
  /** Its rows keep the fields of another noun, until that noun takes them over. */
  readonly fieldsOf?: Noun;
}

const nouns = new Map<string, Noun>();

export const nounNamed = (name: string): Noun | undefined => nouns.get(name);
/** The noun that a fact or a reference means: by its name, or by the table it is kept in. */
export const nounOfDocument = (type: string): Noun | undefined =>
  nouns.get(type) ?? [...nouns.values()].find(({ table }) => table === type);
export const allNouns = (): readonly Noun[] => [...nouns.values()];

const idColumn: ColumnDeclaration = {
  kind: 'id',
  description: 'Its global id: opaque, and the same for ever.',
  isNullable: false,
  isFilterable: true,
};

/** Declares a noun. Its edges are added by `edge`, its worked-out fields by `computed`. */
export function noun(name: string, options: NounOptions): Noun {
  if (nouns.has(name)) throw new Error(`The noun ${name} is declared twice`);
  // What is worked out for a day has no identity beyond it.
  const declared = isOfDay(options) ? options.columns : { id: idColumn, ...options.columns };
  const { lookups } = options;
  const made: Noun = {
    name,
    table: options.table ?? name,
    permission: options.permission,
    companyColumn: options.company,
    seenBy: options.seenBy,
    readBy: options.readBy,
    description: options.description,
    declared,
    columns: Object.fromEntries(
      Object.entries(declared).map(([field, one]) => [
        field,
        { ...one, column: one.column ?? field },
      ]),
    ),
    edges: {},
    computed: {},
    lookups: {
      number: lookups?.number ?? false,
      code: lookups?.code ?? false,
      refs: lookups?.refs ?? false,
    },
    leadsTo: options.leadsTo,
    asOf: options.asOf,
    extensible: options.extensible === 'WHEN_MADE' ? null : (options.extensible ?? null),
    fieldsOf: options.fieldsOf?.name,
    isExtensible: options.extensible !== undefined,
    document: options.document ?? null,
    ref: builder.objectRef<ReadRow>(name),
    connection: builder.objectRef<ConnectionValue>(`${name}Connection`),
    where: builder.inputRef(`${name}Where`),
    orderBy: builder.inputRef(`${name}OrderBy`),
    groups: {
      row: builder.objectRef<AggregateRow>(`${name}Aggregate`),
      keys: builder.objectRef<Record<string, unknown>>(`${name}Keys`),
      groupBy: builder.inputRef(`${name}GroupBy`),
      having: builder.inputRef(`${name}Having`),
      orderBy: builder.inputRef(`${name}AggregateOrderBy`),
    },
  };
  nouns.set(name, made);
  return made;
}

/** Whether rows of a noun are worked out for a day: they are no nodes, and stand in lists only. */
export const isOfDay = ({ asOf }: Pick<NounOptions, 'asOf'>): boolean => asOf?.rows !== undefined;

interface EdgeOptions {
  readonly to: Noun;
  /** Many of theirs, by their column; or one of theirs, by our column. */
  readonly many?: boolean;
  readonly by: string;
  readonly description: string;
  readonly permission?: Permission;
}

/** Declares a way from one noun to another by a key. */
export function edge(from: Noun, field: string, options: EdgeOptions): void {
  addEdge(from, field, {
    kind: options.many === true ? 'many' : 'one',
    to: () => options.to,
    by: options.by,
    from: 'id',
    description: options.description,
    permission: options.permission,
  });
}

/** Declares a way from a noun to whichever noun its row names. */
export function edgeToAny(
  from: Noun,
  field: string,
  options: { readonly nounColumn: string; readonly by: string; readonly description: string },
): void {
  addEdge(from, field, { kind: 'any', to: () => null, from: 'id', ...options });
}

/** The edges of a noun that lead to one row of one noun, with that noun. */
export const edgesToOne = (from: Noun): [name: string, to: Noun, description: string][] =>
  Object.entries(from.edges).flatMap(([name, { kind, to, description }]) =>
    kind === 'one' ? [[name, to() as Noun, description]] : [],
  );

export function addEdge(from: Noun, field: string, edge: ReadEdge & EdgeText): void {
  if (field in from.edges || field in from.columns)
    throw new Error(`${from.name}.${field} is declared twice`);
  from.edges[field] = edge;
}

interface ComputedOptions<Args> {
  readonly description: string;
  /** A Pothos type: a scalar's name, a ref, or a list of one. */
  readonly type: unknown;
  readonly permission?: Permission;
  readonly perActor?: boolean;
  /** Our columns it starts from; `load` gets their raw text. */
  readonly needs: readonly string[];
  readonly args?: (t: Parameters<ArgsOf>[0]) => ReturnType<ArgsOf>;
  /** Works the values out for all rows of a level at once, in their order. */
  readonly load: (
    rows: Parameters<ReadComputed['load']>[0],
    args: Args,
    reader: Parameters<ReadComputed['load']>[2],
  ) => Promise<readonly unknown[]>;
}

type ArgsOf = (
  t: Parameters<Extract<Parameters<typeof builder.inputType>[1], object>['fields']>[0],
) => Record<string, unknown>;

/** Declares a field that is worked out from a noun's rows, for a whole level in one go. */
export function computed<Args extends Record<string, unknown> = Record<string, never>>(
  on: Noun,
  field: string,
  options: ComputedOptions<Args>,
): void {
  if (field in on.computed || field in on.columns)
    throw new Error(`${on.name}.${field} is declared twice`);
  on.computed[field] = {
    ...options,
    permission: options.permission,
    args: options.args,
    load: (rows, args, reader) => options.load(rows, args as Args, reader),
  };
}

export const Node = builder.interfaceRef<ReadRow>('Node');
