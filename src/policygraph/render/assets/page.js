// What the reader does: select, focus, expand, hide, move by keyboard; then the page is set up.
function select(what) {
  state.selected = what;
  if (what === null) showNothing();
  else if ("node" in what) showNode(what.node);
  else showEdge(what.edge);
  refresh();
}

// A node that a filter or a focus hides is brought back: whoever asks for it wants to see it.
function selectNode(i, move) {
  state.hidden.delete(i);
  if (state.focus) state.focus.add(i);
  const kind = data.nodes[i].kind;
  if (!state.kinds.has(kind)) {
    state.kinds.add(kind);
    buildFilters();
  }
  select({ node: i });
  if (move) {
    network.moveTo({ position: network.getPositions([i])[i], scale: Math.max(network.getScale(), 0.8), animation: false });
  }
}

function selectEdge(e) {
  select({ edge: e });
}

function neighbours(i) {
  return joined[i].map((e) => otherEnd(e, i));
}

function focusOn(i) {
  state.focus = new Set([i, ...neighbours(i)]);
  refresh();
  fit();
}

function expand(i) {
  for (const end of neighbours(i)) {
    state.hidden.delete(end);
    if (state.focus) state.focus.add(end);
  }
  refresh();
  fit();
}

function hide(i) {
  state.hidden.add(i);
  select(null);
}

function fit() {
  const seen = data.nodes.map((_, i) => i).filter((i) => shown.nodes[i]);
  if (!seen.length) return;
  network.fit({ nodes: seen, animation: false, maxZoomLevel: 1.4 });
  // Room for the labels of the outermost: in a small picture they are all drawn, and as wide as they ever get.
  zoom(seen.length < FEW ? Math.max(0.45, 1 - 290 / byId("picture").clientWidth) : 0.86);
}

function reset() {
  state.kinds = new Set(Object.keys(data.kinds));
  state.types = new Set(Object.keys(data.types));
  state.plans = new Set(Object.keys(data.plans));
  Object.assign(state, { year: null, focus: null });
  state.hidden.clear();
  byId("search").value = "";
  byId("picture").focus({ preventScroll: true });
  buildFilters();
  select(null);
  fit();
}

// The nearest visible node in the direction of the arrow; with nothing selected, the weightiest.
function step(dx, dy) {
  const places = network.getPositions();
  const from = state.selected && "node" in state.selected ? state.selected.node : null;
  if (from === null) {
    const first = visibleList()[0];
    if (first !== undefined) selectNode(first, false);
    return;
  }
  let best = null;
  data.nodes.forEach((_, i) => {
    if (i === from || !shown.nodes[i]) return;
    const [x, y] = [places[i].x - places[from].x, places[i].y - places[from].y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (along <= 0 || aside > along * 1.5) return;
    if (best === null || along + 2 * aside < best[0]) best = [along + 2 * aside, i];
  });
  if (best) selectNode(best[1], true);
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const zoom = (by) => network.moveTo({ scale: Math.min(6, Math.max(0.005, network.getScale() * by)), animation: false });

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") { reset(); return; }
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox") return;
  const at = state.selected && "node" in state.selected ? state.selected.node : null;
  const keys = {
    "/": () => byId("search").focus(), "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: fit,
    f: () => at !== null && focusOn(at), e: () => at !== null && expand(at), h: () => at !== null && hide(at),
  };
  const arrow = document.activeElement === byId("picture") && ARROWS[event.key];
  const act = arrow ? () => step(...arrow) : keys[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});

network.on("click", (event) => {
  byId("picture").focus({ preventScroll: true });
  if (event.nodes.length) selectNode(event.nodes[0], false);
  else if (event.edges.length) selectEdge(event.edges[0]);
  else if (state.selected) select(null);
});
network.on("doubleClick", (event) => { if (event.nodes.length) expand(event.nodes[0]); });

// Hovering tells the full name; of a line, who is joined to what, and its words.
const tip = make("div", { id: "tip", hidden: "" });
byId("picture").parentElement.append(tip);
function showTip(words, more, at) {
  tip.replaceChildren(words, ...(more ? [make("small", {}, more)] : []));
  tip.hidden = false;
  const box = byId("picture").getBoundingClientRect();
  tip.style.left = `${Math.max(0, Math.min(at.x + 14, box.width - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(0, Math.min(at.y + 14, box.height - tip.offsetHeight - 8))}px`;
}
network.on("hoverNode", ({ node, pointer }) => {
  const held = data.nodes[node];
  showTip(held.name, held.quote ? `“${held.quote}”` : data.kinds[held.kind].chinese, pointer.DOM);
});
network.on("hoverEdge", ({ edge, pointer }) => {
  const held = data.edges[edge];
  showTip(`${data.nodes[held.from].name} —${data.types[held.type].chinese}→ ${data.nodes[held.to].name}`, held.quote ? `“${held.quote}”` : "", pointer.DOM);
});
for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => { tip.hidden = true; });

byId("fit").addEventListener("click", fit);
byId("reset").addEventListener("click", reset);
byId("title").textContent = data.title;
byId("note").textContent = data.note;
buildFilters();
select(null);
if (data.focus !== null) showNode(data.focus);
fit();
