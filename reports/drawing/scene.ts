import type { GridComponentOption } from 'echarts/components';
import { palette } from './palette.ts';

/** A text, mark or ground at its place, in pixels from the top left, as the chart library takes it. */
export type Shape = {
  readonly type: 'rect' | 'circle' | 'line' | 'polyline' | 'polygon' | 'text';
  readonly x?: number;
  readonly y?: number;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly style: Readonly<Record<string, unknown>>;
};

/** One horizontal bar of a chart, of one or several segments on a scale from 0 to `max`. */
export type Bar = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly max: number;
  readonly segments: readonly {
    readonly value: number;
    readonly colour: string;
    /** Outlined: told from a filled bar without colour too. */
    readonly outline?: string;
  }[];
  /** Colour of the ground along the whole scale. */
  readonly track: string | null;
};

export type Scene = {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  /** Lie above the bars. */
  readonly shapes: readonly Shape[];
};

/** Every bar is a chart of its own, so that labels of one line and of four stand at their own distances. */
function charts(bars: readonly Bar[]) {
  const grid: GridComponentOption[] = bars.map(({ left, top, width, height }) => ({
    left,
    top,
    width,
    height,
    outerBoundsMode: 'none',
  }));
  return {
    grid,
    xAxis: bars.map(({ max }, gridIndex) => ({ type: 'value', gridIndex, min: 0, max, show: false })),
    yAxis: bars.map((_, gridIndex) => ({ type: 'category', gridIndex, data: [''], show: false })),
    series: bars.flatMap(({ segments, track, width, height, max }, at) =>
      segments.map(({ value, colour, outline }, place) => ({
        type: 'bar',
        xAxisIndex: at,
        yAxisIndex: at,
        stack: `bar ${at}`,
        barWidth: height,
        showBackground: place === 0 && track !== null,
        backgroundStyle: { color: track ?? colour, borderRadius: 6 },
        data: [visible(value, max / width)],
        itemStyle: {
          color: colour,
          borderRadius: 6,
          ...(outline === undefined || value <= 0 ? {} : { borderColor: outline, borderWidth: 3 }),
        },
      })),
    ),
  };
}

/** A few pixels at least for what is more than nothing: 3 of 1.245 is not 0. */
function visible(value: number, perPixel: number): number {
  return value <= 0 ? 0 : Math.max(value, 8 * perPixel);
}

/** Writes the scene as SVG. The chart library is loaded at the first picture, so that starting the product stays quick. */
export async function renderSvg(scene: Scene): Promise<string> {
  const [{ init, use }, { BarChart }, { GraphicComponent, GridComponent }, { SVGRenderer }] =
    await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ]);
  use([BarChart, GridComponent, GraphicComponent, SVGRenderer]);
  const { width, height } = scene;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: palette.paper,
      ...charts(scene.bars),
      graphic: {
        elements: scene.shapes.map((shape) => ({ ...shape, z: 10 })),
      },
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
