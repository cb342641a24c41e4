import {
  CLASSES,
  chances,
  convolved,
  type FigureNet,
  figureNet,
  type Layer,
  NET_SIZE,
} from '../../ingest/ocr/figures/figureNet.ts';

/** How the net learns: what each number has to do with an error (backpropagation), and steps against it (Adam). */

const KERNEL = 5;

/** Adds what a layer's numbers have to do with `error` to `slope`, and gives the error of what came in. */
function back(layer: Layer, slope: Layer, input: Float32Array, from: Int32Array, error: Float32Array) {
  const { planesIn, planesOut, sideIn, sideConvolved, sideOut } = layer;
  const errorIn = new Float32Array(input.length);
  for (let out = 0; out < planesOut; out += 1) {
    for (let each = 0; each < sideOut * sideOut; each += 1) {
      const index = out * sideOut * sideOut + each;
      const cell = from[index] ?? -1;
      const wrong = error[index] ?? 0;
      if (cell < 0 || wrong === 0) continue;
      const corner = Math.floor(cell / sideConvolved) * sideIn + (cell % sideConvolved);
      slope.bias[out] = (slope.bias[out] ?? 0) + wrong;
      for (let into = 0; into < planesIn; into += 1) {
        for (let row = 0; row < KERNEL; row += 1) {
          const place = into * sideIn * sideIn + corner + row * sideIn;
          const weight = ((out * planesIn + into) * KERNEL + row) * KERNEL;
          for (let column = 0; column < KERNEL; column += 1) {
            slope.weights[weight + column] =
              (slope.weights[weight + column] ?? 0) + wrong * (input[place + column] ?? 0);
            errorIn[place + column] =
              (errorIn[place + column] ?? 0) + wrong * (layer.weights[weight + column] ?? 0);
          }
        }
      }
    }
  }
  return errorIn;
}

/** Adds one sample's slopes, and gives how badly it was told (cross entropy). */
function learnFrom(net: FigureNet, slope: FigureNet, frame: Float32Array, truth: number): number {
  const [one, two] = net.layers;
  const first = convolved(one, frame);
  const second = convolved(two, first.values);
  const told = chances(net, second.values);
  const size = second.values.length;
  const error = new Float32Array(size);
  for (let each = 0; each < CLASSES; each += 1) {
    const wrong = (told[each] ?? 0) - (each === truth ? 1 : 0);
    slope.dense.bias[each] = (slope.dense.bias[each] ?? 0) + wrong;
    for (let at = 0; at < size; at += 1) {
      const weight = each * size + at;
      slope.dense.weights[weight] = (slope.dense.weights[weight] ?? 0) + wrong * (second.values[at] ?? 0);
      error[at] = (error[at] ?? 0) + wrong * (net.dense.weights[weight] ?? 0);
    }
  }
  back(one, slope.layers[0], frame, first.from, back(two, slope.layers[1], first.values, second.from, error));
  return -Math.log(Math.max(1e-9, told[truth] ?? 0));
}

export type Sample = { readonly frame: Float32Array; readonly truth: number };
export type Learner = {
  /** The net's numbers, as they stand now. */
  readonly numbers: Float32Array;
  /** One step by some samples; how badly they were told, on the mean. */
  readonly step: (samples: readonly Sample[], rate: number) => number;
};

/** A net that knows nothing yet. `random` gives numbers from 0 to 1. */
export function learner(random: () => number): Learner {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const numbers = new Float32Array(NET_SIZE);
  const net = figureNet(numbers);
  for (const { weights, planesIn } of net.layers)
    for (let at = 0; at < weights.length; at += 1)
      weights[at] = normal() * Math.sqrt(2 / (planesIn * KERNEL * KERNEL));
  for (let at = 0; at < net.dense.weights.length; at += 1)
    net.dense.weights[at] = normal() * Math.sqrt(1 / (net.dense.weights.length / CLASSES));
  const slopes = new Float32Array(NET_SIZE);
  const slope = figureNet(slopes);
  const mean = new Float32Array(NET_SIZE);
  const square = new Float32Array(NET_SIZE);
  let steps = 0;
  return {
    numbers,
    step: (samples, rate) => {
      slopes.fill(0);
      let badly = 0;
      for (const { frame, truth } of samples) badly += learnFrom(net, slope, frame, truth);
      steps += 1;
      for (let at = 0; at < NET_SIZE; at += 1) {
        const by = (slopes[at] ?? 0) / samples.length;
        mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * by;
        square[at] = 0.999 * (square[at] ?? 0) + 0.001 * by * by;
        const direction = (mean[at] ?? 0) / (1 - 0.9 ** steps);
        const size = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** steps));
        numbers[at] = (numbers[at] ?? 0) - (rate * direction) / (size + 1e-8);
      }
      return badly / samples.length;
    },
  };
}
