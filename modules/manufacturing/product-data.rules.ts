import type { Decimal } from '../kernel/index.js';
import { madeOperation, type MadeOperation, type StoredOperation } from './made-operation.rules.js';
import {
  asDecimal,
  multipleOf,
  plus,
  required,
  takenBy,
  through,
  told,
  type Share,
} from './required.rules.js';
import { scaled, unscaled } from './scaled.rules.js';

export type IssueMethod = 'PICK' | 'BACKFLUSH';

/** A line of an effective BOM as it is read, numbers as text; the item is null without lines. */
export interface StoredLine {
  readonly bomId: string;
  readonly productId: string;
  /** The product's stock unit. */
  readonly productUnit: string;
  readonly isPhantom: boolean;
  readonly outputQuantity: string;
  readonly yieldPercent: string;
  readonly kind: 'COMPONENT' | 'BY_PRODUCT';
  readonly itemId: string | null;
  /** The component's code. */
  readonly code: string;
  /** The component's stock unit. */
  readonly unit: string;
  readonly quantity: string;
  readonly stockFactor: string;
  readonly isFixed: boolean;
  readonly scrapPercent: string;
  readonly costSharePercent: string;
  /** In the line's unit; zero for any quantity. */
  readonly roundingMultiple: string;
  /** The line itself where other items may stand in for its own; null where none may. */
  readonly alternatesOf: string | null;
  readonly operation: number | null;
  readonly issueMethod: IssueMethod;
}

/** What goes into a product, in stock units; numbers are scaled. */
export interface Component {
  readonly itemId: string;
  readonly code: string;
  readonly unit: string;
  /** What one unit takes, as a fraction; `perUnit` is the same, rounded. */
  readonly share: Share;
  readonly perUnit: bigint;
  readonly fixed: bigint;
  /** What is taken is rounded up to a multiple of this; zero for any quantity. */
  readonly multiple: bigint;
  /** The line whose alternates may stand in for it; null where none may. */
  readonly alternatesOf: string | null;
  readonly issueMethod: IssueMethod;
  readonly operation: number | null;
}

/** What comes out beside it; numbers are scaled. */
export interface SideOutput {
  readonly itemId: string;
  readonly unit: string;
  readonly share: Share;
  readonly costSharePercent: bigint;
}

/** One effective BOM, its phantoms blown through. */
export interface Product {
  readonly itemId: string;
  readonly unit: string;
  readonly bomId: string;
  readonly isPhantom: boolean;
  readonly yieldPercent: string;
  readonly components: readonly Component[];
  readonly byProducts: readonly SideOutput[];
}

function componentOf(line: StoredLine, itemId: string): Component {
  const { share, perUnit, fixed } = required(line);
  const { code, unit, alternatesOf, issueMethod, operation } = line;
  const multiple = multipleOf(line);
  const taken = { itemId, code, unit, share, perUnit, fixed, multiple };
  return { ...taken, alternatesOf, issueMethod, operation };
}

function sideOutputOf(line: StoredLine, itemId: string): SideOutput {
  const { share } = required({ ...line, isFixed: false, scrapPercent: '0' });
  return { itemId, unit: line.unit, share, costSharePercent: scaled(line.costSharePercent) };
}

/** BOMs of lines that stand together by their products, with phantoms still in them. */
export function productsOf(lines: readonly StoredLine[]): Map<string, Product> {
  const products = new Map<
    string,
    Product & { readonly components: Component[]; readonly byProducts: SideOutput[] }
  >();
  for (const line of lines) {
    const { productId, productUnit: unit, bomId, isPhantom, yieldPercent } = line;
    let own = products.get(productId);
    if (!own) {
      own = {
        ...{ itemId: productId, unit, bomId, isPhantom, yieldPercent },
        ...{ components: [], byProducts: [] },
      };
      products.set(productId, own);
    }
    if (line.itemId === null) continue;
    if (line.kind === 'COMPONENT') own.components.push(componentOf(line, line.itemId));
    else own.byProducts.push(sideOutputOf(line, line.itemId));
  }
  return products;
}

const sharing = (share: Share, fixed: bigint) => ({ share, perUnit: told(share), fixed });

/**
 * Puts together what is taken of one item in one way, in the order of first appearance. What comes
 * in multiples or has alternates stands alone: every line is rounded, and served, on its own.
 */
function merged(components: readonly Component[]): Component[] {
  const byWay = new Map<string, Component>();
  for (const [place, one] of components.entries()) {
    const alone = one.multiple === 0n && one.alternatesOf === null ? '' : place;
    const way = `${one.itemId} ${one.issueMethod} ${one.operation ?? ''} ${alone}`;
    const known = byWay.get(way);
    if (!known) byWay.set(way, one);
    else
      byWay.set(way, { ...one, ...sharing(plus(known.share, one.share), known.fixed + one.fixed) });
  }
  return [...byWay.values()];
}

/** What a phantom's own component becomes in the product that the phantom goes into. */
const blownThrough = (part: Component, own: Component): Component => ({
  ...own,
  // What a phantom takes once is taken once for the work order that it goes into.
  ...sharing(through(part.share, own.share), takenBy(part.fixed, own.share) + own.fixed),
  operation: part.operation ?? own.operation,
});

/**
 * Blows phantoms through: in the place of a phantom stands what it is made of, on all levels.
 * The operation is that of the line that takes the phantom, because its own routing is not used.
 */
export function withoutPhantoms(products: ReadonlyMap<string, Product>): Map<string, Product> {
  const whole = new Map(products);
  if (![...products.values()].some(({ isPhantom }) => isPhantom)) return whole;
  const blown = new Map<string, readonly Component[]>();
  const blow = (product: Product, above: ReadonlySet<string>): readonly Component[] => {
    if (!hasPhantom(product, products)) return product.components;
    const known = blown.get(product.itemId);
    if (known) return known;
    if (above.has(product.itemId)) throw new Error(`The phantom ${product.itemId} is in itself.`);
    const inside = new Set(above).add(product.itemId);
    const parts = product.components.flatMap((part) => {
      const phantom = products.get(part.itemId);
      if (!phantom?.isPhantom) return [part];
      return blow(phantom, inside).map((own) => blownThrough(part, own));
    });
    const components = merged(parts);
    blown.set(product.itemId, components);
    return components;
  };
  for (const one of products.values()) {
    const components = blow(one, new Set());
    if (components !== one.components) whole.set(one.itemId, { ...one, components });
  }
  return whole;
}

const hasPhantom = ({ components }: Product, products: ReadonlyMap<string, Product>): boolean =>
  components.some(({ itemId }) => products.get(itemId)?.isPhantom === true);

/** How an item is made on a day. */
export interface MadeItem {
  readonly itemId: string;
  /** Its stock unit. */
  readonly unit: string;
  readonly bomId: string;
  readonly isPhantom: boolean;
  readonly routingId: string | null;
  readonly yieldPercent: Decimal;
  /** In stock units of the component, scrap and yield included. */
  readonly components: readonly {
    readonly itemId: string;
    readonly unit: string;
    /** For one good stock unit of the product; to 60 digits, so round what is multiplied by it. */
    readonly perUnit: Decimal;
    /** Once for a work order. */
    readonly fixed: Decimal;
    /** What is taken is rounded up to a multiple of this; null for any quantity. */
    readonly roundingMultiple: Decimal | null;
    /** The line of the BOM whose alternates may stand in for it; null where none may. */
    readonly alternatesOf: string | null;
    readonly issueMethod: IssueMethod;
    /** The position of the operation that takes it; null means the first. */
    readonly operation: number | null;
  }[];
  readonly byProducts: readonly {
    readonly itemId: string;
    readonly unit: string;
    readonly perUnit: Decimal;
    readonly costSharePercent: Decimal;
  }[];
  readonly operations: readonly MadeOperation[];
}

/** A product with its operations, in the numbers that the rest of the house knows. */
export function madeItem(
  { itemId, unit, bomId, isPhantom, yieldPercent, components, byProducts }: Product,
  operations: readonly StoredOperation[] = [],
): MadeItem {
  return {
    ...{ itemId, unit, bomId, isPhantom },
    routingId: operations[0]?.routingId ?? null,
    yieldPercent: unscaled(scaled(yieldPercent)),
    components: components.map((one) => ({
      ...one,
      perUnit: asDecimal(one.share),
      fixed: unscaled(one.fixed),
      roundingMultiple: one.multiple === 0n ? null : unscaled(one.multiple),
    })),
    byProducts: byProducts.map((one) => ({
      ...one,
      perUnit: asDecimal(one.share),
      costSharePercent: unscaled(one.costSharePercent),
    })),
    operations: operations.flatMap(madeOperation),
  };
}
