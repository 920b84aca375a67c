import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { PAGE_DEFAULT } from '../prisma/reader/index.js';

/**
 * What a field costs, in the words of the GraphQL Cost Directives Specification. Weights are kept
 * in the extensions of fields, types and input fields as `cost`, sizes of lists as `listSize`: the
 * printed schema tells them as directives and the server reckons with them.
 */
export interface ListSize {
  /** The size where no slicing argument is given. */
  readonly assumedSize?: number;
  /** Arguments that say the size: a number, or a list by its length; with dots, within inputs. */
  readonly slicingArguments?: readonly string[];
  /** The fields of the answer that have the size; without them the list itself. */
  readonly sizedFields?: readonly string[];
}

type Costed = { readonly extensions: Readonly<Record<string, unknown>> };

/** The weight that a field, a type or an input field declares. */
export function weightOf({ extensions }: Costed): number | undefined {
  return typeof extensions.cost === 'number' ? extensions.cost : undefined;
}

export const listSizeOf = ({ extensions }: Costed): ListSize | undefined =>
  extensions.listSize as ListSize | undefined;

const texts = new GraphQLList(new GraphQLNonNull(GraphQLString));

export const costDirective = new GraphQLDirective({
  name: 'cost',
  description:
    'What one of it costs. Unless told, an object costs 1 and a single value nothing; what stands in a list costs as often as the list is long.',
  locations: [
    DirectiveLocation.ARGUMENT_DEFINITION,
    DirectiveLocation.ENUM,
    DirectiveLocation.FIELD_DEFINITION,
    DirectiveLocation.INPUT_FIELD_DEFINITION,
    DirectiveLocation.OBJECT,
    DirectiveLocation.SCALAR,
  ],
  args: {
    weight: { type: new GraphQLNonNull(GraphQLString), description: 'The cost, as a number.' },
  },
});

export const listSizeDirective = new GraphQLDirective({
  name: 'listSize',
  description: 'How long a list is at most, before it is read.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    assumedSize: { type: GraphQLInt, description: 'The size when no argument tells it.' },
    slicingArguments: {
      type: texts,
      description:
        'The arguments that tell the size, as a number or by the length of a list; a dot leads into an input.',
    },
    sizedFields: {
      type: texts,
      description: 'The fields of the answer that are so long; without them the field itself.',
    },
    requireOneSlicingArgument: {
      type: GraphQLBoolean,
      defaultValue: true,
      description: 'Whether one of the slicing arguments must be given.',
    },
  },
});

/** A list that nothing bounds by an argument: lines of a report, actions, references. */
const ASSUMED = 10;
const WEIGHTS = {
  /** A transaction, beside what it answers. */
  mutation: 10,
  subscription: 10,
  /** It reads many rows to answer few. */
  report: 50,
  /** A statement of its own for a whole level. */
  workedOut: 2,
  /** A condition on another table. */
  relation: 5,
  /** A row of a bulk, and a line of a document. */
  row: 5,
  line: 1,
};

/**
 * Gives every field its weight and its list size by what it was declared as, so that no type needs
 * a word of its own. What a declaration says itself stays.
 */
export function weigh(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) weighField(schema, type, field);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) weighInput(type.name, field);
  }
  weighBulks(schema.getMutationType());
}

type Field = GraphQLField<unknown, unknown>;

function weighField(schema: GraphQLSchema, type: GraphQLNamedType, field: Field): void {
  const size = sizeOf(field);
  const weight = weightByKind(schema, type, field);
  declare(field, {
    ...(size && { listSize: size }),
    ...(weight !== undefined && { cost: weight }),
  });
}

/** What was declared by hand comes last, and so holds. */
function declare(of: { extensions: object }, by: object): void {
  if (Object.keys(by).length > 0) of.extensions = { ...by, ...of.extensions };
}

const isList = (field: { readonly type: Field['type'] | GraphQLInputField['type'] }): boolean =>
  isListType(getNullableType(field.type));

function sizeOf(field: Field): ListSize | null {
  const answered = getNamedType(field.type);
  const slicing = field.args.map(({ name }) => name).filter((name) => /^(first|last)$/.test(name));
  if (slicing.length > 0 && isObjectType(answered)) {
    const fields = Object.values(answered.getFields());
    const sizedFields = fields.filter((one) => isList(one)).map(({ name }) => name);
    return { assumedSize: PAGE_DEFAULT, slicingArguments: slicing, sizedFields };
  }
  if (!isList(field) || !isCompositeType(answered) || isPartOfPage(field)) return null;
  const lists = field.args.filter(isList).map(({ name }) => name);
  if (lists.length > 0) return { slicingArguments: lists };
  // Whoever is refused is refused for one reason, or a few.
  return answered.name.startsWith('UserError') ? null : { assumedSize: ASSUMED };
}

/** The lists of a page, and of a bulk, have the size that the field above was asked for. */
const isPartOfPage = ({ name, args }: Field): boolean =>
  args.length === 0 && /^(nodes|edges|results)$/.test(name);

function weightByKind(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  field: Field,
): number | undefined {
  if (type === schema.getMutationType()) return WEIGHTS.mutation;
  if (type === schema.getSubscriptionType()) return WEIGHTS.subscription;
  const answered = getNamedType(field.type);
  const isNode = answered.name === 'Node' || implementsNode(answered);
  const isPlanned = field.extensions.planned === true;
  if (type === schema.getQueryType())
    return isNode || isPlanned ? undefined : WEIGHTS.report / (isList(field) ? ASSUMED : 1);
  const isPage = isObjectType(answered) && 'pageInfo' in answered.getFields();
  return isPlanned && !isNode && !isPage && !isList(field) ? WEIGHTS.workedOut : undefined;
}

const implementsNode = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');

/** In a filter a relation costs, in what a mutation takes each line. */
function weighInput(owner: string, field: GraphQLInputField): void {
  const named = getNamedType(field.type);
  if (!isInputObjectType(named) || owner.endsWith('ListWhere')) return;
  const isFilter = owner.endsWith('Where');
  const isRelation = named.name.endsWith('Where') && !/^(and|or|not)$/.test(field.name);
  if (isFilter && isRelation) declare(field, { cost: WEIGHTS.relation });
  if (!isFilter && isList(field))
    declare(field, { cost: field.name === 'rows' ? WEIGHTS.row : WEIGHTS.line });
}

/** A bulk answers for as many rows as it was given. */
function weighBulks(mutations: GraphQLObjectType | null | undefined): void {
  for (const field of Object.values(mutations?.getFields() ?? {})) {
    const input = getNamedType(field.args[0]?.type);
    const payload = getNamedType(field.type);
    if (!isInputObjectType(input) || !('rows' in input.getFields()) || !isObjectType(payload))
      continue;
    if ('results' in payload.getFields())
      declare(field, { listSize: { slicingArguments: ['input.rows'], sizedFields: ['results'] } });
  }
}
