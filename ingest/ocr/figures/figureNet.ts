import { FRAME } from './framed.ts';

/**
 * A small convolutional net that tells figures by their shape: two layers of 5×5 kernels with the largest of each 2×2 kept
 * (8 and 16 planes), then one sum for each figure and one for what is no figure. 6,251 weights, trained by
 * `scripts/figures/train.ts`.
 */

const KERNEL = 5;
const PLANES = [8, 16] as const;
/** Ten figures and "none of them". */
export const CLASSES = 11;
export const NO_FIGURE = 10;

export type Layer = {
  readonly planesIn: number;
  readonly planesOut: number;
  /** The side of each plane that comes in, of each after the kernels, and of each after the largest were kept. */
  readonly sideIn: number;
  readonly sideConvolved: number;
  readonly sideOut: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

export type FigureNet = {
  readonly layers: readonly [Layer, Layer];
  readonly dense: { readonly weights: Float32Array; readonly bias: Float32Array };
};

/** The net over its numbers, of which it keeps views: whoever changes them trains it. */
export function figureNet(numbers: Float32Array): FigureNet {
  let at = 0;
  const take = (count: number) => {
    at += count;
    if (at > numbers.length) throw new Error(`The net wants ${at} numbers and there are ${numbers.length}.`);
    return numbers.subarray(at - count, at);
  };
  const layer = (planesIn: number, planesOut: number, sideIn: number): Layer => ({
    ...{ planesIn, planesOut, sideIn },
    ...{ sideConvolved: sideIn - KERNEL + 1, sideOut: (sideIn - KERNEL + 1) / 2 },
    ...{ weights: take(planesIn * planesOut * KERNEL * KERNEL), bias: take(planesOut) },
  });
  const first = layer(1, PLANES[0], FRAME);
  const second = layer(first.planesOut, PLANES[1], first.sideOut);
  const size = second.planesOut * second.sideOut ** 2;
  return { layers: [first, second], dense: { weights: take(size * CLASSES), bias: take(CLASSES) } };
}

/** How many numbers a net has. */
export const NET_SIZE =
  PLANES[0] * (KERNEL ** 2 + 1) +
  PLANES[1] * (PLANES[0] * KERNEL ** 2 + 1) +
  (PLANES[1] * 4 * 4 + 1) * CLASSES;

export type Kept = {
  readonly values: Float32Array;
  /** For each value, which convolved one it is, -1 where none was above 0. Training goes back along these. */
  readonly from: Int32Array;
};

/** A layer's planes for the planes that come in. */
export function convolved(layer: Layer, input: Float32Array): Kept {
  const { planesIn, planesOut, sideIn, sideConvolved, sideOut, weights, bias } = layer;
  const plane = new Float32Array(sideConvolved * sideConvolved);
  const values = new Float32Array(planesOut * sideOut * sideOut);
  const from = new Int32Array(values.length).fill(-1);
  for (let out = 0; out < planesOut; out += 1) {
    plane.fill(bias[out] ?? 0);
    for (let into = 0; into < planesIn; into += 1) {
      for (let cell = 0; cell < KERNEL * KERNEL; cell += 1) {
        const weight = weights[(out * planesIn + into) * KERNEL * KERNEL + cell] ?? 0;
        const start = into * sideIn * sideIn + Math.floor(cell / KERNEL) * sideIn + (cell % KERNEL);
        for (let y = 0; y < sideConvolved; y += 1) {
          const row = start + y * sideIn;
          const target = y * sideConvolved;
          for (let x = 0; x < sideConvolved; x += 1)
            plane[target + x] = (plane[target + x] ?? 0) + weight * (input[row + x] ?? 0);
        }
      }
    }
    for (let y = 0; y < sideOut; y += 1) {
      for (let x = 0; x < sideOut; x += 1) {
        const corner = y * 2 * sideConvolved + x * 2;
        const index = (out * sideOut + y) * sideOut + x;
        for (const cell of [corner, corner + 1, corner + sideConvolved, corner + sideConvolved + 1]) {
          if ((plane[cell] ?? 0) <= (values[index] ?? 0)) continue;
          values[index] = plane[cell] ?? 0;
          from[index] = cell;
        }
      }
    }
  }
  return { values, from };
}

/** The chances of each class, by the last planes. */
export function chances({ dense }: FigureNet, planes: Float32Array): Float32Array {
  const sums = Float32Array.from({ length: CLASSES }, (_, each) => {
    let sum = dense.bias[each] ?? 0;
    for (let at = 0; at < planes.length; at += 1)
      sum += (dense.weights[each * planes.length + at] ?? 0) * (planes[at] ?? 0);
    return sum;
  });
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** The chances that a framed stretch of ink is each of the ten figures, and that it is none. */
export function figureChances(net: FigureNet, frame: Float32Array): Float32Array {
  const [first, second] = net.layers;
  return chances(net, convolved(second, convolved(first, frame).values).values);
}
