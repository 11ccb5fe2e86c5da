// Labels as on a map: the weightier first, each where it covers no other; more of them, and longer, as one zooms in.
const FONT = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC","Hiragino Sans GB",sans-serif';
const LABEL = -1;
const WEIGHTY = 12;
const FEW = 60;
const PIXELS = [17, 13, 12.5, 11.5, 11, 10.5, 10];
const measuring = document.createElement("canvas").getContext("2d");
const widths = new Map();

const order = data.nodes.map((_, i) => i).sort((a, b) =>
  data.kinds[data.nodes[a].kind].rank - data.kinds[data.nodes[b].kind].rank || size[b] - size[a] || a - b);

function fontOf(node) {
  const rank = data.kinds[node.kind].rank;
  return { pixels: PIXELS[Math.min(rank, PIXELS.length - 1)], weight: rank <= 1 ? "600" : "400" };
}

function widthOf(words, font) {
  const key = `${font.weight}${font.pixels}${words}`;
  if (!widths.has(key)) {
    measuring.font = `${font.weight} ${font.pixels}px ${FONT}`;
    widths.set(key, measuring.measureText(words).width);
  }
  return widths.get(key);
}

// Which labels fit: `place` gives a node's centre and radius in screen pixels, or null where it isn't to be drawn;
// `first` holds the nodes that come before all others, `within` the window, over whose edge no label runs, `grow` enlarges
// the type. `wordsOf` gives what a label may say, the longest first.
function fitLabels(place, wordsOf, first, { within = null, grow = 1 } = {}) {
  const cells = new Map();
  const CELL = 64;
  const around = (box, visit) => {
    for (let c = Math.floor(box[0] / CELL); c <= Math.floor(box[2] / CELL); c++) {
      for (let r = Math.floor(box[1] / CELL); r <= Math.floor(box[3] / CELL); r++) if (visit(`${c},${r}`) === false) return false;
    }
    return true;
  };
  const meets = (a, box) => a[0] < box[2] && a[2] > box[0] && a[1] < box[3] && a[3] > box[1];
  const inside = (box) => within === null || (box[0] > 2 && box[1] > 2 && box[2] < within.width - 2 && box[3] < within.height - 2);
  const free = (box, own) => inside(box) && around(box, (cell) => !(cells.get(cell) || []).some(([a, i]) => i !== own && meets(a, box)));
  const clearOfLabels = (box) => inside(box) && around(box, (cell) => !(cells.get(cell) || []).some(([a, i]) => i === LABEL && meets(a, box)));
  const take = (box, own) => around(box, (cell) => {
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push([box, own]);
  });
  const places = data.nodes.map((_, i) => place(i));
  places.forEach((p, i) => { if (p) take([p.x - p.r * 0.8, p.y - p.r * 0.8, p.x + p.r * 0.8, p.y + p.r * 0.8], i); });
  const fitted = [];
  // The weightiest bodies stand in the thick of it, where nothing is free: their names may cover nodes, never other names.
  const weighty = new Set(order.filter((i) => places[i] && data.kinds[data.nodes[i].kind].rank === 1).slice(0, WEIGHTY));
  const queue = first === null ? order : [...order].sort((a, b) => first.has(b) - first.has(a));
  for (const i of queue) {
    const p = places[i];
    if (!p) continue;
    const own = fontOf(data.nodes[i]);
    const font = { weight: own.weight, pixels: own.pixels * grow };
    const h = font.pixels * 1.25;
    const spots = (words) => {
      const w = widthOf(words, own) * grow;
      const right = { x: p.x + p.r + 4, y: p.y, align: "left", box: [p.x + p.r + 3, p.y - h / 2, p.x + p.r + 5 + w, p.y + h / 2] };
      const left = { x: p.x - p.r - 4, y: p.y, align: "right", box: [p.x - p.r - 5 - w, p.y - h / 2, p.x - p.r - 3, p.y + h / 2] };
      const below = { x: p.x, y: p.y + p.r + 2 + h / 2, align: "center", box: [p.x - w / 2, p.y + p.r + 1, p.x + w / 2, p.y + p.r + 3 + h] };
      const above = { x: p.x, y: p.y - p.r - 2 - h / 2, align: "center", box: [p.x - w / 2, p.y - p.r - 3 - h, p.x + w / 2, p.y - p.r - 1] };
      const side = p.outer < 0 ? [left, right] : [right, left];
      const tries = Math.abs(p.outer) > 0.3 && data.kinds[data.nodes[i].kind].rank > 1 ? [...side, below, above] : [below, above, ...side];
      return tries.map((each) => ({ ...each, words }));
    };
    const tries = wordsOf(i).flatMap(spots);
    const spot = tries.find((each) => free(each.box, i)) || (weighty.has(i) && tries.find((each) => clearOfLabels(each.box)));
    if (!spot) continue;
    take(spot.box, LABEL);
    fitted.push({ i, words: spot.words, font, x: spot.x, y: spot.y, align: spot.align, box: spot.box });
  }
  return fitted;
}

function wordsAt(scale) {
  const roomy = scale >= 1.15 || shown.nodes.filter(Boolean).length <= FEW;
  return (i) => {
    const node = data.nodes[i];
    const full = node.name.length > 26 ? `${node.name.slice(0, 25)}…` : node.name;
    return roomy && full !== node.short ? [full, node.short] : [node.short];
  };
}

// How far out to the left (-1) or right (1) a node stands: outer labels run outwards.
function outward(positions) {
  const far = Math.max(1, ...Object.values(positions).map((p) => Math.abs(p.x - middle.x)));
  return (i) => (positions[i].x - middle.x) / far;
}
const middle = (() => {
  const xs = drawing.nodes.map((node) => node.x);
  return { x: xs.length ? (Math.min(...xs) + Math.max(...xs)) / 2 : 0 };
})();

// Type of a new size costs a browser far more than type that it has drawn before: while the picture is being zoomed only the
// weightiest names are drawn, the others when it has come to rest.
let zooming = null;
network.on("zoom", () => {
  clearTimeout(zooming);
  zooming = setTimeout(() => { zooming = null; network.redraw(); }, 160);
});

network.on("afterDrawing", (context) => {
  const scale = network.getScale();
  const positions = network.getPositions();
  const out = outward(positions);
  const near = nearSelected();
  const box = byId("picture").getBoundingClientRect();
  const place = (i) => {
    if (!shown.nodes[i] || (near !== null && !near.nodes.has(i) && data.nodes.length > 60)) return null;
    const p = network.canvasToDOM(positions[i]);
    if (p.x < -80 || p.y < -40 || p.x > box.width + 80 || p.y > box.height + 40) return null;
    return { x: p.x, y: p.y, r: size[i] * scale, outer: out(i) };
  };
  context.save();
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const fitted = fitLabels(place, wordsAt(scale), near && near.nodes, { within: box });
  for (const label of zooming === null ? fitted : fitted.slice(0, WEIGHTY)) {
    const at = network.DOMtoCanvas({ x: label.x, y: label.y });
    context.font = `${label.font.weight} ${label.font.pixels / scale}px ${FONT}`;
    context.textAlign = label.align;
    context.globalAlpha = near !== null && !near.nodes.has(label.i) ? 0.3 : 1;
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = "#fbfaf6";
    context.strokeText(label.words, at.x, at.y);
    context.fillStyle = "#1d2733";
    context.fillText(label.words, at.x, at.y);
  }
  context.restore();
});
