/** Colours of the web's tokens, so that a picture looks like the product. Words keep at least 4.5 : 1 on their ground. */
export const palette = {
  paper: '#f5f2ea',
  sheet: '#fffdf8',
  ink: '#1a2928',
  softInk: '#51605c',
  line: '#ddd6c6',
  /** Ground of a scale: the paper, a little darker. */
  track: '#e6e0d2',
  jade: '#0b5f52',
  jadeWash: '#e0ece4',
  seal: '#a3301f',
  sealWash: '#f8e6df',
  marker: '#ffe08a',
  /** The marker thinned out: as a ground of a whole tile it would shout. */
  markerWash: '#fbeec4',
  onMarker: '#241c00',
  band: '#0b4a41',
  onBand: '#ffffff',
  softOnBand: '#c6ddd5',
} as const;
