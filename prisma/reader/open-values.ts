/**
 * A value that a statement leaves open, so that it is made once for all values of a variable. It is
 * bound or handed on; whoever looks into it is refused, because the text would depend on it.
 */
interface OpenValue {
  readonly [FILL]: (variables: Variables) => unknown;
  readonly [Symbol.toPrimitive]: () => never;
  readonly toJSON: () => never;
}

export type Variables = Readonly<Record<string, unknown>>;

const FILL = Symbol('fill');

export function openValue(fill: (variables: Variables) => unknown): unknown {
  const refuse = () => {
    throw new Error('A statement that is made once looks into no value.');
  };
  const value: OpenValue = { [FILL]: fill, toJSON: refuse, [Symbol.toPrimitive]: refuse };
  return value;
}

const isOpen = (value: unknown): value is OpenValue =>
  typeof value === 'object' && value !== null && FILL in value;

/** Objects as they are sent, and not those that stand for one value, such as decimals. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether something of a value is open. */
export function holdsOpen(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsOpen);
  return isOpen(value) || (isPlain(value) && Object.values(value).some(holdsOpen));
}

/** A value with what variables fill in where it was open. */
export function filledIn(value: unknown, variables: Variables): unknown {
  if (isOpen(value)) return value[FILL](variables);
  if (Array.isArray(value)) return value.map((one) => filledIn(one, variables));
  if (!isPlain(value)) return value;
  const fields = Object.entries(value);
  return Object.fromEntries(fields.map(([name, one]) => [name, filledIn(one, variables)]));
}

/** What is made of a value: at once, or when it is filled in. */
export function madeOf<T>(value: T, make: (value: T) => unknown): unknown {
  if (!holdsOpen(value)) return make(value);
  return openValue((variables) => make(filledIn(value, variables) as T));
}
