// Search and filters. Names are compared in one form: NFKC, lower case, no white space.
const folded = (words) => words.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const names = data.nodes.map((node) => [node.name, node.short, ...node.aliases].map(folded));

function search(words) {
  const wanted = folded(words);
  const score = (i) => {
    if (names[i].some((name) => name === wanted)) return 0;
    if (names[i].some((name) => name.startsWith(wanted))) return 1;
    return names[i].some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return order.map((i) => [score(i), i]).filter(([rank]) => rank < 3).sort((a, b) => a[0] - b[0] || data.nodes[a[1]].name.length - data.nodes[b[1]].name.length).map(([, i]) => i);
}

function visibleList() {
  return order.filter((i) => shown.nodes[i]);
}

function listNodes(list, found) {
  const most = 300;
  list.replaceChildren(...found.slice(0, most).map((i) => make("li", {}, entry(i, () => selectNode(i, true), data.nodes[i].aliases.length ? `　${data.nodes[i].aliases.join("、")}` : ""))));
  if (found.length > most) list.append(make("li", { class: "quiet" }, `另 ${found.length - most} 个 ${found.length - most} more`));
}

function refreshLists() {
  const words = byId("search").value.trim();
  const dated = state.year !== null && !words;
  const found = words ? search(words) : dated ? order.filter((i) => shown.nodes[i] && String(data.nodes[i].year) === state.year) : [];
  const visible = shown.nodes.filter(Boolean).length;
  const lines = shown.edges.filter(Boolean).length;
  byId("count").textContent = (words || dated ? `找到 found ${found.length} · ` : "") + `可见 ${visible} 节点 nodes · ${lines} 线 lines`;
  byId("found").hidden = !found.length;
  listNodes(byId("found"), found);
  if (byId("list").open) listNodes(byId("all"), visibleList());
  byId("picture").setAttribute("aria-label", `${data.title}：${visible} 个节点、${lines} 条线的关系图；用方向键走到邻近节点，右侧读其内容 graph; arrow keys move to a neighbour, the panel tells of it`);
}

function refresh() {
  paint();
  refreshLists();
}

function choice(set, key, parts, count) {
  const box = make("input", { type: "checkbox", value: key });
  box.checked = set.has(key);
  box.addEventListener("change", () => {
    if (box.checked) set.add(key); else set.delete(key);
    refresh();
  });
  return make("label", { class: "choice" }, box, ...parts, make("b", {}, count === null ? "" : String(count)));
}

function lineSign(type) {
  const drawn = makeSvg("svg", { viewBox: "0 0 16 16", class: "sign", "aria-hidden": "true" });
  drawn.append(makeSvg("line", { x1: 0, y1: 8, x2: 16, y2: 8, stroke: type.color, "stroke-width": Math.max(1, type.width), "stroke-opacity": Math.min(1, type.opacity + 0.25), "stroke-dasharray": type.dashed ? "3 2" : "none" }));
  return drawn;
}

function buildFilters() {
  const count = (list, test) => list.filter(test).length;
  byId("kinds").replaceChildren(...Object.entries(data.kinds).map(([kind, look]) =>
    choice(state.kinds, kind, [sign(kind), make("span", {}, ...both(look.chinese, look.english))], count(data.nodes, (node) => node.kind === kind))));
  byId("types").replaceChildren(...Object.entries(data.types).map(([name, type]) =>
    choice(state.types, name, [lineSign(type), make("span", {}, ...both(type.chinese, type.english))], count(data.edges, (edge) => edge.type === name))));
  byId("plans").replaceChildren(...Object.entries(data.plans).map(([id, plan]) =>
    choice(state.plans, id, [make("span", { class: "plan" }, plan.title, plan.dated ? ` (${plan.dated})` : "")], null)));
  byId("plans-box").hidden = Object.keys(data.plans).length < 2;
  const years = [...new Set(data.nodes.map((node) => node.year).filter((year) => year !== null && year !== undefined))].sort();
  byId("year").replaceChildren(make("option", { value: "" }, "全部年份 all years"), ...years.map((year) =>
    make("option", { value: String(year) }, `${year}（${count(data.nodes, (node) => node.year === year)}）`)));
  byId("years-box").hidden = !years.length;
}

byId("search").addEventListener("input", refreshLists);
byId("search").addEventListener("keydown", (event) => {
  const first = byId("found").querySelector("button");
  if (event.key === "Enter" && first) first.click();
  if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
});
byId("found").addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const rows = [...byId("found").querySelectorAll("button")];
  const next = rows.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  (rows[next] || byId("search")).focus();
});
byId("year").addEventListener("change", (event) => {
  state.year = event.target.value || null;
  refresh();
  fit();
});
byId("list").addEventListener("toggle", refreshLists);
