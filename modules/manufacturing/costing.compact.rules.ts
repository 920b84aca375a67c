import { required, type Component, type Product, type SideOutput } from './product-data.rules.js';
import { scaled } from './scaled.rules.js';

/** A BOM as far as costs go: its lines are one text, so that half a million of them are quick. */
export interface CompactBom {
  readonly productId: string;
  readonly bomId: string;
  readonly productUnit: string;
  readonly isPhantom: boolean;
  readonly outputQuantity: string;
  readonly yieldPercent: string;
  /** `item kind quantity factor fixed scrap share`, by semicolons; null without lines. */
  readonly parts: string | null;
}

/** A BOM with its lines; costs do not ask for their units, operations and how they are issued. */
function productOf(bom: CompactBom): Product {
  const components: Component[] = [];
  const byProducts: SideOutput[] = [];
  const { outputQuantity, yieldPercent, productId, productUnit, bomId, isPhantom } = bom;
  for (const part of bom.parts?.split(';') ?? []) {
    const [item, kind, quantity, stockFactor, fixed, scrapPercent, share] = part.split(' ');
    const itemId = item!;
    const line = {
      ...{ quantity: quantity!, stockFactor: stockFactor!, isFixed: fixed === '1' },
      ...{ scrapPercent: scrapPercent!, outputQuantity, yieldPercent },
    };
    const { perUnit, fixed: once } = required(line);
    if (kind === 'COMPONENT')
      components.push({
        ...{ itemId, unit: '', perUnit, fixed: once, issueMethod: 'PICK', operation: null },
      });
    else byProducts.push({ itemId, unit: '', perUnit, costSharePercent: scaled(share!) });
  }
  return {
    ...{ itemId: productId, unit: productUnit, bomId, isPhantom },
    ...{ yieldPercent, components, byProducts },
  };
}

/** BOMs by their products, with phantoms still in them. */
export const productsOfCompact = (boms: readonly CompactBom[]): Map<string, Product> =>
  new Map(boms.map((bom) => [bom.productId, productOf(bom)]));
