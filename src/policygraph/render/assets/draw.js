// The data, the network, and what is visible of it. Every text from a document is set by textContent, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const drawing = JSON.parse(document.getElementById("drawing").textContent);
const byId = (id) => document.getElementById(id);

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

// The shapes as vis-network draws them, so that legend, export and picture agree.
function shapeOf(shape, x, y, size, attributes) {
  const corners = (count, turn, radius) =>
    Array.from({ length: count }, (_, i) => {
      const far = typeof radius === "function" ? radius(i) : radius;
      const angle = turn + (i * 2 * Math.PI) / count;
      return `${(x + far * Math.sin(angle)).toFixed(1)},${(y - far * Math.cos(angle)).toFixed(1)}`;
    }).join(" ");
  if (shape === "dot") return makeSvg("circle", { cx: x, cy: y, r: size, ...attributes });
  if (shape === "square") return makeSvg("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, ...attributes });
  const points = {
    diamond: () => corners(4, 0, size),
    hexagon: () => corners(6, Math.PI / 2, size),
    star: () => corners(10, 0, (i) => (i % 2 ? size * 0.46 : size * 1.15)),
    triangle: () => corners(3, 0, size * 1.15),
    triangleDown: () => corners(3, Math.PI, size * 1.15),
  }[shape] || (() => corners(4, Math.PI / 4, size));
  return makeSvg("polygon", { points: points(), ...attributes });
}

function sign(kind) {
  const look = data.kinds[kind];
  const drawn = makeSvg("svg", { viewBox: "0 0 16 16", class: "sign", "aria-hidden": "true" });
  drawn.append(shapeOf(look.shape, 8, 8, 6, { fill: look.color }));
  return drawn;
}

const nodes = new vis.DataSet(drawing.nodes);
const edges = new vis.DataSet(drawing.edges);
const size = drawing.nodes.map((node) => node.size);
const baseEdge = drawing.edges.map((edge) => ({ width: edge.width, color: edge.color }));
const joined = data.nodes.map(() => []);
data.edges.forEach((edge, i) => {
  joined[edge.from].push(i);
  if (edge.to !== edge.from) joined[edge.to].push(i);
});
const otherEnd = (edge, node) => (data.edges[edge].from === node ? data.edges[edge].to : data.edges[edge].from);

const state = {
  kinds: new Set(Object.keys(data.kinds)),
  types: new Set(Object.keys(data.types)),
  plans: new Set(Object.keys(data.plans)),
  year: null,
  hidden: new Set(),
  focus: null,
  selected: null, // {node: i} or {edge: i}
};
const shown = { nodes: data.nodes.map(() => true), edges: data.edges.map(() => true) };

drawing.options.edges = drawing.options.edges || {};
const network = new vis.Network(byId("picture"), { nodes, edges }, drawing.options);

const planVisible = (plans) => !plans.length || plans.some((plan) => state.plans.has(plan));

// A year keeps what falls due in it, the clauses, indicators and projects of that, and who bears those clauses.
function ofYear(year) {
  if (year === null) return null;
  const dated = new Set(data.nodes.map((_, i) => i).filter((i) => String(data.nodes[i].year) === year));
  const kept = new Set(dated);
  const beside = (i) => joined[i].map((edge) => otherEnd(edge, i));
  for (const i of dated) beside(i).forEach((end) => kept.add(end));
  for (const i of [...kept]) {
    if (data.nodes[i].kind !== "Clause") continue;
    for (const end of beside(i)) {
      if (["Department", "Section", "Plan"].includes(data.nodes[end].kind)) kept.add(end);
    }
  }
  return kept;
}

function work() {
  const due = ofYear(state.year);
  const fewer = state.types.size < Object.keys(data.types).length;
  data.nodes.forEach((node, i) => {
    shown.nodes[i] = state.kinds.has(node.kind) && planVisible(node.plans) && !state.hidden.has(i)
      && (due === null || due.has(i)) && (state.focus === null || state.focus.has(i));
  });
  data.edges.forEach((edge, i) => {
    shown.edges[i] = state.types.has(edge.type) && (!edge.plan || state.plans.has(edge.plan))
      && shown.nodes[edge.from] && shown.nodes[edge.to];
  });
  if (fewer) {
    data.nodes.forEach((node, i) => {
      if (node.kind === "Department" && joined[i].length) shown.nodes[i] = shown.nodes[i] && joined[i].some((e) => shown.edges[e]);
    });
  }
}

// Only what changed is handed to vis-network: 5,000 lines at each click would be felt.
const last = { nodes: [], edges: [] };
function paint() {
  work();
  const near = nearSelected();
  const sparse = shown.edges.filter(Boolean).length < 150; // pale lines are for a crowd
  const nodeChanges = [];
  const edgeChanges = [];
  data.nodes.forEach((_, i) => {
    const look = { hidden: !shown.nodes[i], opacity: near === null || near.nodes.has(i) ? 1 : 0.16 };
    const key = `${look.hidden}${look.opacity}`;
    if (last.nodes[i] !== key) nodeChanges.push({ id: i, ...look });
    last.nodes[i] = key;
  });
  data.edges.forEach((_, i) => {
    const strong = near !== null && near.edges.has(i);
    const opacity = near === null ? Math.min(0.95, baseEdge[i].color.opacity * (sparse ? 1.7 : 1)) : strong ? 0.95 : 0.05;
    const width = strong ? Math.max(baseEdge[i].width, 2) : baseEdge[i].width;
    const key = `${shown.edges[i]}${opacity}${width}`;
    if (last.edges[i] !== key) edgeChanges.push({ id: i, hidden: !shown.edges[i], width, color: { ...baseEdge[i].color, opacity } });
    last.edges[i] = key;
  });
  if (nodeChanges.length) nodes.update(nodeChanges);
  if (edgeChanges.length) edges.update(edgeChanges);
  network.redraw();
}

function nearSelected() {
  if (state.selected === null) return null;
  if ("edge" in state.selected) {
    const edge = data.edges[state.selected.edge];
    return { nodes: new Set([edge.from, edge.to]), edges: new Set([state.selected.edge]) };
  }
  const i = state.selected.node;
  return { nodes: new Set([i, ...joined[i].filter((e) => shown.edges[e]).map((e) => otherEnd(e, i))]), edges: new Set(joined[i]) };
}
